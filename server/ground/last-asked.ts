/** What was made last, by a name: so many are kept, and whoever was asked for longest ago is let go. */
export type LastAsked<Made extends NonNullable<unknown>> = Readonly<{
  get: (name: string) => Made | undefined
  put: (name: string, made: Made) => void
}>

export function openLastAsked<Made extends NonNullable<unknown>>(most: number): LastAsked<Made> {
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
