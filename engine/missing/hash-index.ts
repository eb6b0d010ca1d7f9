/** An open-addressing hash index over the numbers 0, 1, 2, … The caller compares the keys they stand for. */
export type HashIndex = Readonly<{
  /** The first that was added under this hash, or -1; `next` then gives the others, one by one. */
  first: (hash: number) => number
  next: () => number
  /** Adds the next number. */
  add: (hash: number) => number
}>

const fewest = 512
const none = -1

export function hashIndex(): HashIndex {
  let slots = emptySlots(fewest)
  let mask = fewest - 1
  let count = 0
  let slot = 0
  let wanted = 0

  const place = (number: number, hash: number): void => {
    let free = hash & mask
    while (slots[2 * free] !== none) free = (free + 1) & mask
    slots[2 * free] = number
    slots[2 * free + 1] = hash
  }
  const grow = (): void => {
    const before = slots
    slots = emptySlots(before.length)
    mask = before.length - 1
    for (let i = 0; i < before.length; i += 2)
      if (before[i] !== none) place(before[i] as number, before[i + 1] as number)
  }
  const look = (): number => {
    for (let at = slots[2 * slot] as number; at !== none; at = slots[2 * slot] as number) {
      const hash = slots[2 * slot + 1]
      slot = (slot + 1) & mask
      if (hash === wanted) return at
    }
    return none
  }
  return {
    first: (hash) => {
      wanted = hash
      slot = hash & mask
      return look()
    },
    next: look,
    add: (hash) => {
      if (2 * (count + 1) > mask) grow()
      place(count, hash)
      return count++
    },
  }
}

/** A number and its hash in each: what is looked for is read in one place. */
const emptySlots = (count: number): Int32Array => new Int32Array(2 * count).fill(none)

/** A number for a row of numbers, made one by one. */
export const mixHash = (hash: number, next: number): number => {
  const mix = Math.imul(hash ^ next, 0x9e3779b1)
  return mix ^ (mix >>> 15)
}
