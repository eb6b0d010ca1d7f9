/** How long after the last word what was typed may come back. */
const longest = 60 * 60 * 1000

/** Where a tab keeps what belongs to one of its pages: the entry of its history. */
export type Tab = Readonly<{
  history: Pick<History, 'state' | 'replaceState'>
  location: Readonly<{ pathname: string }>
}>

/** What one page keeps in its own entry, and in that of no other to which the tab has gone meanwhile. */
export type KeptPage = Readonly<{
  /** What was kept before the page was loaded anew; null when nothing was, or too long ago. */
  found: (now: number) => unknown
  /** Whether it could be kept: a browser takes only so much, and only so often. */
  keep: (content: unknown, now: number) => boolean
  forget: () => void
}>

/** Beside what the router keeps in the same entry. */
const place = 'typed'
type Kept = Readonly<{ content: unknown; at: number }>

export function keptPage({ history, location }: Tab): KeptPage {
  const own = location.pathname
  // The tab goes before the page does: going back is at another entry while this page is still shown.
  const isHere = (): boolean => location.pathname === own
  const others = (): Readonly<Record<string, unknown>> => {
    const { state } = history as Readonly<{ state: unknown }>
    if (typeof state !== 'object' || state === null) return {}
    const { [place]: _, ...rest } = state as Readonly<Record<string, unknown>>
    return rest
  }
  const forget = (): void => {
    if (isHere()) history.replaceState(others(), '')
  }
  return {
    found: (now) => {
      const kept = (history.state as Readonly<{ [place]?: Kept }> | null)?.[place]
      if (kept === undefined) return null
      const isOver = !(now >= kept.at && now - kept.at < longest)
      if (isOver) forget()
      return isOver ? null : kept.content
    },
    keep: (content, now) => {
      if (!isHere()) return false
      try {
        history.replaceState({ ...others(), [place]: { content, at: now } satisfies Kept }, '')
        return true
      } catch (refused) {
        if (refused instanceof DOMException) return false
        throw refused
      }
    },
    forget,
  }
}
