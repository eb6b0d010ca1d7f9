import type { Condition } from '@facialis/language'
import { numberWords, wordsOf } from '../ground/words.ts'
import type { Coordinate } from './coordinates.ts'
import type { Change } from './monotonicity-violations.ts'
import type { PositionValue } from './positions.ts'
import type { StateSpace } from './state-space.ts'
import type { State } from './states.ts'

/** A state that violates an invariant, in words. */
export type CounterExampleText = Readonly<{
  /** What is so, beside what is known of nothing. */
  state: readonly string[]
  /** The change, where the invariant is about one. */
  change: string | null
}>

export function counterExampleText(space: StateSpace, state: State, change: Change | null): CounterExampleText {
  const said = state.map(({ coordinate, value }) => valueText(space, coordinate, value))
  if (!change) return { state: said, change: null }
  const moved = space.coordinates.all.find(({ variable }) => variable === change.variable) as Coordinate
  const [from, to] = [change.from, change.to].map((value) => valueText(space, moved, value))
  return { state: said, change: `${from} (${change.before}), then ${to} (${change.after})` }
}

const truths = ['no', 'not known', 'yes'] as const

function valueText({ plan, d: { sizeOf } }: StateSpace, { subject, variable }: Coordinate, value: number): string {
  switch (subject.kind) {
    case 'fact':
      return `${subject.fact.id}: ${subject.classes[value]?.join(' or ') ?? 'not known'}`
    case 'member':
      return `${subject.fact.id} ${value === 1 ? 'includes' : 'does not include'} ${subject.member}`
    case 'fold': {
      const decision = plan.decisions[subject.decision]?.decision
      return `${decision?.id}: ${decision?.answers[value]}`
    }
    case 'node': {
      const said = plan.sourceOf[subject.node]
      return `${said ? wordsOf(said as Parameters<typeof wordsOf>[0]) : `condition ${subject.node}`}: ${truths[value]}`
    }
    case 'some': {
      const { label } = (plan.layout.entryKinds[subject.entryKind] as (typeof plan.layout.entryKinds)[number]).entry
      const such = subject.where.map((node) => wordsOf(plan.sourceOf[node] as Condition)).join(' and ')
      return `there is a ${label}${such === '' ? '' : ` with ${such}`}: ${sizeOf(variable) === 2 ? truths[value * 2] : truths[value]}`
    }
    case 'position': {
      const said = plan.sourceOf[subject.term]
      const amount = said ? numberWords(said as Parameters<typeof numberWords>[0]) : `amount ${subject.term}`
      return `${amount} ${positionText(subject.values[value] ?? null, subject.marks)}`
    }
    default:
      return subject satisfies never
  }
}

/** Between which thresholds the amount lies. */
function positionText(value: PositionValue, marks: readonly string[]): string {
  if (value === null) return 'is not applicable'
  const [from, to] = value
  if (from === 0 && to === marks.length) return 'is not known'
  const parts = [
    ...(from > 0 ? [`at least ${marks[from - 1]}`] : []),
    ...(to < marks.length ? [`below ${marks[to]}`] : []),
  ]
  return `is ${parts.join(' and ')}`
}
