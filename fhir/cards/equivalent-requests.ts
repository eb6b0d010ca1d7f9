import type { Code } from '@facialis/language'
import { codingsOf, wordsOf } from '../terms/concept.ts'
import { writtenAs } from '../terms/systems.ts'
import { comparable, type Negations, notNegated, oneOf } from './negation.ts'

/**
 * By what else others ask for something, and by which code it is asked for here: codes, of which a finer one may be written
 * after a colon, or one word of each list in one text and none of `unless`. Words are in lower case without accents, with a
 * space for every hyphen; one that ends with `*` is the beginning of any.
 */
export type EquivalentRequest = Readonly<{
  as: Code
  codes: readonly Code[]
  named: readonly (readonly string[])[]
  unless: readonly string[]
  /** What holds such a word, and is another thing: it counts as not written. */
  apart: readonly string[]
}>

/** Whether something is asked for likewise. */
export function isEquivalentRequest({ codes, named, unless, apart }: EquivalentRequest, denials: Negations | null) {
  const others = new RegExp(oneOf(apart), 'gu')
  const lists = named.map((some) => notNegated(oneOf(some), denials))
  const not = notNegated(oneOf(unless), denials)
  const isCoded = (concept: unknown): boolean =>
    codingsOf(concept).some(({ system, code }) => {
      const [whole = ''] = String(code).split(/[:|]/)
      return codes.some((known) =>
        writtenAs(known).some(({ addresses, text }) => text === whole.trim() && addresses.includes(String(system))),
      )
    })
  const isInWords = (words: string): boolean => {
    const said = comparable(words).replaceAll(others, ' ')
    return lists.every((list) => list.test(said)) && !not.test(said)
  }
  return (concept: unknown): boolean => isCoded(concept) || wordsOf(concept).some(isInWords)
}
