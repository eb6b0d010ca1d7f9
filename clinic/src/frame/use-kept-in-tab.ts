import { useCallback, useEffect, useRef, useState } from 'react'
import { forgetIn, keepIn, keptIn } from './kept-in-tab.ts'

/** Browsers take a few writes a second; each key pressed would be more. */
const pause = 400

export type KeptInTab<T> = Readonly<{
  content: T
  change: (next: (now: T) => T) => void
  /** Sent: the page shows it still, and nothing of it stays in this tab. */
  forget: () => void
  /** Thrown away. */
  clear: () => void
  /** It was typed before the page was loaded anew. */
  isBack: boolean
}>

/**
 * What somebody without an account types, kept in the entry of this tab's history until it is sent. Storages of the
 * browser outlive the tab, and the server gets nothing before it is sent. docs/decisions/0047-what-a-stranger-types.md
 */
export function useKeptInTab<T>(empty: T, read: (stored: unknown) => T | null): KeptInTab<T> {
  const [found] = useState(() => read(keptIn(window.history, Date.now())))
  const [content, setContent] = useState(found ?? empty)
  const [isBack, setBack] = useState(found !== null)
  const unkept = useRef<Readonly<{ content: T }> | null>(null)
  const latest = useRef(content)

  const keep = useCallback(() => {
    if (unkept.current !== null && keepIn(window.history, unkept.current.content, Date.now())) unkept.current = null
  }, [])
  useEffect(() => {
    const timer = setInterval(keep, pause)
    const leave = (event: BeforeUnloadEvent) => {
      keep()
      if (unkept.current !== null) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    window.addEventListener('pagehide', keep)
    // Before a link is followed the field is left; afterwards this tab is at another entry.
    document.addEventListener('focusout', keep)
    return () => {
      clearInterval(timer)
      window.removeEventListener('beforeunload', leave)
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('focusout', keep)
    }
  }, [keep])

  const change = useCallback((next: (now: T) => T) => {
    latest.current = next(latest.current)
    unkept.current = { content: latest.current }
    setContent(latest.current)
  }, [])
  const forget = useCallback(() => {
    unkept.current = null
    forgetIn(window.history)
  }, [])
  const clear = useCallback(() => {
    latest.current = empty
    forget()
    setContent(empty)
    setBack(false)
  }, [empty, forget])
  return { content, change, forget, clear, isBack }
}
