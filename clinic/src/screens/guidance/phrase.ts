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
    .replaceAll(/\brule-out\.([a-z-]+)/g, (_, name: string) => `the rule-out of ${spaced(name)}`)
    .replaceAll(/\breads\.([a-z-]+)/g, (_, name: string) => `the reading of all studies for ${spaced(name)}`)
    .replaceAll(/\bstudy\.([a-z-]+) is\b/g, (_, name: string) => `this study on ${spaced(name)} is`)
    .replaceAll(/\bresponse\.(toxin|surgery)\b/g, 'response to $1')
    .replaceAll('it is known that ', '')
    .replaceAll(/\bnot \(not \((.*?)\)\)/g, '$1')

const spaced = (name: string): string => name.replaceAll('-', ' ')
