import type { Draft } from '@facialis/wire'
import { useCallback, useEffect, useRef, useState } from 'react'
import { send } from '../api/client.ts'

/** `kept`: what you see is on the server. `not-kept`: the last try failed and is repeated with the next change. */
export type DraftState = 'opening' | 'empty' | 'restored' | 'typing' | 'kept' | 'not-kept'

export type Drafting<T> = Readonly<{
  content: T
  change: (next: T | ((now: T) => T)) => void
  state: DraftState
  /** After the act was saved, or when the person throws the draft away. */
  discard: () => Promise<void>
}>

const pause = 800
const retryAfter = 5000

/**
 * What is being typed, kept on the server while typing and restored on return; never in browser storage.
 * `read` turns a stored draft into `T`, or null when it is not one (an older version of the screen).
 */
export function useDraft<T>(key: string, empty: T, read: (stored: unknown) => T | null): Drafting<T> {
  const [content, setContent] = useState(empty)
  const [state, setState] = useState<DraftState>('opening')
  const fixed = useRef({ empty, read })
  const unsaved = useRef<{ content: T } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const path = `/api/drafts/${encodeURIComponent(key)}`

  const keep = useCallback(
    async (leaving = false) => {
      clearTimeout(timer.current)
      const sent = unsaved.current
      if (sent === null) return
      const outcome = await send<Draft>('PUT', path, { body: { content: sent.content }, keepalive: leaving })
      // Something newer was typed meanwhile: its own timer keeps it.
      if (leaving || unsaved.current !== sent) return
      if (outcome.ok) {
        unsaved.current = null
        setState('kept')
      } else {
        setState('not-kept')
        timer.current = setTimeout(() => void keep(), retryAfter)
      }
    },
    [path],
  )

  useEffect(() => {
    let left = false
    setState('opening')
    setContent(fixed.current.empty)
    void send<Draft>('GET', path).then((outcome) => {
      // Who starts typing before the draft arrives keeps what they typed.
      if (left || unsaved.current !== null) return
      const stored = outcome.ok && outcome.value ? fixed.current.read(outcome.value.content) : null
      if (stored !== null) setContent(stored)
      setState(stored === null ? 'empty' : 'restored')
    })
    return () => {
      left = true
      void keep(true)
      unsaved.current = null
    }
  }, [path, keep])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current === null) return
      void keep(true)
      event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [keep])

  const change = useCallback(
    (next: T | ((now: T) => T)) => {
      setContent((now) => {
        const changed = typeof next === 'function' ? (next as (now: T) => T)(now) : next
        unsaved.current = { content: changed }
        return changed
      })
      setState('typing')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void keep(), pause)
    },
    [keep],
  )

  const discard = useCallback(async () => {
    clearTimeout(timer.current)
    unsaved.current = null
    setContent(fixed.current.empty)
    setState('empty')
    await send('DELETE', path)
  }, [path])

  return { content, change, state, discard }
}
