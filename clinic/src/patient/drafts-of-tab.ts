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

/**
 * What could not be kept when its screen was left: there was no connection, or the session had ended. It waits in the
 * memory of this tab for its writer, who goes on with it, and is never sent by itself: somebody else may be signed in.
 */
export const waiting = new Map<string, () => Unkept | null>()
type Unkept = Readonly<{ content: unknown; version: number }>

/**
 * What was saved or thrown away, and of which the server could not be told: the version it stood at. It is told before the
 * draft is shown again, or what was recorded already would lie there to be recorded once more.
 */
export const untold = new Map<string, number>()
