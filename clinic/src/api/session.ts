let account: string | null = null

/** Says for whom this page speaks, by the id of an account: the server does nothing of it in the name of anybody else. */
export function speakFor(id: string): void {
  account = id
}
/** What goes along with each request, so that it is somebody's. */
export const inTheNameOf = (): Record<string, string> => (account === null ? {} : { 'X-Facialis-For': account })

/**
 * A session can end while somebody is typing. Whatever is being sent then waits here until the same person has signed
 * in again over the page, and goes out a second time; nothing typed is lost and nobody is sent away.
 */
let ask: (() => void) | null = null
let waiting: readonly ((signedIn: boolean) => void)[] = []
let signIns = 0

/** How often somebody signed in again; a request notes it before it leaves. */
export const signInsSoFar = (): number => signIns

/** The frame says how to ask. @returns to be called when it leaves: who still waits is told that nobody signed in */
export function askBy(asking: () => void): () => void {
  ask = asking
  return () => {
    if (ask !== asking) return
    ask = null
    answer(false)
  }
}

/** Waits until somebody has signed in again; false when nobody can be asked, or they left instead. */
export function signedInAgain(signInsBefore: number): Promise<boolean> {
  // It was sent before the last sign-in and refused after it: the session is there already.
  if (signInsBefore !== signIns) return Promise.resolve(true)
  if (ask === null) return Promise.resolve(false)
  const asked = new Promise<boolean>((resolve) => {
    waiting = [...waiting, resolve]
  })
  ask()
  return asked
}

/** The answer of whoever was asked, for everything that waits. */
export function answer(signedIn: boolean): void {
  if (signedIn) signIns += 1
  const told = waiting
  waiting = []
  for (const tell of told) tell(signedIn)
}

let last: Promise<unknown> = Promise.resolve()

/** What waited goes out one after the other, in its old order: an older draft must not overtake a newer one. */
export function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const mine = last.then(run)
  last = mine.catch(() => undefined)
  return mine
}
