/**
 * "One of these waits for an entry on or after its day": many conditions, each with a day of its own, that wait for
 * entries of the same sort. Whether one waits hangs on the latest of their days.
 */
import { memoiseWeak } from '@facialis/language'
import type { NodeIndex, Plan, PlanNode } from '../plan/plan.ts'
import { conjunction } from './conjunction.ts'
import { type Since, sinceOf } from './since.ts'
import { lastCertainDay } from './some-since.ts'
import { mayBeInapplicable } from './span-traits.ts'
import { endsOf, moved } from './spans.ts'
import type { SqlWriter } from './sql-writer.ts'

/** It waits where all of these are so, and no such entry surely lies on or after that date. */
type WaitCondition = Readonly<{ conditions: readonly NodeIndex[]; date: NodeIndex }>

export type WaitGroup = Readonly<{
  /** Of the days they wait since, which those who wait for other entries may share. */
  key: string
  entryKind: number
  since: Since
  waits: readonly WaitCondition[]
}>

type WaitPartition = Readonly<{ waiting: readonly WaitGroup[]; others: readonly NodeIndex[] }>

/** Fewer are as well asked one by one. */
const several = 3

/** By the node that says "any": who of them waits, and the others. */
export const waitGroupsOf: (plan: Plan) => ReadonlyMap<NodeIndex, WaitPartition> = memoiseWeak((plan: Plan) => {
  const keys = new Map<string, string>()
  const found = new Map<NodeIndex, WaitPartition>()
  for (const [index, node] of plan.nodes.entries()) {
    if (node.op !== 'any' || node.within !== null) continue
    const all = node.of.map((part) => ({ part, one: asWaitCondition(part, plan) }))
    const groups = Map.groupBy(all, ({ one }) => one?.sort ?? '')
    const waiting: WaitGroup[] = []
    const others: NodeIndex[] = []
    for (const [sort, members] of groups) {
      const [first] = members
      if (sort === '' || !first?.one || members.length < several) {
        others.push(...members.map(({ part }) => part))
        continue
      }
      const waits = members.flatMap(({ one }) => (one ? [{ conditions: one.conditions, date: one.since.date }] : []))
      const said = waits.map(({ conditions, date }) => [...conditions, date].join(' ')).join(', ')
      const key = keys.get(said) ?? `waiting_${index}`
      keys.set(said, key)
      waiting.push({ key, entryKind: first.one.entryKind, since: first.one.since, waits })
    }
    if (waiting.length > 0) found.set(index, { waiting, others })
  }
  return found
})

function asWaitCondition(index: NodeIndex, plan: Plan) {
  const node = (at: NodeIndex): PlanNode => plan.nodes[at] as PlanNode
  const parts = node(index)
  const of = parts.op === 'all' ? parts.of : [index]
  for (const part of of) {
    const not = node(part)
    const established = not.op === 'not' ? node(not.of) : null
    const some = established?.op === 'established' ? node(established.of) : null
    const since = some?.op === 'some' ? sinceOf(some, plan) : null
    if (some?.op !== 'some' || !since || !since.isTo || since.isLeft) continue
    const sort = JSON.stringify([some.entryKind, since.number, since.comparison, since.rest])
    return { sort, entryKind: some.entryKind, since, conditions: of.filter((other) => other !== part) }
  }
  return null
}

/** TRUE where one of them waits; FALSE or NULL where none does. */
export function waitsTruth({ key, entryKind, since, waits }: WaitGroup, writer: SqlWriter): string {
  const { scope, truth, plan, dialect } = writer
  const { before, after, latest } = dialect.days
  const days = scope.value(key, 'truth', () =>
    latest(
      waits.map(({ conditions, date }) => {
        const day = endsOf(date, writer)('hi')
        const isOpen = plan.nodes[date]?.op === 'latest' && !mayBeInapplicable(date, plan.nodes)
        const open = isOpen ? day : `COALESCE(${day}, ${after})`
        return `CASE WHEN ${conjunction(conditions.map((one) => truth(one, 'yes')))} THEN ${open} END`
      }),
    ),
  )
  const reached = `COALESCE(${lastCertainDay(entryKind, since, writer)}, ${before})`
  return `(${moved(days, since.number, 'hi', writer)} ${since.comparison === '<=' ? '>' : '>='} ${reached})`
}
