import type { CoreContext } from '../core/core-context.ts'
import { allPatientIds } from './all-patient-ids.ts'

/** Whose records have to be looked at: first those of whom something was written, then all others. */
export type Backlog = Readonly<{
  /**
   * Asks the record what was written since it was last asked, by whom and on whichever server; the first time, who is
   * there. @returns addresses of what belongs to nobody and was written
   */
  notice: () => Promise<readonly string[]>
  /** There is no hurry. */
  add: (id: string) => void
  /** The next one whose turn it is not already. They wait until they are done; what is written from now on makes them wait once more. */
  take: () => string | undefined
  done: (id: string) => void
  /** Whoever's turn it is has another after it: what they were read by is no more. */
  again: () => void
  /** Nobody has this id any more. */
  forget: (id: string) => void
  /** How many people there are, whoever of them waits. */
  people: () => number
  /** Their turn failed and comes again, as soon as it came now. */
  putBack: (id: string) => void
  has: (id: string) => boolean
  /** How many of whom something was written. */
  written: () => number
  size: () => number
}>

export function openBacklog({ record }: Pick<CoreContext, 'record'>): Backlog {
  const first = new Set<string>()
  const others = new Set<string>()
  /** Whose turn it is, and whether something was written of them. */
  const taken = new Map<string, boolean>()
  const people = new Set<string>()
  let position: number | null = null
  let listing: Promise<void> | null = null

  const wait = (where: Set<string>, id: string): void => {
    people.add(id)
    where.add(id)
  }
  const list = async (): Promise<void> => {
    const from = await record.position()
    for await (const ids of allPatientIds({ record })) for (const id of ids) wait(others, id)
    position = from
  }
  return {
    notice: async () => {
      if (position === null) {
        listing ??= list().finally(() => {
          listing = null
        })
        await listing
      }
      const since = await record.writtenSince(position ?? 0)
      position = Math.max(position ?? 0, since.position)
      for (const id of since.patients) {
        others.delete(id)
        wait(first, id)
      }
      return since.nobodys
    },
    add: (id) => {
      if (!first.has(id)) wait(others, id)
    },
    take: () => {
      for (const waiting of [first, others]) {
        // Whose turn it is waits for its end: else what was read first could be shown last.
        const next = waiting.values().find((id) => !taken.has(id))
        if (next === undefined) continue
        waiting.delete(next)
        taken.set(next, waiting === first)
        return next
      }
      return undefined
    },
    done: (id) => {
      taken.delete(id)
    },
    again: () => {
      for (const id of taken.keys()) if (!first.has(id)) others.add(id)
    },
    forget: (id) => void people.delete(id),
    people: () => people.size,
    putBack: (id) => {
      if (taken.get(id)) first.add(id)
      else if (!first.has(id)) others.add(id)
      taken.delete(id)
    },
    has: (id) => first.has(id) || others.has(id) || taken.has(id),
    written: () => first.size + [...taken.values()].filter(Boolean).length,
    size: () => first.size + others.size + taken.size,
  }
}
