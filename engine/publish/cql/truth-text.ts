import type { Fact } from '@facialis/language'
import type { NodeIndex, TruthOp } from '../../plan/plan.ts'
import {
  atom,
  type CqlExpression,
  call,
  compound,
  infix,
  literal,
  parenthesised,
  stringList,
  tuple,
} from './cql-expression.ts'
import { constantTruth } from './lowered-library.ts'
import type { EntryScope, Scope, Writer } from './writer.ts'

const notKnown = atom('null as Boolean')

/** A condition in CQL: true, false or null. */
export function truthText(node: TruthOp, scope: Scope, writer: Writer): CqlExpression {
  const { said, value, answer } = writer
  const of = (index: NodeIndex): CqlExpression => said(index, scope)
  switch (node.op) {
    case 'constant':
      return node.truth === 1 ? compound(notKnown.text) : atom(String(node.truth === 2))
    case 'word':
      return wordText(node.place.fact, node.mask, value(node.place.fact, scope))
    case 'member':
      return call('Truths."has any"', [
        value(node.place.fact, scope),
        stringList(wordsOfMask(node.place.fact, node.mask)),
      ])
    case 'unanswered': {
      const { fact } = node.place
      const told = value(fact, scope)
      return compound(`${parenthesised(told)}${fact.type === 'date' ? '.lo' : ''} is null`)
    }
    case 'compare':
      return call(node.comparison === '<' ? 'Spans."less than"' : 'Spans."at most"', [of(node.left), of(node.right)])
    case 'all':
    case 'any': {
      const neutral = node.op === 'all' ? 2 : 0
      const parts = node.of.filter((part) => constantTruth(writer.lowered, part) !== neutral)
      return parts.length === 0 ? atom(String(neutral === 2)) : infix(node.op === 'all' ? 'and' : 'or', parts.map(of))
    }
    case 'not':
      return compound(`not ${parenthesised(of(node.of))}`)
    case 'established':
      return compound(`${parenthesised(of(node.of))} is true`)
    case 'decided': {
      const { decision } = writer.lowered.decisions[node.decision] as Writer['lowered']['decisions'][number]
      const told = answer(node.decision, scope)
      const words = (mask: number): readonly string[] => decision.answers.filter((_, at) => (mask >>> at) & 1)
      const isOne = oneOf(told, words(node.yes))
      if (node.unknown === 0) return isOne
      const open = oneOf(told, words(node.unknown))
      return compound(`if ${open.text} then ${notKnown.text} else ${isOne.text}`)
    }
    case 'some': {
      const { source, scope: entry } = writer.entries(node.entryKind, [node.where])
      return call('Truths."some"', [atom(`${source}\n  return all ${said(node.where, entry).text}`)])
    }
    case 'recent': {
      const { source, scope: entry } = writer.entries(node.entryKind, [node.where, node.holds])
      const row = tuple([
        ['counts', said(node.where, entry)],
        ['holds', said(node.holds, entry)],
        ['dated', dayOf(entry)],
      ])
      return call('Truths."latest but"', [atom(`${source}\n  return all ${row.text}`), atom(String(node.back))])
    }
    default:
      return node satisfies never
  }
}

/** The day by which an entry stands among the others; those without one are the oldest. */
export const dayOf = ({ date }: EntryScope): CqlExpression =>
  call('Coalesce', [atom(`${date.text}.hi`), atom('minimum Date')])

const wordsOfMask = (fact: Fact, mask: number): readonly string[] =>
  'values' in fact ? fact.values.filter((_, at) => (mask >>> at) & 1) : []

function wordText(fact: Fact, mask: number, told: CqlExpression): CqlExpression {
  const words = wordsOfMask(fact, mask)
  if (fact.type !== 'yes-no') return oneOf(told, words)
  if (words.length === 1) return words[0] === 'yes' ? told : compound(`not ${parenthesised(told)}`)
  return compound(`if ${parenthesised(told)} is null then ${notKnown.text} else ${words.length > 0}`)
}

/** Not known while the word is. */
function oneOf(told: CqlExpression, words: readonly string[]): CqlExpression {
  if (words.length === 0) return compound(`if ${parenthesised(told)} is null then ${notKnown.text} else false`)
  return infix(
    'or',
    words.map((word) => compound(`${parenthesised(told)} = ${literal(word).text}`)),
  )
}
