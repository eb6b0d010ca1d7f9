import type { SamePerson } from '../patient/same-person.ts'
import type { Backlog } from './backlog.ts'

/**
 * Remembers which records were merged into which. What is written of one of them changes what stands of the one in use,
 * and what was merged has nothing that stands by itself; once they are parted, both are looked at anew.
 */
export type MergedRecords = Readonly<{
  /** `id` was read: `same` is what its person's records say now, null when nobody has this id any more. */
  met: (id: string, same: (Pick<SamePerson, 'merged'> & Readonly<{ id: string }>) | null) => void
}>

export function openMergedRecords(
  backlog: Pick<Backlog, 'add'>,
  /** Whether something stands of a record by itself. */
  stands: (id: string) => boolean,
): MergedRecords {
  const into = new Map<string, string>()
  return {
    met: (id, same) => {
      const before = into.get(id)
      const now = same === null || same.id === id ? undefined : same.id
      if (before !== undefined && before !== now) {
        into.delete(id)
        backlog.add(before)
      }
      // Whatever was written of it is read with the other.
      if (now !== undefined) {
        into.set(id, now)
        backlog.add(now)
        return
      }
      const merged = new Set(same?.merged)
      for (const [one, inUse] of into)
        if (inUse === id && !merged.has(one)) {
          into.delete(one)
          backlog.add(one)
        }
      for (const one of merged) {
        into.set(one, id)
        if (stands(one)) backlog.add(one)
      }
    },
  }
}
