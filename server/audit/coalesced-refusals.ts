/** Audits refused requests in groups: the first of a key at once, those after it together, so that a flood cannot fill the trail. */
export type CoalescedRefusals<T> = Readonly<{
  /** One more. */
  refused: (one: T) => Promise<void>
  /** Audits everything gathered since. For the end of the process. */
  flush: () => Promise<void>
}>

type Coalescing<T, G> = Readonly<{
  /** The present as an instant. */
  now: () => string
  /** Milliseconds within which refusals of one key are audited once. */
  within: number
  /** The key by which refusals are grouped. */
  keyOf: (one: T) => string
  /** Adds one refusal to those that wait. */
  gather: (waiting: G | null, one: T) => G
  record: (gathered: G) => Promise<unknown>
}>

export function openCoalescedRefusals<T, G>({
  now,
  within,
  keyOf,
  gather,
  record,
}: Coalescing<T, G>): CoalescedRefusals<T> {
  const byKey = new Map<string, { waiting: G | null; told: number }>()
  const flushOf = async (group: { waiting: G | null; told: number }): Promise<void> => {
    const { waiting } = group
    if (waiting === null) return
    Object.assign(group, { waiting: null, told: Date.parse(now()) })
    await record(waiting)
  }
  return {
    refused: async (one) => {
      const group = byKey.get(keyOf(one)) ?? { waiting: null, told: Number.NEGATIVE_INFINITY }
      byKey.set(keyOf(one), group)
      group.waiting = gather(group.waiting, one)
      if (Date.parse(now()) - group.told >= within) await flushOf(group)
    },
    flush: async () => {
      for (const group of byKey.values()) await flushOf(group)
    },
  }
}
