import type { Condition } from '@facialis/language'
import { numberWords, wordsOf } from '../ground/words.ts'
import type { Coordinate } from './coordinates.ts'
import type { Change } from './monotonicity-violations.ts'
import type { PositionValue } from './positions.ts'
import type { StateSpace } from './state-space.ts'
import type { State } from './states.ts'

/** A state in which a promise is broken, in words. */
export type Counter = Readonly<{
  /** What is so, beside what is known of nothing. */
  state: readonly string[]
  /** What changes, where the promise is about a change. */
  change: string | null
}>

export function counterWords(space: StateSpace, state: State, change: Change | null): Counter {
  const said = state.map(({ coordinate, value }) => valueWords(space, coordinate, value))
  if (!change) return { state: said, change: null }
  const moved = space.coordinates.all.find(({ variable }) => variable === change.variable) as Coordinate
  const [from, to] = [change.from, change.to].map((value) => valueWords(space, moved, value))
  return { state: said, change: `${from} (${change.before}), then ${to} (${change.after})` }
}

const truths = ['no', 'not known', 'yes'] as const

function valueWords({ plan, d: { sizeOf } }: StateSpace, { about, variable }: Coordinate, value: number): string {
  switch (about.kind) {
    case 'fact':
      return `${about.fact.id}: ${about.classes[value]?.join(' or ') ?? 'not known'}`
    case 'member':
      return `${about.fact.id} ${value === 1 ? 'includes' : 'does not include'} ${about.member}`
    case 'fold': {
      const decision = plan.decisions[about.decision]?.decision
      return `${decision?.id}: ${decision?.answers[value]}`
    }
    case 'node': {
      const said = plan.sourceOf[about.node]
      return `${said ? wordsOf(said as Parameters<typeof wordsOf>[0]) : `condition ${about.node}`}: ${truths[value]}`
    }
    case 'some': {
      const { label } = (plan.layout.entryKinds[about.entryKind] as (typeof plan.layout.entryKinds)[number]).entry
      const such = about.where.map((node) => wordsOf(plan.sourceOf[node] as Condition)).join(' and ')
      return `there is a ${label}${such === '' ? '' : ` with ${such}`}: ${sizeOf(variable) === 2 ? truths[value * 2] : truths[value]}`
    }
    case 'position': {
      const said = plan.sourceOf[about.term]
      const amount = said ? numberWords(said as Parameters<typeof numberWords>[0]) : `amount ${about.term}`
      return `${amount} ${stretch(about.values[value] ?? null, about.marks)}`
    }
    default:
      return about satisfies never
  }
}

/** Between which of the numbers it is compared with it lies. */
function stretch(value: PositionValue, marks: readonly string[]): string {
  if (value === null) return 'is not applicable'
  const [from, to] = value
  if (from === 0 && to === marks.length) return 'is not known'
  const parts = [
    ...(from > 0 ? [`at least ${marks[from - 1]}`] : []),
    ...(to < marks.length ? [`below ${marks[to]}`] : []),
  ]
  return `is ${parts.join(' and ')}`
}
