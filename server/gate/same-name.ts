import { isOneEditAway } from '@facialis/fhir/orders/fuzzy-names.ts'
import { wordsAsIn } from '../search-indexing/name-key.ts'

/**
 * Whether two names may be one person's: all words of the shorter stand in the other, written out or as initials. A title, a
 * middle name, another order, what is written together or apart, or a slip of the pen make nobody somebody else; a name
 * without words may be anybody's.
 */
export function mayBeTheSame(one: string, other: string): boolean {
  const [short, long] = [wordsAsIn(one, other), wordsAsIn(other, one)].sort((a, b) => a.length - b.length) as [
    readonly string[],
    readonly string[],
  ]
  const left = long.toSorted()
  return short.toSorted().every((word) => {
    const at = left.findIndex(
      (known) => known === word || isInitial(word, known) || isInitial(known, word) || isSlip(word, known),
    )
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

/** Shorter words are like too many others. */
const shortest = 5
const isSlip = (one: string, other: string): boolean =>
  one.length >= shortest && other.length >= shortest && isOneEditAway(one, other)

const isInitial = (letter: string, word: string): boolean => letter.length === 1 && word.startsWith(letter)
