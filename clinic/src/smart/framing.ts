import type { SmartIssuer } from '@facialis/wire'

type Framed = Readonly<{
  self: unknown
  top: unknown
  /** The origins of the pages around it, the nearest first; not every browser tells them. */
  location: Readonly<{ ancestorOrigins?: Iterable<string> }>
}>

/**
 * Whether this page stands inside a page that may not show it about a record of this system. The browser keeps out everybody
 * whom nobody named; this keeps the one who was named for another system from showing, and lending clicks to, this one.
 */
export function isFramedByAnother(
  { self, top, location }: Framed,
  { framedBy }: Pick<SmartIssuer, 'framedBy'>,
): boolean {
  if (self === top) return false
  const { ancestorOrigins: around } = location
  if (around === undefined) return framedBy.length === 0
  return [...around].some((origin) => !framedBy.includes(origin))
}

/** What the tab keeps; null where the browser lets a page inside another keep nothing. */
export function storageOf(place: Pick<Window, 'sessionStorage'>): Storage | null {
  try {
    return place.sessionStorage
  } catch {
    return null
  }
}
