import type { Condition, Span, Truth } from '@facialis/language'
import { orderOf } from './statements.ts'
import { type Counted, entriesOf, type ResolvedChart } from './world.ts'

export type Recent = Extract<Condition, { kind: 'recent' }>

/** Entries latest first, those of one latest possible day together: which of them came last nobody knows. */
export function byDay(world: ResolvedChart, entry: Recent['entry']): readonly (readonly Counted[])[] {
  return [...Map.groupBy(entriesOf(world, entry), (one) => orderOf(one.date)).values()]
}

/** When all of one day happened: as early as any of them may be. */
export const dayOfAll = (entries: readonly Counted[]): Span | null => {
  const dates = entries.flatMap((one) => (one.date ? [one.date] : []))
  const [first] = dates
  return first ? { lo: Math.min(...dates.map((date) => date.lo)), hi: first.hi } : null
}

type OfOneDay = Readonly<{
  counts: readonly Truth[]
  holds: (index: number) => Truth
  /** What the older days say once so many more have been passed over. */
  older: (passed: number) => Truth
  back: number
}>

/** Every order of the entries of one day, and every reading of those that may count, has to come to the same. */
export function ofOneDay({ counts, holds, older, back }: OfOneDay): Truth {
  const surely = counts.filter((truth) => truth === 'yes').length
  const atMost = counts.filter((truth) => truth !== 'no').length
  const outcomes = new Set<Truth>()
  if (back < atMost) for (const [index, truth] of counts.entries()) if (truth !== 'no') outcomes.add(holds(index))
  for (let passed = surely; passed <= Math.min(atMost, back); passed++) outcomes.add(older(passed))
  const [only] = outcomes
  return outcomes.size === 1 ? (only as Truth) : 'unknown'
}
