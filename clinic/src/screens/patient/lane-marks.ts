import { factOf } from '../../pathway.ts'
import type { LaneMark } from '../../pieces/lane-plan.ts'
import type { LaneScore } from '../../pieces/life-lane.tsx'
import type { Recording } from '../../recorded.ts'

/** What is drawn on the lane: the referral, and every dated entry of these kinds. */
export function laneMarks(recorded: Recording): readonly LaneMark[] {
  const referred = recorded.fact('referral.received')?.value
  return [
    ...(typeof referred === 'string' ? [{ kind: 'referral' as const, date: referred }] : []),
    ...(['visit', 'study', 'session', 'operation', 'score'] as const).flatMap((kind) =>
      recorded.entries(kind).flatMap(({ date }) => (date === null ? [] : [{ kind, date }])),
    ),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** The number that was scored most often, as a curve; null while none was scored twice. */
export function laneScore(recorded: Recording): LaneScore | null {
  const scores = recorded.entries('score').filter(({ date }) => date !== null)
  const ids = [...new Set(scores.flatMap(({ fields }) => Object.keys(fields)))]
  const curves = ids.flatMap((id) => {
    const fact = factOf(id)
    if (fact?.type !== 'quantity') return []
    const most = fact.max / 10 ** fact.decimals
    const points = scores.flatMap(({ date, fields }) => {
      const value = fields[id]
      return date === null || typeof value !== 'number'
        ? []
        : [{ date, share: value / most, text: `${value} / ${most}` }]
    })
    return points.length < 2
      ? []
      : [{ label: fact.label, points: points.toSorted((a, b) => (a.date < b.date ? -1 : 1)) }]
  })
  return curves.toSorted((a, b) => b.points.length - a.points.length)[0] ?? null
}
