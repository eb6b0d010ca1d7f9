import type { Condition } from '@facialis/language'
import { wordsOf } from '../../pathway.ts'

/** A condition laid out for reading: a sentence, or a list of which all or any must hold. */
export type Phrase =
  | Readonly<{ kind: 'sentence'; text: string; name?: string }>
  | Readonly<{ kind: 'all' | 'any'; of: readonly Phrase[] }>

/** Lists become lists; "it is known that" is said once by the page, and named conditions keep their name. */
export function phraseOf(condition: Condition): Phrase {
  switch (condition.kind) {
    case 'established':
      return phraseOf(condition.of)
    case 'all':
    case 'any':
      return condition.of.length === 1 && condition.of[0] !== undefined
        ? phraseOf(condition.of[0])
        : { kind: condition.kind, of: condition.of.map(phraseOf) }
    case 'named':
      return { kind: 'sentence', text: condition.name, name: condition.name }
    default:
      return { kind: 'sentence', text: tidy(wordsOf(condition)) }
  }
}

/** Small words that read oddly when sentences are put together by a machine. */
export const tidy = (text: string): string =>
  text
    .replaceAll(/\b(a) (?=[aeio])/g, 'an ')
    .replaceAll('it is known that ', '')
    .replaceAll(/\bnot \(not \((.*?)\)\)/g, '$1')
