import type { Draft } from '@facialis/wire'
import { type Outcome, send } from '../api/client.ts'
import { actedAsAnother } from '../api/session.ts'
import { leftInTab, onScreen, turns } from './drafts-of-tab.ts'

/**
 * `kept`: what you see is on the server. `not-kept`: the last try failed and is repeated. `elsewhere`: another tab wrote
 * something else meanwhile, and nothing is written until a person has chosen.
 */
export type DraftState = 'opening' | 'empty' | 'restored' | 'typing' | 'kept' | 'not-kept' | 'elsewhere'

export type Kept<T> = Readonly<{
  content: T
  state: DraftState
  /** The instant of a draft that was found on opening and still stands here. */
  restored: string | null
  /** The other tab's draft: when it was kept; `saved` is null when it was saved or thrown away there. */
  elsewhere: Readonly<{ saved: string | null }> | null
}>

export type DraftKeeper<T> = Readonly<{
  now: () => Kept<T>
  subscribe: (listener: () => void) => () => void
  open: () => void
  change: (next: T | ((now: T) => T)) => void
  /** After the act was saved, or when the person throws the draft away. */
  discard: () => Promise<void>
  /** Of two drafts, the other tab's. */
  take: () => void
  /** Of two drafts, this one. */
  keepThis: () => void
  /** Looks whether another tab has written meanwhile. */
  look: () => Promise<void>
  /** What is typed is on its way to the server. */
  hasUnsaved: () => boolean
  /** `leaving`: the write may outlive the page. */
  keepNow: (leaving?: boolean) => Promise<void>
  /** The screen is left, and the page stays. @returns once nothing of it is unsaved any more: kept, taken up again or thrown away */
  leave: () => Promise<void>
}>

const pause = 800
const retryAfter = 5000

const path = '/api/drafts/:key'
type Keeping<T> = Readonly<{
  key: string
  /** Whose it is, by the id of the account that is signed in; null where nobody is. */
  of: () => string | null
  empty: T
  read: (stored: unknown) => T | null
}>

/**
 * Keeps one draft on the server while it is typed. Each write names the version it was typed over, one write at a time,
 * so two tabs never overwrite each other unseen.
 */
