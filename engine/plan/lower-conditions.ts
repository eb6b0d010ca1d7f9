import type { Condition, Decision, Entry, PolicyNumber } from '@facialis/language'
import type { InternTable } from './intern-table.ts'
import { type Layout, maskOf } from './layout.ts'
import { loweringTerms } from './lower-terms.ts'
import type { NodeIndex } from './plan.ts'

type Lowering = Readonly<{
  layout: Layout
  table: InternTable
  entryKindOf: (entry: Entry) => number
  policy: PolicyNumber[]
  decisionOf: (decision: Decision) => number
  /** Whether there may be a proposed entry. */
  proposed: boolean
}>

const truth = { no: 0, unknown: 1, yes: 2 } as const

/** Conditions as nodes of the table. */
export function loweringConditions({ layout, table, entryKindOf, policy, decisionOf, proposed }: Lowering) {
  const { at, put, over } = table
  const { placeOf } = layout
  const constant = (value: 0 | 1 | 2): NodeIndex => put({ op: 'constant', truth: value }, null)

  /** What is said twice is said once; what decides alone is all there is. */
  const joined = (op: 'all' | 'any', parts: readonly NodeIndex[]): NodeIndex => {
    const [decisive, neutral] = op === 'all' ? ([0, 2] as const) : ([2, 0] as const)
    const isConstant = (index: NodeIndex, value: number): boolean => {
      const node = at(index)
      return node.op === 'constant' && node.truth === value
    }
    if (parts.some((index) => isConstant(index, decisive))) return constant(decisive)
    const distinct = [...new Set(parts)].filter((index) => !isConstant(index, neutral))
    const [only] = distinct
    if (only === undefined) return constant(neutral)
    return distinct.length === 1 ? only : over({ op, of: distinct }, distinct)
  }
  const condition = (c: Condition): NodeIndex => table.lowerOnce(c, () => conditionOf(c))
  const conditionOf = (c: Condition): NodeIndex => {
    switch (c.kind) {
      case 'always':
        return constant(truth.yes)
      case 'is':
      case 'has': {
        const place = placeOf(c.fact)
        const words = c.kind === 'is' ? c.values : c.members
        const mask = maskOf(words, c.fact.values)
        return put({ op: c.kind === 'is' ? 'word' : 'member', place, mask }, place.entryKind)
      }
      case 'unanswered': {
        const place = placeOf(c.fact)
        return put({ op: 'unanswered', place }, place.entryKind)
      }
      case 'compare': {
        const turned = c.op === '>' || c.op === '>='
        const [left, right] = turned ? [number(c.right), number(c.left)] : [number(c.left), number(c.right)]
        const comparison = c.op === '<' || c.op === '>' ? '<' : '<='
        return over({ op: 'compare', left, comparison, right }, [left, right])
      }
      case 'all':
      case 'any':
        return joined(c.kind, c.of.map(condition))
      case 'not': {
        const of = condition(c.of)
        const inner = at(of)
        return inner.op === 'not' ? inner.of : over({ op: 'not', of }, [of])
      }
      case 'established': {
        const of = condition(c.of)
        return at(of).op === 'established' ? of : over({ op: 'established', of }, [of])
      }
      case 'named':
        return condition(c.of)
      case 'decided': {
        const { answers, undetermined, scope } = c.decision
        const yes = maskOf(c.answers, answers)
        const unknown = undetermined === null ? 0 : maskOf([undetermined], answers) & ~yes
        const entryKind = scope === 'patient' ? null : layout.entryKinds.findIndex(({ entry }) => entry.id === scope)
        return put({ op: 'decided', decision: decisionOf(c.decision), yes, unknown }, entryKind)
      }
      case 'some':
        return put({ op: 'some', entryKind: entryKindOf(c.entry), where: condition(c.where) }, null)
      case 'recent':
        return put(
          {
            op: 'recent',
            entryKind: entryKindOf(c.entry),
            back: c.back,
            where: condition(c.where),
            holds: condition(c.holds),
          },
          null,
        )
      case 'proposed':
        // Nothing is proposed while answers are asked for.
        return proposed
          ? put({ op: 'proposed', entryKind: entryKindOf(c.entry), of: condition(c.of) }, null)
          : constant(truth.unknown)
      default:
        return c satisfies never
    }
  }

  const { date, number } = loweringTerms({ layout, table, entryKindOf, policy, condition })
  return { condition, date, number }
}
