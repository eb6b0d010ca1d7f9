/** Finds the numbers 0, 1, 2, … again by a hash. What else they stand for, whoever asks compares. */
export type NumberIndex = Readonly<{
  /** The first that was added under this hash, or -1; `next` then gives the others, one by one. */
  first: (hash: number) => number
  next: () => number
  /** Adds the next number. */
  add: (hash: number) => number
}>

const fewest = 512

export function numberIndex(): NumberIndex {
  let slots = new Int32Array(fewest).fill(-1)
  let mask = fewest - 1
  const hashes: number[] = []
  let slot = 0
  let wanted = 0

  const place = (at: number): void => {
    let free = (hashes[at] as number) & mask
    while (slots[free] !== -1) free = (free + 1) & mask
    slots[free] = at
  }
  const look = (): number => {
    for (let at = slots[slot] as number; at !== -1; at = slots[slot] as number) {
      slot = (slot + 1) & mask
      if (hashes[at] === wanted) return at
    }
    return -1
  }
  return {
    first: (hash) => {
      wanted = hash
      slot = hash & mask
      return look()
    },
    next: look,
    add: (hash) => {
      const at = hashes.push(hash) - 1
      if (2 * hashes.length <= slots.length) place(at)
      else {
        slots = new Int32Array(2 * slots.length).fill(-1)
        mask = slots.length - 1
        for (let i = 0; i <= at; i++) place(i)
      }
      return at
    },
  }
}
