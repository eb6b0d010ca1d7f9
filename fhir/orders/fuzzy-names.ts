import { foldText } from '../terms/fold-text.ts'
import type { GatedTreatment } from './gated-treatment.ts'

/** Shorter names are like too many other words. */
const shortest = 5

type Name = Readonly<{ text: string; isStem: boolean }>
/** Names prepared for fuzzy matching; an empty set matches nothing. */
export type FuzzyNames = Readonly<{
  spaced: RegExp | null
  byLetter: ReadonlyMap<string, readonly Name[]>
  others: readonly string[]
}>

/** What is looked for: names, the ends of those that words may go on from, and beginnings of words for something else. */
export type LookedFor = Pick<GatedTreatment, 'names' | 'stems' | 'otherWords'>

export function fuzzyNamesOf({ names, stems, otherWords }: LookedFor): FuzzyNames {
  const long = names.map(foldText).filter((name) => name.length >= shortest && /^[a-z]+$/.test(name))
  const spaced = long.map((name) => [...name].join('[^a-z0-9]{0,3}')).join('|')
  return {
    // From the beginning of a word, so that the end of one and the beginning of the next make no name.
    spaced: long.length === 0 ? null : new RegExp(`(?<![a-z0-9])(?:${spaced})`),
    byLetter: Map.groupBy(
      long.map((text) => ({ text, isStem: stems.some((stem) => text.endsWith(foldText(stem))) })),
      ({ text }) => text.charAt(0),
    ),
    others: otherWords.map(foldText),
  }
}

/**
 * Whether a name stands in a folded text spaced out or with one slip of the pen: "Bo tox", "b.o.t.o.x", "Disport", "botulnum".
 * Other words are like these, too, so it is no more than a reason for somebody to read it.
 */
export function isFuzzilyNamedIn(text: string, { spaced, byLetter, others }: FuzzyNames): boolean {
  const plain = text.replaceAll('ks', 'x')
  if (spaced?.test(plain)) return true
  return wordsIn(plain).some((word) => {
    const names = byLetter.get(word.charAt(0)) ?? []
    return names.some((name) => isSlipOf(word, name)) && !others.some((other) => word.startsWith(other))
  })
}

const wordsIn = (text: string): readonly string[] => text.match(/[a-z]{4,}/g) ?? []

/** Whether a word is a name with one letter wrong, left out, doubled or in its neighbour's place; a stem may go on. */
function isSlipOf(word: string, { text, isStem }: Name): boolean {
  if (!isStem) return Math.abs(word.length - text.length) <= 1 && isOneEditAway(word, text)
  return [-1, 0, 1].some((more) => isOneEditAway(word.slice(0, text.length + more), text))
}

/** Whether two words differ by at most one edit: a letter replaced, dropped, doubled or swapped with its neighbour. */
export function isOneEditAway(word: string, name: string): boolean {
  let at = 0
  while (at < word.length && word[at] === name[at]) at++
  const [rest, right] = [word.slice(at), name.slice(at)]
  return (
    rest.slice(1) === right.slice(1) ||
    rest.slice(1) === right ||
    rest === right.slice(1) ||
    (rest.length > 1 && rest[0] === right[1] && rest[1] === right[0] && rest.slice(2) === right.slice(2))
  )
}
