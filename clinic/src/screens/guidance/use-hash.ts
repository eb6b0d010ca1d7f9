import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** Goes to the line an address names after `#`, also when the page was opened by that address or a link of the app. */
export function useHash(): void {
  const { hash, pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page with the same line is gone to again
  useEffect(() => {
    if (hash === '') return
    const place = document.getElementById(decodeURIComponent(hash.slice(1)))
    if (place === null) return
    place.scrollIntoView({ block: 'center' })
    place.tabIndex = -1
    place.focus({ preventScroll: true })
  }, [hash, pathname])
}
