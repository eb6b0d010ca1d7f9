import type { Condition } from '@facialis/language'
import type { Wording } from '../../ground/words.ts'
import { conditionKey } from '../tables/condition-parts.ts'
import type { Outline } from './book.ts'
import { letterOf } from './letters.ts'
import { namedConditionAnchor } from './named-conditions.ts'

/** Short enough to stay one line. */
const oneLine = 72

const leaf = (text: string, leadsTo: string | null = null): Outline => ({ text, leadsTo, letter: null, parts: [] })

/** A condition as a list that can be read from the top; each of `parts` carries its letter. */
export function outlineOf(
  condition: Condition,
  parts: readonly Condition[],
  { wordsOf }: Pick<Wording, 'wordsOf'>,
): Outline {
  const letters = new Map(parts.map((part, i) => [conditionKey(part), letterOf(i)]))
  return outline(condition)

  function outline(of: Condition): Outline {
    const letter = letters.get(conditionKey(of)) ?? null
    return letter === null ? unlettered(of) : { ...unlettered(of), letter }
  }

  function unlettered(of: Condition): Outline {
    switch (of.kind) {
      case 'named':
        return leaf(of.name, namedConditionAnchor(of))
      case 'all':
        return joined(of, of.of, 'all of these')
      case 'any':
        return joined(of, of.of, 'at least one of these')
      case 'not':
        return prefixed('not', of.of)
      case 'established':
        return prefixed('it is known that', of.of)
      case 'some':
        return of.where.kind === 'always' ? leaf(wordsOf(of)) : prefixed(`there is a ${of.entry.label} with`, of.where)
      case 'recent':
        return recent(of)
      case 'proposed':
        return prefixed(`the proposed ${of.entry.label} has`, of.of)
      case 'always':
      case 'is':
      case 'has':
      case 'compare':
      case 'decided':
      case 'unanswered':
        return leaf(wordsOf(of))
      default:
        return of satisfies never
    }
  }

  function joined(whole: Condition, of: readonly Condition[], words: string): Outline {
    const [only] = of
    if (only === undefined) return leaf(wordsOf(whole))
    return of.length === 1 ? outline(only) : { ...leaf(words), parts: of.map(outline) }
  }

  /** `not: …` on one line while it is short and no column of its own, else as a list below its word. */
  function prefixed(word: string, of: Condition): Outline {
    const inside = outline(of)
    if (inside.letter !== null) return { ...leaf(word), parts: [inside] }
    if (inside.parts.length === 0 && word.length + inside.text.length < oneLine)
      return leaf(`${word}: ${inside.text}`, inside.leadsTo)
    return inside.parts.length === 0
      ? { ...leaf(word), parts: [inside] }
      : { ...inside, text: `${word}: ${inside.text}` }
  }

  function recent({ entry, back, where, holds }: Extract<Condition, { kind: 'recent' }>): Outline {
    const which = `the ${back === 0 ? 'latest' : `latest but ${back}`} ${entry.label}`
    if (where.kind === 'always') return prefixed(`${which} has`, holds)
    return { ...leaf(which), parts: [prefixed('among those with', where), prefixed('has', holds)] }
  }
}

/** How many lines an outline takes. */
export const linesOf = (outline: Outline): number => outline.parts.reduce((sum, part) => sum + linesOf(part), 1)
