import type { Truth } from '@facialis/language'
import { noteChangeOn, type ResolvedChart, type ResolvedEntry } from '../chart/resolved-chart.ts'
import { lazy } from '../ground/lazy-properties.ts'
import { measured } from '../plan/measured.ts'
import { pathwayEvaluator, type Subject } from './pathway-evaluator.ts'
import { sheetOfChart, writtenSheetOf } from './sheet-of-chart.ts'
import type { World } from './world.ts'

const truths: readonly Truth[] = ['no', 'unknown', 'yes']

/** A resolved chart encoded as sheets; shared by all days on which the resolved chart is the same. */
export type ChartSnapshot = () => Pick<Subject, 'sheet' | 'writtenSheet' | 'chartEpoch'>

export const chartSnapshot = (chart: ResolvedChart): ChartSnapshot =>
  lazy(() => {
    const { layout, newEpoch } = pathwayEvaluator(chart.pathway)
    return { sheet: sheetOfChart(layout, chart), writtenSheet: writtenSheetOf(layout, chart), chartEpoch: newEpoch() }
  })

/** A resolved chart whose conditions, terms and decisions can be evaluated. Results are memoised in it. */
export function createWorld(chart: ResolvedChart, snapshot: ChartSnapshot = chartSnapshot(chart)): World {
  const asked = pathwayEvaluator(chart.pathway)
  let subject: Subject | null = null
  const open = (): Subject => {
    subject ??= { epoch: asked.newEpoch(), chart, ...snapshot(), rowOf: rowsOf(chart) }
    return subject
  }

  return {
    ...chart,
    truth: (condition, scope) => truths[asked.truth(condition, scope, open())] as Truth,
    holding: (of, scope) => asked.holding(of, scope, open()),
    answer: (decision, scope) => asked.answer(decision, scope, open()),
    isAfter: (day) => {
      noteChangeOn(chart, day + 1)
      return chart.asOf > day
    },
    measured: (term, scope) => measured(asked.span(term, scope, open())),
    written: (term, scope) => measured(asked.written(term, scope, open())),
    timeDependentComparisons: () => asked.timeDependentComparisons(open()),
    comparisons: () => asked.comparisons(open()),
    memo: new Map(),
  }
}

function rowsOf({ entries, proposed }: ResolvedChart): Subject['rowOf'] {
  const rows = new Map<ResolvedEntry, number>()
  for (const counted of entries.values()) for (const [row, entry] of counted.entries()) rows.set(entry, row)
  if (proposed) rows.set(proposed, entries.get(proposed.kind)?.length ?? 0)
  return (entry) => {
    const row = rows.get(entry)
    if (row === undefined) throw new Error(`${entry.id} is asked about and does not count.`)
    return row
  }
}
