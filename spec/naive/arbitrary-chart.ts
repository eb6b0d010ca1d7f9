import {
  type Chart,
  civil,
  type Day,
  dayOf,
  type EntryRecord,
  exactly,
  type Fact,
  type Pathway,
  parseDate,
  type Span,
  type Unknown,
  unknownReasons,
  type Value,
} from '@facialis/language'
import type { Draw } from './draw.ts'

const provenance = { source: 'made up' }

/** An ordinary day and the days around a leap day. */
export const daysAsked: readonly Day[] = [dayOf(2026, 3, 10), dayOf(2024, 2, 29), dayOf(2025, 2, 28), dayOf(2025, 1, 1)]

const written = (year: number, month?: number): Span =>
  parseDate(month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`)!

/** Near the day asked for and on few different days, so that statements meet on one day and at the edges of limits. */
function near(draw: Draw, asOf: Day): Span {
  const day = asOf - draw.pick([0, 0, 1, 2, 3, 5, 6, 10, 11, 31, 400])
  const { year, month } = civil(day)
  return draw.pick<() => Span>([
    () => exactly(day),
    () => exactly(day),
    () => exactly(day),
    () => exactly(day),
    () => exactly(day),
    () => written(year, month),
    () => written(year),
    () => ({ lo: day - draw.int(0, 6), hi: day + draw.int(0, 3) }),
    () => exactly(asOf + draw.pick([1, 2, 30])),
  ])()
}

const perhapsDated = (draw: Draw, asOf: Day): Span | null => (draw.chance(10) ? null : near(draw, asOf))

/** A date that is the answer itself: also birthdays, one to three years back, and days to come. */
function dateAnswer(draw: Draw, asOf: Day): Span {
  if (draw.chance(50)) return near(draw, asOf)
  const { year, month, day } = civil(asOf)
  const then = dayOf(year - draw.int(1, 3), month, day) + draw.int(-1, 1)
  return draw.chance(80) ? exactly(then) : written(civil(then).year)
}

function answer(draw: Draw, fact: Fact, asOf: Day): Value | Unknown {
  if (draw.chance(15)) return { unknown: draw.pick(unknownReasons) }
  switch (fact.type) {
    case 'choice':
    case 'yes-no':
      return { word: draw.pick(fact.values) }
    case 'set':
      return { words: draw.shuffled(draw.subset(fact.values, 0)) }
    case 'quantity':
      return { number: draw.int(fact.min, fact.max) }
    case 'date':
      return { date: dateAnswer(draw, asOf) }
    case 'text':
      return { text: draw.pick(['one note', 'another']) }
    default:
      return fact satisfies never
  }
}

/** A chart of a made-up person: statements, lists asked and entries, in no order, some of them of no use. */
export function chart(draw: Draw, pathway: Pathway, asOf: Day): Chart {
  const observations = pathway.facts.flatMap((fact) =>
    Array.from({ length: draw.pick([0, 0, 1, 1, 1, 2, 2, 3]) }, () => ({
      fact: fact.id,
      value: answer(draw, fact, asOf),
      date: perhapsDated(draw, asOf),
      provenance,
    })),
  )
  const screens = ['screen1', 'screen2', 'no-such-screen'].flatMap((screen) =>
    draw.times(0, 2, () => ({ screen, date: near(draw, asOf), provenance })),
  )
  const ids: string[] = []
  const entries = pathway.entries.flatMap((kind) =>
    draw.times(0, 5, (index): EntryRecord => {
      const id = `${kind.id}${index}`
      const supersedes = ids.length > 0 && draw.chance(20) ? [draw.pick(ids)] : []
      ids.push(id)
      const recorded = Object.values(kind.fields).filter(() => draw.chance(80))
      return {
        id,
        kind: kind.id,
        date: perhapsDated(draw, asOf),
        withdrawn: draw.chance(12),
        supersedes,
        fields: Object.fromEntries(recorded.map((field) => [field.id, answer(draw, field, asOf)])),
        provenance,
      }
    }),
  )
  const strange = { fact: 'no-such-fact', value: { word: 'yes' }, date: null, provenance }
  return {
    observations: draw.chance(10) ? [...observations, strange] : observations,
    screens,
    entries: draw.chance(30) ? entries.toReversed() : entries,
  }
}
