/** The operation cache: a hash table from pairs of non-negative integers to one. It grows and never evicts. */
export type OperationCache = Readonly<{
  /** -1 for a pair that nothing was kept for. */
  get: (a: number, b: number) => number
  /** Keeps the number of a pair for which there is none yet. */
  set: (a: number, b: number, so: number) => void
}>

// Open addressing: a and 1 (0 where nothing is), b, and what was kept.
const wide = 3

export function operationCache(): OperationCache {
  let slots = new Int32Array(wide * 2 ** 6)
  let many = 0
  const placeOf = (a: number, b: number): number => {
    const last = slots.length / wide - 1
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
    hash ^= hash >>> 15
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const place = wide * slot
      if (slots[place] === 0 || (slots[place] === a + 1 && slots[place + 1] === b)) return place
    }
  }
  const write = (a: number, b: number, so: number): void => {
    const place = placeOf(a, b)
    slots[place] = a + 1
    slots[place + 1] = b
    slots[place + 2] = so
  }
  const grow = (): void => {
    const before = slots
    slots = new Int32Array(2 * before.length)
    for (let place = 0; place < before.length; place += wide)
      if (before[place] !== 0)
        write((before[place] as number) - 1, before[place + 1] as number, before[place + 2] as number)
  }
  return {
    get: (a, b) => {
      const place = placeOf(a, b)
      return slots[place] === 0 ? -1 : (slots[place + 2] as number)
    },
    set: (a, b, so) => {
      write(a, b, so)
      many++
      if (2 * wide * many > slots.length) grow()
    },
  }
}
