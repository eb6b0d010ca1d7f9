// What this tab knows of the drafts of all its screens. None of it outlives the tab, and nothing of it is in browser storage.

/** One write at a time for each draft, also when a screen is left and opened again at once. */
export const turns = new Map<string, Promise<void>>()

/** How to keep at once what is typed on each screen that is open. */
export const onScreen = new Set<() => Promise<void>>()

/** Keeps what is typed now, and waits for what is on its way: whoever signs out can keep nothing afterwards. */
export async function keepAll(): Promise<void> {
  for (const keep of onScreen) void keep()
  await Promise.all(turns.values())
}

/** What was typed, and the version it was typed over. */
export type Unkept = Readonly<{ content: unknown; version: number }>

/**
 * What could not be kept when its screen was left: there was no connection, or the session had ended. It waits in the
 * memory of this tab for its writer, who goes on with it, and is never sent by itself: somebody else may be signed in.
 */
const waiting = new Map<string, () => Unkept | null>()

/**
 * What was saved or thrown away, and of which the server could not be told: the version it stood at. It is told before the
 * draft is shown again, or what was recorded already would lie there to be recorded once more.
 */
const untold = new Map<string, number>()

/** What of one draft is left in this tab for whoever is signed in, as `of` says by the id of their account; for nobody, nothing. */
export type LeftInTab = Readonly<{
  /** What waits, for once. */
  takeUnkept: () => Unkept | null
  takeUntold: () => number | null
  keepUntold: (version: number) => void
  /** Has it wait until it is taken, or ended here. @returns null where nobody is signed in for whom it could wait */
  wait: (unkept: () => Unkept | null) => (() => void) | null
}>

export function leftInTab(key: string, of: () => string | null): LeftInTab {
  const place = (): string | null => {
    const who = of()
    return who === null ? null : `${who} ${key}`
  }
  return {
    takeUnkept: () => {
      const here = place()
      const unkept = here === null ? null : (waiting.get(here)?.() ?? null)
      if (here !== null && unkept !== null) waiting.delete(here)
      return unkept
    },
    takeUntold: () => {
      const here = place()
      const version = here === null ? null : (untold.get(here) ?? null)
      if (here !== null) untold.delete(here)
      return version
    },
    keepUntold: (version) => {
      const here = place()
      if (here !== null) untold.set(here, version)
    },
    wait: (unkept) => {
      const here = place()
      if (here === null) return null
      waiting.set(here, unkept)
      return () => void waiting.delete(here)
    },
  }
}