export function draftKeeper<T>({ key, of, empty, read }: Keeping<T>): DraftKeeper<T> {
  const left = leftInTab(key, of)
  const params = { key }
  let now: Kept<T> = { content: empty, state: 'opening', restored: null, elsewhere: null }
  let unsaved: { content: T } | null = null
  let version = 0
  let theirs: Draft | null = null
  let isLeft = false
  let stopWaiting: () => void = () => undefined
  let gone: () => void = () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  /** Nothing is unsaved any more. */
  const rest = () => {
    unsaved = null
    if (!isLeft) return
    stopWaiting()
    gone()
  }
  const show = (next: Partial<Kept<T>>) => {
    now = { ...now, ...next }
    if (!isLeft) for (const listener of listeners) listener()
  }
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = (turns.get(key) ?? Promise.resolve()).then(work)
    turns.set(key, turn)
    return turn
  }
  const stored = () => send('GET', path, { params })
  const later = (wait: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void keepNow(), wait)
  }
  const failed = () => {
    show({ state: 'not-kept' })
    if (!isLeft) later(retryAfter)
  }

  const isSomebodyElseHere = () => {
    const writer = of()
    return writer !== null && actedAsAnother(writer)
  }
  const keepNow = (leaving = false): Promise<void> => {
    clearTimeout(timer)
    return inTurn(async () => {
      const sent = unsaved
      // In the drafts of somebody else it would be taken for theirs: it waits for its writer.
      if (sent === null || now.elsewhere !== null || isSomebodyElseHere()) return
      const put = (keepalive: boolean) =>
        send('PUT', path, { params, body: { content: sent.content }, ifMatch: version, keepalive })
      const first = await put(leaving)
      // What may outlive the page is short, and waits for no new sign-in; where the page is still there, it is sent again.
      const outcome = first.ok || first.status === 412 || !leaving ? first : await put(false)
      if (outcome.ok) return settle(sent, outcome.value)
      if (outcome.status === 412) return meet(sent, await stored())
      failed()
    })
  }
  const settle = (sent: { content: T }, kept: Draft) => {
    version = kept.version
    // Something newer was typed meanwhile: its own timer keeps it.
    if (unsaved !== sent) return
    rest()
    show({ state: 'kept' })
  }
  /** Somebody else has written. It was ourselves when what is there is what we sent: only the answer was lost. */
  const meet = (sent: { content: T } | null, found: Outcome<Draft | undefined>) => {
    if (!found.ok) return failed()
    const other = found.value ?? null
    if (sent !== null && other !== null && JSON.stringify(other.content) === JSON.stringify(sent.content))
      return settle(sent, other)
    theirs = other
    show({ state: 'elsewhere', elsewhere: { saved: other?.saved ?? null } })
  }
  const stand = (draft: Draft | null) => {
    const content = draft === null ? null : read(draft.content)
    version = draft?.version ?? 0
    rest()
    show({
      content: content ?? empty,
      state: content === null ? 'empty' : 'restored',
      restored: content === null ? null : (draft?.saved ?? null),
      elsewhere: null,
    })
  }
  const drop = async () => {
    // Of somebody else's drafts nothing is thrown away; that of its writer is once they are back.
    if (isSomebodyElseHere()) return left.keepUntold(version)
    const outcome = await send('DELETE', path, { params, ifMatch: version })
    if (outcome.ok) version = 0
    else if (outcome.status === 412) meet(null, await stored())
    else left.keepUntold(version)
  }

  return {
    now: () => now,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: () => {
      isLeft = false
      onScreen.add(keepNow)
      void inTurn(async () => {
        const unkept = unsaved === null ? left.takeUnkept() : null
        if (unkept !== null) {
          version = unkept.version
          unsaved = { content: unkept.content as T }
          show({ content: unsaved.content, state: 'typing', restored: null })
          void keepNow()
          return
        }
        const thrown = unsaved === null ? left.takeUntold() : null
        if (thrown !== null) {
          version = thrown
          await drop()
        }
        const draft = await stored()
        // Who starts typing before the draft arrives keeps what they typed; if there was one, they are asked.
        if (unsaved === null) stand(draft.ok ? (draft.value ?? null) : null)
      })
    },
    change: (next) => {
      const content = typeof next === 'function' ? (next as (now: T) => T)(now.content) : next
      unsaved = { content }
      show({ content, state: now.elsewhere === null ? 'typing' : 'elsewhere' })
      later(pause)
    },
    discard: () => {
      clearTimeout(timer)
      rest()
      show({ content: empty, state: 'empty', restored: null, elsewhere: null })
      return inTurn(drop)
    },
    take: () => stand(theirs),
    keepThis: () => {
      version = theirs?.version ?? 0
      const isEmpty = unsaved === null && now.content === empty
      if (!isEmpty) unsaved ??= { content: now.content }
      show({ elsewhere: null, state: isEmpty ? 'empty' : 'typing' })
      void (isEmpty ? inTurn(drop) : keepNow())
    },
    look: () =>
      inTurn(async () => {
        if (unsaved !== null || now.elsewhere !== null || now.state === 'opening') return
        const found = await stored()
        if (!found.ok || (found.value?.version ?? 0) === version || unsaved !== null) return
        if (now.content === empty) stand(found.value ?? null)
        else meet(null, found)
      }),
    hasUnsaved: () => unsaved !== null,
    keepNow,
    leave: () => {
      isLeft = true
      onScreen.delete(keepNow)
      if (unsaved === null) return Promise.resolve()
      const stop = left.wait(() => {
        const unkept = unsaved && { content: unsaved.content, version }
        rest()
        return unkept
      })
      stopWaiting = stop ?? (() => undefined)
      if (stop === null) return keepNow(true)
      void keepNow(true)
      return new Promise((resolve) => {
        gone = resolve
      })
    },
  }
}
