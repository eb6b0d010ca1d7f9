import type { Truth } from '@facialis/language'
import { type Counted, mayChangeOn, type ResolvedChart } from '../chart/standing.ts'
import { measured } from '../plan/measured.ts'
import { askedOfPeople, type Opened } from './asked-of-people.ts'
import { sheetOfChart } from './sheet-of-chart.ts'
import type { World } from './world.ts'

const truths: readonly Truth[] = ['no', 'unknown', 'yes']

/** A resolved chart that can be asked: its conditions, terms and decisions. Answers are remembered within it. */
export function openWorld(chart: ResolvedChart): World {
  const asked = askedOfPeople(chart.pathway)
  let opened: Opened | null = null
  const open = (): Opened => {
    opened ??= { run: asked.newRun(), chart, ...standingOf(chart), rowOf: rowsOf(chart) }
    return opened
  }

  return {
    ...chart,
    truth: (condition, scope) => truths[asked.truth(condition, scope, open())] as Truth,
    holding: (of, scope) => asked.holding(of, scope, open()),
    answer: (decision, scope) => asked.answer(decision, scope, open()),
    isAfter: (day) => {
      mayChangeOn(chart, day + 1)
      return chart.asOf > day
    },
    measured: (term, scope) => measured(asked.span(term, scope, open())),
    comparedToday: () => asked.comparedToday(open()),
  }
}

function rowsOf({ entries, proposed }: ResolvedChart): Opened['rowOf'] {
  const rows = new Map<Counted, number>()
  for (const counted of entries.values()) for (const [row, entry] of counted.entries()) rows.set(entry, row)
  if (proposed) rows.set(proposed, entries.get(proposed.kind)?.length ?? 0)
  return (entry) => {
    const row = rows.get(entry)
    if (row === undefined) throw new Error(`${entry.id} is asked about and does not count.`)
    return row
  }
}

type Standing = Pick<Opened, 'sheet' | 'standing'>

/** A chart that stands the same on another day, under the same policy, has the same sheet. */
function standingOf(chart: ResolvedChart): Standing {
  const { layout, newRun } = askedOfPeople(chart.pathway)
  const fresh = (): Standing => ({ sheet: sheetOfChart(layout, chart), standing: newRun() })
  if (chart.proposed) return fresh()
  const known = sheets.get(chart.entries)
  if (known?.facts === chart.facts && known.policy === chart.policy) return known.as
  const as = fresh()
  sheets.set(chart.entries, { facts: chart.facts, policy: chart.policy, as })
  return as
}
const sheets = new WeakMap<
  ResolvedChart['entries'],
  Readonly<Pick<ResolvedChart, 'facts' | 'policy'> & { as: Standing }>
>()
