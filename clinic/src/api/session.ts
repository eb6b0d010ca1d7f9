let account: string | null = null
let signIns = 0

/** Says for whom this page speaks, by the id of an account: the server does nothing of it in the name of anybody else. */
export function actAs(id: string): void {
  account = id
}
/** Whether this page has spoken for another account than this one. */
export const actedAsAnother = (id: string): boolean => account !== null && account !== id

/** Whose a request is, noted before it leaves: whom the page spoke for, and how often somebody had signed in again. */
export type Requester = Readonly<{ account: string | null; signIns: number }>
export const currentRequester = (): Requester => ({ account, signIns })
/** Whether the page still speaks for them. */
export const isCurrentRequester = (from: Requester): boolean => from.account === account

/** What goes along with each request, so that it is somebody's. */
export const requesterHeaders = (from: Requester): Record<string, string> =>
  from.account === null ? {} : { 'X-Facialis-For': from.account }

/**
 * A session can end while somebody is typing. Whatever is being sent then waits here until the same person has signed
 * in again over the page, and goes out a second time; nothing typed is lost and nobody is sent away.
 */
let ask: (() => void) | null = null
let waiting: readonly ((signedIn: boolean) => void)[] = []

/** The frame says how to ask. @returns to be called when it leaves: who still waits is told that nobody signed in */
export function onSignInNeeded(asking: () => void): () => void {
  ask = asking
  return () => {
    if (ask !== asking) return
    ask = null
    resolveSignIn(false)
  }
}

/** Waits until whose it is has signed in again; false when they cannot be asked, or left instead. */
export function waitForSignIn(from: Requester): Promise<boolean> {
  // Their session has not ended: it is of somebody who is not at this page any more, and its refusal came late.
  if (!isCurrentRequester(from)) return Promise.resolve(false)
  // It was sent before the last sign-in and refused after it: the session is there already.
  if (from.signIns !== signIns) return Promise.resolve(true)
  if (ask === null) return Promise.resolve(false)
  const asked = new Promise<boolean>((resolve) => {
    waiting = [...waiting, resolve]
  })
  ask()
  return asked
}

/** The answer of whoever was asked, for everything that waits. */
export function resolveSignIn(signedIn: boolean): void {
  if (signedIn) signIns += 1
  const told = waiting
  waiting = []
  for (const tell of told) tell(signedIn)
}

let last: Promise<unknown> = Promise.resolve()

/** What waited goes out one after the other, in its old order: an older draft must not overtake a newer one. */
export function runInOrder<T>(run: () => Promise<T>): Promise<T> {
  const mine = last.then(run)
  last = mine.catch(() => undefined)
  return mine
}
