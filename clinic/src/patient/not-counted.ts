import { formatSpan } from '@facialis/language'
import type { PatientView } from '@facialis/wire'
import type { Struck } from './strike-act.ts'

/** An entry the advice sets aside: it lies ahead of today, somebody took it back, or another took its place. */
export type NotCounted = Struck & Readonly<{ why: 'ahead' | 'withdrawn' | 'replaced' }>

/** Everything of some kinds that the advice of today ignores, in the order it is told. */
export function notCounted(
  { advice, chart }: Pick<PatientView, 'advice' | 'chart'>,
  kinds: readonly string[],
): readonly NotCounted[] {
  const ignored = new Set(advice.ignored.map(({ what }) => what))
  return chart.entries
    .filter((entry) => kinds.includes(entry.kind) && ignored.has(entry.id))
    .map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      date: entry.date === null ? null : formatSpan(entry.date),
      why: entry.withdrawn ? 'withdrawn' : isReplaced(entry.id, chart) ? 'replaced' : 'ahead',
    }))
}

const isReplaced = (id: string, { entries }: PatientView['chart']): boolean =>
  entries.some((other) => other.id !== id && !other.withdrawn && other.supersedes.includes(id))
