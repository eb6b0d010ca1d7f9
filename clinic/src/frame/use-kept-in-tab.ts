import { useCallback, useEffect, useRef, useState } from 'react'
import { keptPage } from './kept-in-tab.ts'

/** Browsers take a few writes a second; each key pressed would be more. */
const pause = 400

export type KeptInTab<T, A> = Readonly<{
  content: T
  change: (next: (now: T) => T) => void
  /** What was answered when it was sent; it is kept in place of what was typed, which is not in this tab any more. */
  answer: A | null
  sent: (answer: A | null) => void
  /** Thrown away, typed or answered: the form is as it was before anybody typed. */
  clear: () => void
  /** It was typed before the page was loaded anew. */
  isBack: boolean
}>

/** How what was kept is read again; null where it is none of it. */
type Reads<T, A> = Readonly<{ typed: (stored: unknown) => T | null; answer?: (stored: unknown) => A | null }>

/**
 * What somebody without an account types, kept in the entry of this tab's history until it is sent, and then what they were
 * answered. Storages of the browser outlive the tab, and the server gets nothing before it is sent.
 * docs/decisions/0047-front-door-forms-are-kept-in-the-tab.md
 */
export function useKeptInTab<T, A = never>(empty: () => T, reads: Reads<T, A>): KeptInTab<T, A> {
  const [page] = useState(() => keptPage(window))
  const [found] = useState(() => {
    const stored = page.found(Date.now())
    return { typed: reads.typed(stored), answer: reads.answer?.(stored) ?? null }
  })
  const [content, setContent] = useState(() => found.typed ?? empty())
  const [answer, setAnswer] = useState<A | null>(found.answer)
  const [isBack, setBack] = useState(found.typed !== null)
  const unkept = useRef<Readonly<{ content: T }> | null>(null)
  const latest = useRef(content)

  const keep = useCallback(() => {
    if (unkept.current !== null && page.keep(unkept.current.content, Date.now())) unkept.current = null
  }, [page])
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
  const sent = useCallback(
    (answered: A | null) => {
      unkept.current = null
      page.forget()
      if (answered !== null) page.keep(answered, Date.now())
      setAnswer(() => answered)
    },
    [page],
  )
  const clear = () => {
    latest.current = empty()
    sent(null)
    setContent(latest.current)
    setBack(false)
  }
  return { content, change, answer, sent, clear, isBack }
}
