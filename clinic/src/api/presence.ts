/**
 * Whether somebody is at this page, and how long their session goes on. What the page asks by itself must keep nobody
 * signed in, so each request says whether a person has touched anything since the one before.
 */
let touched = true

/** A key, a press, a turn of the wheel: somebody is here. */
export function noteActivity(): void {
  touched = true
}

/** Who a request is sent for. */
export function requestOrigin(): 'person' | 'timer' {
  const by = touched ? 'person' : 'timer'
  touched = false
  return by
}

const signs = ['keydown', 'pointerdown', 'wheel', 'touchmove', 'click'] as const

/** Begins to notice; what a script makes up is no sign. @returns to stop it */
export function watchActivity(page: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
  const hear = (event: Event) => {
    if (event.isTrusted) noteActivity()
  }
  for (const sign of signs) page.addEventListener(sign, hear, { capture: true, passive: true })
  return () => {
    for (const sign of signs) page.removeEventListener(sign, hear, { capture: true })
  }
}

/** When a session ends, in milliseconds of this machine's own clock: with nobody there, and whatever happens. */
export type SessionEnds = Readonly<{ idle: number; over: number }>
let ends: SessionEnds | null = null
const listeners = new Set<() => void>()

export const sessionEnds = (): SessionEnds | null => ends
export function subscribeSessionEnds(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Takes what the server says with each answer (`idle=880, over=43000`, in seconds); nothing is said to strangers. */
export function readSessionHeader(header: string | null, now: number = Date.now()): void {
  const match = /^idle=(\d+), over=(\d+)$/.exec(header ?? '')
  ends = match ? { idle: now + Number(match[1]) * 1000, over: now + Number(match[2]) * 1000 } : null
  for (const listener of listeners) listener()
}
