import { useEffect } from 'react'
import { contentId } from './skip-link.tsx'

/**
 * Where what was pressed goes away with what it did, or cannot be pressed while it is done, the browser puts the focus to
 * the top of the page. Here it stays near: back on what can be pressed again, else on what is left of what it stood in, from
 * where Tab leads on and Enter does nothing by mistake. A screen that says what was done by a focus of its own goes first.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let held: Element | null = null
    let around: readonly HTMLElement[] = []
    let frame = 0

    const hold = ({ target }: FocusEvent) => {
      const within = target instanceof Element ? target.closest(whole) : null
      held = within === null ? null : (target as Element)
      around = held === null ? [] : placesAround(held)
    }
    const leave = () => {
      const left = held
      queueMicrotask(() => {
        // Whoever pressed beside everything left it on purpose.
        if (held === left && left?.isConnected && !left.matches(':disabled')) held = null
      })
    }
    const keep = () => {
      if (held === null || document.activeElement !== document.body) return
      if (held.isConnected) {
        // It is being done.
        if (held.matches(':disabled[data-loading]')) return
        // It is done, and there is nothing to press again until something is said anew.
        if (held.matches(':disabled')) {
          around.find((place) => place.isConnected && takesFocus(place))
          return
        }
        if (held instanceof HTMLElement) held.focus({ preventScroll: true })
        return
      }
      around.find((place) => place.isConnected && takesFocus(place))
    }
    // Two frames on, what the screen draws and focuses itself is there.
    const look = () => {
      if (held === null || document.activeElement !== document.body) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(keep)
      })
    }

    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'data-loading'] })
    document.addEventListener('focusin', hold)
    document.addEventListener('focusout', leave)
    return () => {
      watch.disconnect()
      cancelAnimationFrame(frame)
      document.removeEventListener('focusin', hold)
      document.removeEventListener('focusout', leave)
    }
  }, [])
}

/** The content of the page, and a dialog over it. */
const whole = `#${contentId}, [role='dialog']`

/** What an element stands in, from the inside out, as far as the content of the page or the dialog. */
function placesAround(element: Element): readonly HTMLElement[] {
  const places: HTMLElement[] = []
  for (let place = element.parentElement; place !== null; place = place.parentElement) {
    places.push(place)
    if (place.matches(whole)) return places
  }
  return places
}

/** Gives the focus to what is no control, until it goes on. @returns false where it takes none: what is drawn nowhere itself (`display: contents`) */
function takesFocus(place: HTMLElement): boolean {
  const isLent = !place.hasAttribute('tabindex')
  const give = (): void => {
    place.removeAttribute('tabindex')
    delete place.dataset.keeps
  }
  if (isLent) {
    place.tabIndex = -1
    place.dataset.keeps = 'focus'
    place.addEventListener('blur', give, { once: true })
  }
  place.focus({ preventScroll: true })
  if (document.activeElement === place) return true
  if (isLent) give()
  return false
}
