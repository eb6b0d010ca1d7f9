/** A least-recently-used cache by key: at most `most` entries; the one unused for longest is evicted first. */
export type LruCache<Made extends NonNullable<unknown>> = Readonly<{
  get: (name: string) => Made | undefined
  put: (name: string, made: Made) => void
}>

export function openLruCache<Made extends NonNullable<unknown>>(most: number): LruCache<Made> {
  const kept = new Map<string, Made>()
  const put = (name: string, made: Made): void => {
    kept.delete(name)
    kept.set(name, made)
    const oldest = kept.keys().next()
    if (kept.size > most && !oldest.done) kept.delete(oldest.value)
  }
  return {
    get: (name) => {
      const made = kept.get(name)
      if (made !== undefined) put(name, made)
      return made
    },
    put,
  }
}
