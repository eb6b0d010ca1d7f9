import type { Condition } from '@facialis/language'
import { keyOf } from './parts.ts'

/** Which values of a part are meant: bits for yes, no and not known. */
export type Values = number
export const yes: Values = 1
export const no: Values = 2
export const unknown: Values = 4
export const whatever: Values = yes | no | unknown

/** One row of a truth table: for each part, the values it covers. */
export type Case = readonly Values[]

/** More rows than anybody reads; the table is then made over larger parts. */
const most = 48

/**
 * The rows on which a condition takes one of the wanted values, over parts that may each be yes, no or not known; null
 * where there are too many. Together they cover exactly those states.
 *
 * The parts are taken as independent of each other, so a row may describe nobody.
 */
export function casesWhere(condition: Condition, parts: readonly Condition[], wanted: Values): readonly Case[] | null {
  const position = new Map(parts.map((part, i) => [keyOf(part), i]))
  const anything: Case = parts.map(() => whatever)
  try {
    return rows(condition, wanted)
  } catch (error) {
    if (error instanceof TooMany) return null
    throw error
  }

  function rows(of: Condition, values: Values): readonly Case[] {
    if (values === whatever) return [anything]
    if (values === 0) return []
    const at = position.get(keyOf(of))
    if (at !== undefined) return [anything.map((any, i) => (i === at ? values : any))]
    switch (of.kind) {
      case 'always':
        return values & yes ? [anything] : []
      case 'not':
        return rows(of.of, swapped(values))
      case 'established':
        return rows(of.of, (values & yes ? yes : 0) | (values & no ? no | unknown : 0))
      case 'all':
        return joined(of.of, values, no)
      case 'any':
        return joined(of.of, values, yes)
      case 'named':
        return rows(of.of, values)
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

  /** One part with the decisive value decides; all with the other one agree; anything else is not known. */
  function joined(of: readonly Condition[], values: Values, decisive: Values): readonly Case[] {
    const other = decisive === yes ? no : yes
    const some = (wanted: Values): readonly Case[] => united(of.flatMap((part) => rows(part, wanted)))
    const every = (wanted: Values): readonly Case[] =>
      of.reduce((so, part) => crossed(so, rows(part, wanted)), [anything] as readonly Case[])
    switch (values) {
      case decisive:
        return some(decisive)
      case other:
        return every(other)
      case unknown:
        return crossed(some(decisive | unknown), every(other | unknown))
      case decisive | unknown:
        return some(decisive | unknown)
      case other | unknown:
        return every(other | unknown)
      default:
        return united([...some(decisive), ...every(other)])
    }
  }
}

class TooMany extends Error {}

const swapped = (values: Values): Values => (values & unknown) | (values & yes ? no : 0) | (values & no ? yes : 0)

/** What both rows cover; rows that have nothing in common leave none. */
function crossed(left: readonly Case[], right: readonly Case[]): readonly Case[] {
  return united(
    left.flatMap((a) =>
      right.map((b) => a.map((values, i) => values & (b[i] as Values))).filter((row) => !row.includes(0)),
    ),
  )
}

const covers = (wide: Case, narrow: Case): boolean => wide.every((values, i) => ((narrow[i] as Values) & ~values) === 0)

/** Without the rows that others cover. */
function united(cases: readonly Case[]): readonly Case[] {
  if (cases.length > most * most) throw new TooMany()
  const kept = cases.filter(
    (row, i) => !cases.some((other, j) => j !== i && covers(other, row) && (j < i || !covers(row, other))),
  )
  if (kept.length > most) throw new TooMany()
  return kept
}
