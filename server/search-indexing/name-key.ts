import { writtenInOnePiece } from '@facialis/fhir/read/person-name.ts'
import { searchText } from '@facialis/wire'

/** Where names are written in one piece, a space between family and given name does not matter, and their order does. */
const inOnePiece = new RegExp(`(?<=[${writtenInOnePiece}])\\s+(?=[${writtenInOnePiece}])`, 'gu')

/** The words of a name in the order in which they stand; none where nothing is left that names anybody. */
const wordsOf = (name: string): readonly string[] =>
  searchText(name)
    .replace(inOnePiece, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')

/** Names for one search: case, accents, order and signs do not matter; empty where nothing is left that names anybody. */
export const nameKey = (name: string): string => inAnyOrder(wordsOf(name))
const inAnyOrder = (words: readonly string[]): string => words.toSorted().join(' ')

/**
 * All letters of a name, in their order in the alphabet: what every way of writing it has in common, in however many words.
 * So people are looked up, for whom `isSameName` then tells.
 */
export const lettersKey = (name: string): string => lettersIn(wordsOfAPerson(name))
/** What is longer names nobody: the rest of it is not looked at. */
export const longestName = 1000
const wordsOfAPerson = (name: string): readonly string[] => wordsOf(name.slice(0, longestName))
const lettersIn = (words: readonly string[]): string => [...words.join('')].sort().join('')

/** The words of a name; those that stand side by side are one where the other name writes them as one. */
export function wordsAsIn(name: string, other: string): readonly string[] {
  const [words, theirs] = [wordsOfAPerson(name), new Set(wordsOfAPerson(other))]
  const found: string[] = []
  for (let at = 0; at < words.length; ) {
    const joined = joinsAt(words, at).findLast((one) => theirs.has(one.text)) ?? { text: words[at] as string, words: 1 }
    found.push(joined.text)
    at += joined.words
  }
  return found
}

/** Words that stand side by side, written together. */
type Joined = Readonly<{ text: string; words: number }>

/** More would take long to try, and nobody writes them in several ways. */
const mostWords = 8

/**
 * Whether both write one name: in any order, and whatever is written together in the one and apart in the other
 * ("Smith-Jones", "De la Cruz"). Where both cut the same letters elsewhere ("Ann Alee", "Anna Lee"), they are two names.
 */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [wordsOfAPerson(one), wordsOfAPerson(other)]
  if (a.length === 0 || lettersIn(a) !== lettersIn(b)) return false
  if (inAnyOrder(a) === inAnyOrder(b)) return true
  if (Math.max(a.length, b.length) > mostWords) return false
  const theirs = Map.groupBy(waysToJoin(b), asText)
  return waysToJoin(a).some((mine) =>
    theirs.get(asText(mine))?.some((way) => way.every((joined, at) => isOneWord(joined, mine[at]))),
  )
}

/** Whether a word of the one stands in the other, in however many words. */
export const shareAWord = (one: string, other: string): boolean => {
  const theirs = Map.groupBy(joinsIn(wordsOfAPerson(other)), ({ text }) => text)
  return joinsIn(wordsOfAPerson(one)).some((mine) => theirs.get(mine.text)?.some((joined) => isOneWord(joined, mine)))
}

const isOneWord = (one: Joined, other: Joined | undefined): boolean => one.words === 1 || other?.words === 1

const asText = (way: readonly Joined[]): string => way.map(({ text }) => text).join(' ')

/** Each way to write some of them together, as a list in the order of the alphabet. */
function waysToJoin(words: readonly string[]): readonly (readonly Joined[])[] {
  const from = (at: number): readonly (readonly Joined[])[] =>
    at === words.length
      ? [[]]
      : words
          .slice(at)
          .flatMap((_, more) =>
            from(at + more + 1).map((rest) => [
              { text: words.slice(at, at + more + 1).join(''), words: more + 1 },
              ...rest,
            ]),
          )
  return from(0).map((way) => way.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)))
}

const joinsIn = (words: readonly string[]): readonly Joined[] => words.flatMap((_, at) => joinsAt(words, at))

/** What begins with one of the words, from that alone on. */
const joinsAt = (words: readonly string[], at: number): readonly Joined[] =>
  words.slice(at, at + mostWords).map((_, more) => ({ text: words.slice(at, at + more + 1).join(''), words: more + 1 }))
