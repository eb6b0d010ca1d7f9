import { type Counts, sum } from './counted.ts'

/** Of a text: how long it is, how often it says each of these words and signs, and the numbers in it. */
export function saidIn(name: string, text: string, words: readonly string[]): Counts {
  const all = text.match(/[\p{L}_]+|\d+|[^\s\p{L}\d_]/gu) ?? []
  const times = Map.groupBy(all, (one) => one)
  const numbers = all.filter((one) => /^\d+$/.test(one) && one.length < 8)
  return {
    [`${name}: characters`]: text.length,
    [`${name}: lines`]: text.split('\n').length,
    [`${name}: different words`]: times.size,
    ...Object.fromEntries(words.map((word) => [`${name}: ${word}`, times.get(word)?.length ?? 0])),
    [`${name}: numbers added up`]: sum(numbers, Number),
  }
}

export const wordsOf = (text: string): readonly string[] => text.split(' ')
