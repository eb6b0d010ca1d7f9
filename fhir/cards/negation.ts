import { foldText } from '../terms/fold-text.ts'

/**
 * By which words others say that something is not asked for. In lower case without accents, with a space for every hyphen; one
 * that ends with `*` is the beginning of any.
 */
export type Negations = Readonly<{
  /** What stands after one of these, an article or one of `between` apart, is not asked for; of two of these neither denies. */
  before: readonly string[]
  between: readonly string[]
  /** As short as an article, and none: what stands after one of these is meant by itself ("nicht nur", "ohne KM"). */
  ending: readonly string[]
  /** Nor is the second of two between which one of these stands. */
  either: readonly string[]
  /** Nor what stands before one of these, one of `linking` apart. */
  after: readonly string[]
  linking: readonly string[]
  /** Nor what stands on either side of one of these: it was asked for once. */
  undone: readonly string[]
}>

/** A text normalised for matching such words. */
export const comparable = (text: string): string => foldText(text).replace(/[\s\p{Pd}_/]+/gu, ' ')

/** Matches a piece of text that is not negated. `piece`: a pattern of what is looked for, whole or not. */
export function notNegated(piece: string, denials: Negations | null): RegExp {
  if (denials === null) return new RegExp(piece, 'u')
  const { before, between, ending, either, after, linking, undone } = denials
  // Bounded, for this is looked back for from every place: nobody sends what is long to read.
  const article = `(?!${oneOf(ending)}|\\p{N}+[ ’'])[\\p{L}\\p{N}]{1,3}[ ’']`
  const apart = `(?:${article})?(?:${oneOf(between)} ){0,2}`
  const other = `(?:[\\p{L}\\p{N}]{1,20} ${oneOf(either)} )?`
  const denial = `(?<!${oneOf(before)} )${oneOf(before)}`
  const isDeniedBefore = `(?<!${denial} {1,3}${apart}${other})(?<!${oneOf(undone)}[ :]{1,3}${apart})`
  const isDeniedAfter = `(?! ?[,;:(]? ?(?:${oneOf(linking)} )?${oneOf([...after, ...undone])})`
  return new RegExp(`${isDeniedBefore}${piece}${isDeniedAfter}`, 'u')
}

/** A pattern of one of the words, whole. */
export function oneOf(words: readonly string[]): string {
  const each = words.map((word) =>
    word.endsWith('*') ? `${RegExp.escape(word.slice(0, -1))}[\\p{L}\\p{N}]*` : RegExp.escape(word),
  )
  return `(?<![\\p{L}\\p{N}])(?:${each.join('|')})(?![\\p{L}\\p{N}])`
}
