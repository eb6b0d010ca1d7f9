/** Numbers that look like chance and are the same for the same seed: xorshift of 32 bits. */
export function chances(seed: number) {
  let state = (seed ^ 0x9e3779b9) | 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  return {
    /** A whole number from 0 up to this one, itself excluded. */
    below: (count: number): number => Math.floor((next() / 4294967296) * count),
    once: (inHowMany: number): boolean => next() < 4294967296 / inHowMany,
  }
}
