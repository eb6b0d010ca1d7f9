import type { Truth } from '@facialis/language'
import { noteChangeOn, type ResolvedChart, type ResolvedEntry } from '../chart/resolved-chart.ts'
import { lazy } from '../ground/lazy-properties.ts'
import { measured } from '../plan/measured.ts'
import { askedOfPeople, type Opened } from './asked-of-people.ts'
import { sheetOfChart, writtenSheetOf } from './sheet-of-chart.ts'
import type { World } from './world.ts'

const truths: readonly Truth[] = ['no', 'unknown', 'yes']

/** How a chart stands, in numbers: the same on every day on which it stands the same. */
export type StandsAs = () => Pick<Opened, 'sheet' | 'writtenSheet' | 'standing'>

export const standsAs = (chart: ResolvedChart): StandsAs =>
  lazy(() => {
    const { layout, newRun } = askedOfPeople(chart.pathway)
    return { sheet: sheetOfChart(layout, chart), writtenSheet: writtenSheetOf(layout, chart), standing: newRun() }
  })

/** A resolved chart that can be asked: its conditions, terms and decisions. Answers are remembered within it. */
export function openWorld(chart: ResolvedChart, stands: StandsAs = standsAs(chart)): World {
  const asked = askedOfPeople(chart.pathway)
  let opened: Opened | null = null
  const open = (): Opened => {
    opened ??= { run: asked.newRun(), chart, ...stands(), rowOf: rowsOf(chart) }
    return opened
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
    comparedToday: () => asked.comparedToday(open()),
    kept: new Map(),
  }
}

function rowsOf({ entries, proposed }: ResolvedChart): Opened['rowOf'] {
  const rows = new Map<ResolvedEntry, number>()
  for (const counted of entries.values()) for (const [row, entry] of counted.entries()) rows.set(entry, row)
  if (proposed) rows.set(proposed, entries.get(proposed.kind)?.length ?? 0)
  return (entry) => {
    const row = rows.get(entry)
    if (row === undefined) throw new Error(`${entry.id} is asked about and does not count.`)
    return row
  }
}
