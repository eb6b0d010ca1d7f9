import type { Code } from '@facialis/language'
import { codingsOf, wordsOf } from '../terms/concept.ts'
import { folded } from '../terms/folded-words.ts'
import { writtenAs } from '../terms/systems.ts'

/**
 * By what else others ask for something, and by which code it is asked for here: codes, of which a finer one may be written
 * after a colon, or one word of each list in one text and none of `unless`. Words are in lower case without accents, with a
 * space for every hyphen; one that ends with `*` is the beginning of any.
 */
export type Likewise = Readonly<{
  as: Code
  codes: readonly Code[]
  named: readonly (readonly string[])[]
  unless: readonly string[]
  /** What holds such a word, and is another thing: it counts as not written. */
  apart: readonly string[]
  /** After one of these a word says what is not asked for. */
  denied: readonly string[]
}>

export function isAskedLikewise(concept: unknown, likewise: Likewise): boolean {
  const { codes, named, unless, apart, denied } = likewise
  const isCoded = codingsOf(concept).some(({ system, code }) => {
    const [whole = ''] = String(code).split(/[:|]/)
    return codes.some((known) =>
      writtenAs(known).some(({ addresses, text }) => text === whole.trim() && addresses.includes(String(system))),
    )
  })
  if (isCoded) return true
  const [others, lists, not] = [oneOf(apart), named.map((some) => oneOf(some, denied)), oneOf(unless, denied)]
  return wordsOf(concept).some((words) => {
    const said = folded(words)
      .replace(/[\s\p{Pd}_/]+/gu, ' ')
      .replaceAll(others, ' ')
    return lists.every((list) => said.search(list) >= 0) && said.search(not) < 0
  })
}

/** One of the words, whole; after one that denies it, and an article between, it is none. */
function oneOf(words: readonly string[], denied: readonly string[] = []): RegExp {
  const each = words.map((word) =>
    word.endsWith('*') ? `${RegExp.escape(word.slice(0, -1))}[\\p{L}\\p{N}]*` : RegExp.escape(word),
  )
  // Bounded, for this is looked back for from every place: nobody sends what is long to read.
  const before = denied.length === 0 ? '' : `(?<!${oneOf(denied).source} {1,3}(?:\\p{L}{1,3}[ ’'])?)`
  return new RegExp(`(?<![\\p{L}\\p{N}])${before}(?:${each.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}
