/** How long after the last word what was typed may come back. */
const longest = 60 * 60 * 1000

/** Where a tab keeps what belongs to one of its pages: the entry of its history. */
export type TabHistory = Pick<History, 'state' | 'replaceState'>

/** Beside what the router keeps in the same entry. */
const place = 'typed'
type Kept = Readonly<{ content: unknown; at: number }>

const othersIn = ({ state }: TabHistory): Readonly<Record<string, unknown>> => {
  if (typeof state !== 'object' || state === null) return {}
  const { [place]: _, ...others } = state as Readonly<Record<string, unknown>>
  return others
}

/** What was typed on this page before it was loaded anew; null when nothing was, or too long ago. */
export function keptIn(tab: TabHistory, now: number): unknown {
  const kept = (tab.state as Readonly<{ [place]?: Kept }> | null)?.[place]
  if (kept === undefined) return null
  const isOver = !(now >= kept.at && now - kept.at < longest)
  if (isOver) forgetIn(tab)
  return isOver ? null : kept.content
}

/** Whether it could be kept: a browser takes only so much, and only so often. */
export function keepIn(tab: TabHistory, content: unknown, now: number): boolean {
  try {
    tab.replaceState({ ...othersIn(tab), [place]: { content, at: now } satisfies Kept }, '')
    return true
  } catch (refused) {
    if (refused instanceof DOMException) return false
    throw refused
  }
}

export const forgetIn = (tab: TabHistory): void => tab.replaceState(othersIn(tab), '')
