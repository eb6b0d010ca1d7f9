import { isOneSlip } from '@facialis/fhir/orders/nearly-named.ts'
import { nameKey } from '../indexed/name-key.ts'

/**
 * Whether two names may be one person's: all words of the shorter stand in the other, written out or as initials. A title, a
 * middle name, another order or a slip of the pen make nobody somebody else; a name without words may be anybody's.
 */
export function mayBeTheSame(one: string, other: string): boolean {
  const [short, long] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length) as [string[], string[]]
  const left = [...long]
  return short.every((word) => {
    const at = left.findIndex(
      (known) => known === word || isInitial(word, known) || isInitial(known, word) || isSlip(word, known),
    )
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

const wordsOf = (name: string): string[] =>
  nameKey(name)
    .split(' ')
    .filter((word) => word !== '')

/** Shorter words are like too many others. */
const shortest = 5
const isSlip = (one: string, other: string): boolean =>
  one.length >= shortest && other.length >= shortest && isOneSlip(one, other)

const isInitial = (letter: string, word: string): boolean => letter.length === 1 && word.startsWith(letter)
