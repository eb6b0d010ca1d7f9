import { useEffect } from 'react'
import { useLocation } from 'react-router'

/**
 * Brings the part of a screen that the address names after `#` into view, and the focus to it, as soon
 * as the screen is drawn. Stands after the screen, so that it comes after the screen's own focus on its heading.
 */
export function ScrollToHash() {
  const { hash, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same part is gone to again by the same link
  useEffect(() => {
    if (hash === '') return
    const frame = requestAnimationFrame(() => goTo(decodeURIComponent(hash.slice(1))))
    return () => cancelAnimationFrame(frame)
  }, [hash, key])
  return null
}

function goTo(id: string): void {
  const part = document.getElementById(id)
  if (part === null) return
  if (part instanceof HTMLDetailsElement) part.open = true
  part.scrollIntoView({ block: 'start' })
  const target = part.querySelector<HTMLElement>(control) ?? part
  // A part that somebody may only read takes the focus itself.
  if (target === part) part.tabIndex = -1
  target.focus({ preventScroll: true })
}

const control = 'button:not(:disabled), a[href], input:not(:disabled), textarea, select, summary'
