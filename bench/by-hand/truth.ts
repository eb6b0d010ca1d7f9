/** Three values; unknown stands between no and yes, so that "all" is the least of them and "any" is the most. */
export type Truth = 0 | 1 | 2
export const no = 0
export const unknown = 1
export const yes = 2

export const all: (...of: readonly Truth[]) => Truth = Math.min as (...of: readonly number[]) => Truth
export const any: (...of: readonly Truth[]) => Truth = Math.max as (...of: readonly number[]) => Truth
export const not = (truth: Truth): Truth => (yes - truth) as Truth
export const truth = (claim: boolean): Truth => (claim ? yes : no)

/** A word that was said, or null where nobody knows. */
export type Word = string | null

/** Whether the word is one of these. */
export const is = (word: Word, a: string, b?: string, c?: string, d?: string): Truth =>
  word === null ? unknown : word === a || word === b || word === c || word === d ? yes : no

/** Whether it is among the words. */
export const has = (words: readonly string[] | null, word: string): Truth =>
  words === null ? unknown : truth(words.includes(word))

export function anyOf<T>(list: readonly T[], where: (one: T) => Truth): Truth {
  let most: Truth = no
  for (const one of list) {
    const holds = where(one)
    if (holds === yes) return yes
    if (holds === unknown) most = unknown
  }
  return most
}
