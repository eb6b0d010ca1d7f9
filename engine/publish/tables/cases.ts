import type { Condition } from '@facialis/language'
import { conditionKey } from './condition-parts.ts'

/** A set of truth values as bits: yes, no and unknown. */
export type Values = number
export const yes: Values = 1
export const no: Values = 2
export const unknown: Values = 4
export const anyValue: Values = yes | no | unknown

/** One row of a truth table: for each part, the set of values it covers. */
export type Case = readonly Values[]

/** With more rows nobody reads a table; it is then made over larger parts. */
const maxCases = 48

/**
 * The rows on which a condition takes one of the wanted values, over parts that may each be yes, no or not known; null
 * where there are too many. Together they cover exactly those states.
 *
 * The parts are taken as independent of each other, so a row may describe nobody.
 */
export function casesWhere(condition: Condition, parts: readonly Condition[], wanted: Values): readonly Case[] | null {
  const position = new Map(parts.map((part, i) => [conditionKey(part), i]))
  const anything: Case = parts.map(() => anyValue)
  try {
    return casesOf(condition, wanted)
  } catch (error) {
    if (error instanceof TooManyCases) return null
    throw error
  }

  function casesOf(of: Condition, values: Values): readonly Case[] {
    if (values === anyValue) return [anything]
    if (values === 0) return []
    const at = position.get(conditionKey(of))
    if (at !== undefined) return [anything.map((any, i) => (i === at ? values : any))]
    switch (of.kind) {
      case 'always':
        return values & yes ? [anything] : []
      case 'not':
        return casesOf(of.of, negated(values))
      case 'established':
        return casesOf(of.of, (values & yes ? yes : 0) | (values & no ? no | unknown : 0))
      case 'all':
        return casesOfJunction(of.of, values, no)
      case 'any':
        return casesOfJunction(of.of, values, yes)
      case 'named':
        return casesOf(of.of, values)
      case 'is':
      case 'has':
      case 'compare':
      case 'decided':
      case 'some':
      case 'recent':
      case 'unanswered':
      case 'proposed':
        throw new Error('A table was asked about a condition that it has no column for.')
      default:
        return of satisfies never
    }
  }

  /** One operand with the decisive value decides; all operands with the other value agree; anything else is unknown. */
  function casesOfJunction(of: readonly Condition[], values: Values, decisive: Values): readonly Case[] {
    const other = decisive === yes ? no : yes
    const some = (wanted: Values): readonly Case[] => withoutSubsumed(of.flatMap((part) => casesOf(part, wanted)))
    const every = (wanted: Values): readonly Case[] =>
      of.reduce((so, part) => conjunction(so, casesOf(part, wanted)), [anything] as readonly Case[])
    switch (values) {
      case decisive:
        return some(decisive)
      case other:
        return every(other)
      case unknown:
        return conjunction(some(decisive | unknown), every(other | unknown))
      case decisive | unknown:
        return some(decisive | unknown)
      case other | unknown:
        return every(other | unknown)
      default:
        return withoutSubsumed([...some(decisive), ...every(other)])
    }
  }
}

class TooManyCases extends Error {}

const negated = (values: Values): Values => (values & unknown) | (values & yes ? no : 0) | (values & no ? yes : 0)

/** What both cover; two rows without a common state leave none. */
function conjunction(left: readonly Case[], right: readonly Case[]): readonly Case[] {
  return withoutSubsumed(
    left.flatMap((a) =>
      right.map((b) => a.map((values, i) => values & (b[i] as Values))).filter((row) => !row.includes(0)),
    ),
  )
}

const subsumes = (wide: Case, narrow: Case): boolean =>
  wide.every((values, i) => ((narrow[i] as Values) & ~values) === 0)

/** Without the rows that another row covers. */
function withoutSubsumed(cases: readonly Case[]): readonly Case[] {
  if (cases.length > maxCases * maxCases) throw new TooManyCases()
  const kept = cases.filter(
    (row, i) => !cases.some((other, j) => j !== i && subsumes(other, row) && (j < i || !subsumes(row, other))),
  )
  if (kept.length > maxCases) throw new TooManyCases()
  return kept
}
