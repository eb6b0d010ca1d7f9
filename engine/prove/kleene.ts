/** Truths as outcomes of a diagram. */
export const [no, unknown, yes] = [0, 1, 2] as const

export const joins = {
  all: { name: 'all', of: (a: number, b: number) => Math.min(a, b) },
  any: { name: 'any', of: (a: number, b: number) => Math.max(a, b) },
  /** Where the first is not yes, the first; else the second. */
  guard: { name: 'guard', of: (a: number, b: number) => (a === yes ? b : a) },
}
export const maps = {
  not: { name: 'not', of: (a: number) => 2 - a },
  established: { name: 'established', of: (a: number) => (a === yes ? yes : no) },
}
