/**
 * One number compared with another. Days between two dates, and years, are not counted where one date can be moved and
 * held against the other instead.
 */
import type { NodeIndex } from '../plan/plan.ts'
import { disjunction } from './conjunction.ts'
import type { Mode } from './scope.ts'
import { isExact, isGiven, mayBeInapplicable } from './span-traits.ts'
import { type Ends, endsOf, moved } from './spans.ts'
import type { SpanNode, SqlWriter } from './sql-writer.ts'

export type Compared = Readonly<{ left: NodeIndex; comparison: '<' | '<='; right: NodeIndex }>

/** What settles a comparison, one way or the other. */
export type Settles = Readonly<{ holds: () => string; fails: () => string }>

export function compareText(compared: Compared, mode: Mode, writer: SqlWriter): string {
  const { nodes } = writer.plan
  const { left, right } = compared
  const { holds, fails } = settles(compared, writer)
  const inapplicable = (): string[] =>
    [left, right].filter((one) => mayBeInapplicable(one, nodes)).map((one) => writer.part(one, 'na'))
  const never = [left, right].every((one) => !mayBeInapplicable(one, nodes))
  if (mode === 'yes' || (mode === 'truth' && never && isExact(left, nodes) && isExact(right, nodes))) return holds()
  return mode === 'no' ? disjunction([...inapplicable(), fails()]) : threeValuedCase(inapplicable(), holds(), fails())
}

/** FALSE where something does not apply, or what would make it fail is so; NULL where nothing settles it. */
export function threeValuedCase(inapplicable: readonly string[], holds: string, fails: string): string {
  const cases = [...inapplicable.map((one) => [one, 'FALSE']), [holds, 'TRUE'], [fails, 'FALSE']]
  return `(CASE ${cases.map(([when, then]) => `WHEN ${when} THEN ${then}`).join(' ')} END)`
}

function settles({ left, comparison, right }: Compared, writer: SqlWriter): Settles {
  const { plan, part, dialect } = writer
  const node = (index: NodeIndex): SpanNode => plan.nodes[index] as SpanNode
  for (const isLeft of [true, false]) {
    const between = node(isLeft ? left : right)
    const number = isLeft ? right : left
    if (!isGiven(node(number))) continue
    if (between.op === 'days') {
      const [from, to] = [between.from, between.to].map((one) => endsOf(one, writer)) as [Ends, Ends]
      return daysSettle({ from, to, number, comparison, isLeft }, writer)
    }
    if (between.op === 'years' && dialect.yearsBefore) {
      const { from, to } = between
      // Fewer than so many years lie between them when the later, so many years earlier, lies before the other.
      const isOneMore = isLeft === (comparison === '<=')
      const years = yearsText(number, isOneMore, writer)
      const earlier = dialect.yearsBefore
      const fewer = (): string => `(${earlier(part(to, 'hi'), years)} < ${part(from, 'lo')})`
      const atLeast = (): string => `(${earlier(part(to, 'lo'), years)} >= ${part(from, 'hi')})`
      return isLeft ? { holds: fewer, fails: atLeast } : { holds: atLeast, fails: fewer }
    }
  }
  const against = comparison === '<' ? '>=' : '>'
  return {
    holds: () => `(${part(left, 'hi')} ${comparison} ${part(right, 'lo')})`,
    fails: () => `(${part(left, 'lo')} ${against} ${part(right, 'hi')})`,
  }
}

type Days = Readonly<{ from: Ends; to: Ends; number: NodeIndex; comparison: '<' | '<='; isLeft: boolean }>

/** The days from one date to another on the left of the comparison, or on its right, and a number on the other side. */
export function daysSettle({ from, to, number, comparison, isLeft }: Days, writer: SqlWriter): Settles {
  const at = (end: 'lo' | 'hi'): string => moved(from(end), number, 'lo', writer)
  const [yes, no] = comparison === '<' ? (['<', '>='] as const) : (['<=', '>'] as const)
  return isLeft
    ? { holds: () => `(${to('hi')} ${yes} ${at('lo')})`, fails: () => `(${to('lo')} ${no} ${at('hi')})` }
    : { holds: () => `(${at('hi')} ${yes} ${to('lo')})`, fails: () => `(${at('lo')} ${no} ${to('hi')})` }
}

function yearsText(index: NodeIndex, isOneMore: boolean, { part, plan }: SqlWriter): string {
  const number = plan.nodes[index] as SpanNode
  if (number.op === 'number') return String(number.value + (isOneMore ? 1 : 0))
  return isOneMore ? `(${part(index, 'lo')} + 1)` : part(index, 'lo')
}
