type Parts = Readonly<Record<string, unknown>>

/** A stored draft that has the same parts as `empty`, each of the same kind; null when it is of another shape. */
export function readLike<T extends Parts>(empty: T): (stored: unknown) => T | null {
  return (stored) => (isLike(empty, stored) ? (stored as T) : null)
}

const isLike = (empty: unknown, stored: unknown): boolean => {
  if (empty === null) return stored === null || typeof stored === 'string'
  if (Array.isArray(empty)) return Array.isArray(stored)
  if (typeof empty !== 'object') return typeof stored === typeof empty
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return false
  return Object.entries(empty as Parts).every(([name, value]) => isLike(value, (stored as Parts)[name]))
}
