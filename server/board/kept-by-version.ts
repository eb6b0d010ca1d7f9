/** What was made of each person's record, kept until something else is written of that person. */
export type KeptByVersion<T> = Readonly<{
  get: (id: string) => T | undefined
  all: () => IterableIterator<[string, T]>
  /** Made of the record at this version. What was read before somebody else's act and finished after it is not kept. */
  put: (id: string, version: number, made: T) => void
  /** Something was written of this person, who is now at this version. */
  changed: (id: string, version: number) => void
  /** Those of whom something was written since. */
  outdated: () => readonly string[]
  forget: () => void
}>

export function keptByVersion<T>(): KeptByVersion<T> {
  const kept = new Map<string, T>()
  const versions = new Map<string, number>()
  const changed = new Map<string, number>()
  return {
    get: (id) => kept.get(id),
    all: () => kept.entries(),
    put: (id, version, made) => {
      if ((versions.get(id) ?? 0) > version) return
      if ((changed.get(id) ?? 0) <= version) changed.delete(id)
      kept.set(id, made)
      versions.set(id, version)
    },
    changed: (id, version) => {
      changed.set(id, version)
    },
    outdated: () => [...changed.keys()],
    forget: () => {
      for (const map of [kept, versions, changed]) map.clear()
    },
  }
}
