import {
  type Asking,
  boldnessOf,
  type Chart,
  type Entry,
  type EntryRecord,
  exactly,
  type Fact,
  type Value,
} from '@facialis/language'
import { saying, withEntry, without } from '../local-search/edits.ts'
import { goalAnswer } from '../local-search/goal.ts'
import { seek } from '../local-search/seek.ts'
import { shrink } from '../local-search/shrink.ts'
import { adverseOnly } from './adverse-violations.ts'
import { goalsOf } from './goals-of.ts'
import type { Change } from './monotonicity-violations.ts'
import { assumptionGoals, type CounterExample, initialChart, satisfiesAssumptions, worldOf } from './search-setup.ts'
import type { StateSpace } from './state-space.ts'
import type { State } from './states.ts'

type FurtherEntryViolation = Readonly<{ decision: number; change: Change; entry: Entry }>
type MaySay = ReturnType<typeof adverseOnly>
/** A chart with the further entry, and the id of that entry. */
type ChartWithEntry = Readonly<{ chart: Chart; id: string }>

/** Somebody to whom more is offered since an entry is there that says nothing but what is adverse. */
export function furtherEntryExample(
  space: StateSpace,
  { decision: index, change, entry }: FurtherEntryViolation,
  state: State,
  asking: Asking,
): CounterExample | null {
  const { plan } = space
  const { decision } = plan.decisions[index] as (typeof plan.decisions)[number]
  const maySay = adverseOnly(space, index)
  const answerOf = (chart: Chart): string | null => {
    const world = worldOf(space, chart, asking)
    return satisfiesAssumptions(space, world) ? world.answer(decision, null) : null
  }
  const opens = ({ chart, id }: ChartWithEntry): boolean => {
    if (!chart.entries.some((record) => record.id === id && saysOnly(entry, record, maySay))) return false
    const [before, after] = [answerOf(without(chart, id)), answerOf(chart)]
    return before !== null && after !== null && boldnessOf(decision, after) > boldnessOf(decision, before)
  }
  const somebody = function* (answer: string, value: number): Generator<Chart> {
    const goals = [goalAnswer(index, 1 << decision.answers.indexOf(answer)), ...assumptionGoals(space)]
    const moved = space.coordinates.all.filter(({ variable }) => variable === change.variable)
    const now = moved.map((coordinate) => ({ coordinate, value }))
    const rest = state.filter(({ coordinate: { variable } }) => variable !== change.variable)
    const { from } = initialChart(space, entry.id, asking)
    for (const wanted of [[], now, [...now, ...rest]]) {
      const chart = seek(plan, [...goals, ...goalsOf(space, wanted, null)], { asking, from })
      if (chart) yield chart
    }
  }
  // Either of whom it is so already, or who gets one more.
  const already = somebody(change.before, change.from).flatMap((chart) =>
    chart.entries.map(({ id }): ChartWithEntry => ({ chart, id })),
  )
  const found =
    already.find(opens) ??
    somebody(change.after, change.to)
      .flatMap((chart) => furtherOf(entry, chart, maySay, asking))
      .find(opens)
  if (!found) return null
  const { id } = found
  const most = shrink(plan.pathway, found.chart, (chart) => opens({ chart, id }))
  const least = without(most, id)
  return { chart: least, afterwards: most, shows: `${decision.id}: ${answerOf(least)}, then ${answerOf(most)}` }
}

/** Whether every value of an entry is one that may be said: adverse or neutral. */
function saysOnly({ id, fields }: Entry, { kind, fields: said }: EntryRecord, maySay: MaySay): boolean {
  const words = (value: EntryRecord['fields'][string]): readonly string[] =>
    'word' in value ? [value.word] : 'words' in value ? value.words : []
  return (
    kind === id &&
    Object.values(fields).every((field) => {
      const value = said[field.id]
      return value === undefined || words(value).every((word) => maySay(field, word))
    })
  )
}

const daysBack = [0, 1, 30, 400]

/** The chart with one more entry that has at most one value. */
function* furtherOf(entry: Entry, chart: Chart, maySay: MaySay, { asOf }: Asking): Generator<ChartWithEntry> {
  const valuesOf = (field: Fact): readonly Value[] =>
    field.type === 'choice' || field.type === 'yes-no' ? field.values.map((word) => ({ word })) : []
  for (const date of [...daysBack.map((back) => exactly(asOf - back)), null]) {
    const bare = withEntry(chart, entry, date)
    yield bare
    for (const field of Object.values(entry.fields))
      for (const value of valuesOf(field))
        if ('word' in value && maySay(field, value.word))
          yield { ...bare, chart: saying(bare.chart, bare.id, field, value, asOf) }
  }
}
