import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useMe } from '../api/queries.ts'
import { tellClash } from './draft-clashes.ts'
import { type DraftKeeper, draftKeeper, type Kept } from './draft-keeper.ts'

export type { DraftState } from './draft-keeper.ts'

export type Drafting<T> = Pick<Kept<T>, 'content' | 'state' | 'restored'> & Pick<DraftKeeper<T>, 'change' | 'discard'>

/** A draft that is words and nothing else. */
export const readText = (stored: unknown): string | null => (typeof stored === 'string' ? stored : null)

/** What the page that holds it is called in a sentence, and whether a dialog lies over it. */
type Drawn = Readonly<{ called?: string; inDialog?: boolean }>

/**
 * What is being typed, kept on the server while typing and restored on return; never in browser storage.
 * `read` turns a stored draft into `T`, or null when it is not one (an older version of the screen).
 */
export function useDraft<T>(
  key: string,
  empty: T,
  read: (stored: unknown) => T | null,
  { called = 'page', inDialog = false }: Drawn = {},
): Drafting<T> {
  const fixed = useRef({ empty, read })
  const signedIn = useMe().data?.account?.id
  const writer = useRef<string | null>(null)
  // Somebody whose session has ended comes back as the same person, or the page begins anew.
  writer.current ??= signedIn ?? null
  const keeper = useMemo(() => draftKeeper({ key, of: () => writer.current, ...fixed.current }), [key])
  const { content, state, restored, elsewhere } = useSyncExternalStore(keeper.subscribe, keeper.now)

  useEffect(() => {
    keeper.open()
    const warn = (event: BeforeUnloadEvent) => {
      if (!keeper.hasUnsaved()) return
      void keeper.keepNow(true)
      event.preventDefault()
    }
    const look = () => {
      if (document.visibilityState === 'visible') void keeper.look()
    }
    window.addEventListener('beforeunload', warn)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('beforeunload', warn)
      document.removeEventListener('visibilitychange', look)
      // What waits in this tab goes with it.
      const hold = (event: BeforeUnloadEvent) => event.preventDefault()
      window.addEventListener('beforeunload', hold)
      void keeper.leave().then(() => window.removeEventListener('beforeunload', hold))
    }
  }, [keeper])

  useEffect(() => {
    if (elsewhere === null) return
    return tellClash({ key, called, inDialog, saved: elsewhere.saved, take: keeper.take, keep: keeper.keepThis })
  }, [elsewhere, key, called, inDialog, keeper])

  return { content, state, restored, change: keeper.change, discard: keeper.discard }
}
