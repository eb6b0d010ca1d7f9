/** A stored draft that has the same parts as `empty`, each of the same kind; null when it is of another shape. */
export function readLike<T extends Readonly<Record<string, unknown>>>(empty: T): (stored: unknown) => T | null {
  return (stored) => {
    if (typeof stored !== 'object' || stored === null) return null
    const found = stored as Readonly<Record<string, unknown>>
    const same = Object.entries(empty).every(([name, value]) => {
      const other = found[name]
      if (value === null) return other === null || typeof other === 'string'
      return Array.isArray(value) ? Array.isArray(other) : typeof other === typeof value && other !== null
    })
    return same ? (found as T) : null
  }
}
