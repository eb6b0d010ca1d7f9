import { nameKey } from './knowing.ts'

/**
 * Whether two names may be one person's: all words of the shorter stand in the other, written out or as initials. A title, a
 * middle name or another order make nobody somebody else; a name without words may be anybody's.
 */
export function mayBeTheSame(one: string, other: string): boolean {
  const [short, long] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length) as [string[], string[]]
  const left = [...long]
  return short.every((word) => {
    const at = left.findIndex((known) => known === word || isInitial(word, known) || isInitial(known, word))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

const wordsOf = (name: string): string[] =>
  nameKey(name)
    .split(' ')
    .filter((word) => word !== '')

const isInitial = (letter: string, word: string): boolean => letter.length === 1 && word.startsWith(letter)
