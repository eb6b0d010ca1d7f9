import type { Condition } from '@facialis/language'
import { wordsOf } from '../pathway.ts'
import { words } from './words.ts'

/** A condition laid out for reading: a sentence, or a list below the words that say how its parts belong together. */
export type Phrase =
  | Readonly<{ kind: 'sentence'; text: string; name?: string }>
  | Readonly<{ kind: 'list'; head: string; of: readonly Phrase[] }>

type Join = 'all' | 'any'

/** Lists become lists; "it is known that" is said once by the page, and named conditions keep their name. */
export function phraseOf(condition: Condition): Phrase {
  switch (condition.kind) {
    case 'established':
      return phraseOf(condition.of)
    case 'all':
    case 'any':
      return listed(words.phrase[condition.kind], condition.kind, condition)
    case 'not':
      return denied(bare(condition.of)) ?? sentence(condition)
    case 'some':
      return among(words.phrase.some(condition.entry.label), condition.where) ?? sentence(condition)
    case 'named':
      return { kind: 'sentence', text: condition.name, name: condition.name }
    default:
      return sentence(condition)
  }
}

const sentence = (condition: Condition): Phrase => ({ kind: 'sentence', text: tidy(wordsOf(condition)) })

/** What is known to be so is so. */
const bare = (condition: Condition): Condition => (condition.kind === 'established' ? bare(condition.of) : condition)

/** "None of" reads where "not (… or …)" does not. */
function denied(condition: Condition): Phrase | null {
  if (condition.kind === 'some') return among(words.phrase.no(condition.entry.label), condition.where)
  if (partsOf(condition, 'any').length > 1) return listed(words.phrase.noneOf, 'any', condition)
  return partsOf(condition, 'all').length > 1 ? listed(words.phrase.notAllOf, 'all', condition) : null
}

function among(head: string, where: Condition): Phrase | null {
  if (where.kind === 'always') return null
  const inside = phraseOf(where)
  return inside.kind === 'list'
    ? { ...inside, head: tidy(`${head} ${inside.head}`) }
    : { kind: 'sentence', text: tidy(`${head} ${inside.text}`) }
}

function listed(head: string, join: Join, condition: Condition): Phrase {
  const each = new Map(
    partsOf(condition, join)
      .map(phraseOf)
      .map((part) => [JSON.stringify(part), part]),
  )
  const [first, ...others] = each.values()
  if (first === undefined) return sentence(condition)
  return others.length === 0 ? first : { kind: 'list', head, of: [first, ...others] }
}

/** The parts of a list, with those of a list of the same kind inside it. */
function partsOf(condition: Condition, join: Join): readonly Condition[] {
  const inside = bare(condition)
  return inside.kind === join ? inside.of.flatMap((part) => partsOf(part, join)) : [inside]
}

/** How many lines it takes. */
export const linesIn = (phrase: Phrase): number =>
  phrase.kind === 'sentence' ? 1 : phrase.of.reduce((sum, part) => sum + linesIn(part), 1)

/** Small words that read oddly when sentences are put together by a machine. */
const tidy = (text: string): string =>
  text
    .replaceAll(/\b(a) (?=[aeio])/g, 'an ')
    .replaceAll('it is known that ', '')
    .replaceAll(/\bnot \(not \((.*?)\)\)/g, '$1')

/** The same in one line, for where there is no room for a list. */
export const inOneLine = (condition: Condition): string => tidy(wordsOf(condition))
