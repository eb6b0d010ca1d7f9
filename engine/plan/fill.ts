import type { Asking, Chart, EntryRecord, Observation, ScreenDone, Span } from '@facialis/language'
import { adverseValues, type ChangeHorizon, never } from '../chart/resolved-chart.ts'
import { clipTo, expire, isNewer, sortDay, validityDays, withScreens } from '../chart/statements.ts'
import { dictionaryOf } from '../ground/dictionary.ts'
import { type EntryFilling, entryFilling } from './fill-entry.ts'
import type { Place } from './layout.ts'
import type { Plan } from './plan.ts'
import { type Sheet, setUnknown, unrecordedRow, writeValue } from './sheet.ts'

/**
 * Charts straight to rows of numbers, without what only an explanation needs. The meaning is that of `resolve`: what is
 * more than a single plain statement is settled by the same functions. One sheet is filled again and again; it holds
 * until the next chart.
 */
export function fillerOf(plan: Plan): (chart: Chart, asking: Asking) => Sheet {
  const fillPerson = personFilling(plan)
  const fillEntries = entriesFilling(plan)
  return (chart, asking) => {
    const person = fillPerson(chart, asking)
    const { rows, counts } = fillEntries(chart.entries, asking.asOf)
    return { person, rows, counts }
  }
}

type Stated = Readonly<{
  place: Place
  /** Where it stands among the facts. */
  at: number
  /** For how many days a reassuring answer is good; null: for ever. */
  goodFor: ((asking: Asking) => number) | null
  noIsAdverse: boolean
  /** What its cell holds when a list says no. */
  no: number
}>
/** Facts that stand on the same lists. */
type Listed = Readonly<{ screens: readonly number[]; facts: readonly Stated[] }>
const noHorizon: ChangeHorizon = { next: never }

function personFilling({ pathway, layout }: Plan) {
  const { screensOf } = dictionaryOf(pathway)
  const screenAt = new Map(pathway.screens.map(({ id }, i) => [id, i]))
  const nobody = unrecordedRow(layout.person)
  const facts = layout.person.places.map((place, at): Stated => {
    const cells = nobody.slice()
    writeValue(cells, 0, place, saysNo, null)
    return {
      place,
      at,
      goodFor: validityDays(place.fact),
      noIsAdverse: adverseValues(place.fact).has('no'),
      no: cells[place.cell] as number,
    }
  })
  const screensAt = facts.map(({ place }) => screensOf(place.fact).map(({ id }) => screenAt.get(id) as number))
  const groups = [...Map.groupBy(facts, ({ at }) => (screensAt[at] as number[]).join(' ')).values()].flatMap(
    (alike): readonly Listed[] => {
      const screens = screensAt[(alike[0] as Stated).at] as number[]
      return screens.length === 0 ? [] : [{ screens, facts: alike }]
    },
  )
  const factAt = new Map(facts.map(({ place, at }) => [place.fact.id, at]))
  const person = new Int32Array(nobody.length)
  const first = new Array<Observation | null>(facts.length).fill(null)
  /** Where something was stated, in any order. */
  const said: number[] = []
  const done = new Array<ScreenDone | null>(pathway.screens.length).fill(null)

  return ({ observations, screens }: Chart, asking: Asking): Int32Array => {
    person.set(nobody)
    for (let i = 0; i < said.length; i++) first[said[i] as number] = null
    said.length = 0
    let several: Map<number, Observation[]> | null = null
    for (let i = 0; i < observations.length; i++) {
      const observation = observations[i] as Observation
      const at = factAt.get(observation.fact)
      const today = at === undefined ? null : clippedTo(observation, asking.asOf)
      if (at === undefined || today === null) continue
      const before = first[at]
      if (!before) {
        first[at] = today
        said.push(at)
      } else {
        several ??= new Map()
        const all = several.get(at)
        if (all) all.push(today)
        else several.set(at, [before, today])
      }
    }
    newestOfEach(screens, asking.asOf)
    for (let i = 0; i < groups.length; i++) fillByLists(groups[i] as Listed, asking)
    for (let i = 0; i < said.length; i++) {
      const at = said[i] as number
      fillByStatements(facts[at] as Stated, several?.get(at) ?? null, asking)
    }
    return person
  }

  function newestOfEach(screens: readonly ScreenDone[], asOf: number): void {
    done.fill(null)
    for (const screen of screens) {
      const at = screenAt.get(screen.screen)
      const today = clippedTo(screen, asOf)
      if (at === undefined || today === null) continue
      const before = done[at]?.date
      if (!before || isNewer(today.date, before)) done[at] = today
    }
  }

  /** A list that was asked says no to what nobody stated anything of. */
  function fillByLists({ screens, facts }: Listed, asking: Asking): void {
    let listed: Span | null = null
    for (let i = 0; i < screens.length; i++) {
      const date = done[screens[i] as number]?.date
      if (date && (!listed || isNewer(date, listed))) listed = date
    }
    if (!listed) return
    for (let i = 0; i < facts.length; i++) {
      const { place, at, goodFor, noIsAdverse, no } = facts[i] as Stated
      if (first[at]) continue
      if (goodFor === null || noIsAdverse || asking.asOf - listed.lo <= goodFor(asking)) {
        person[place.cell] = no
        if (place.observed !== null) {
          person[place.observed] = listed.lo
          person[place.observed + 1] = listed.hi
        }
      } else setUnknown(person, 0, place)
    }
  }

  function fillByStatements(
    { place, at, goodFor }: Stated,
    several: readonly Observation[] | null,
    asking: Asking,
  ): void {
    const only = first[at] as Observation
    const lists: ScreenDone[] = []
    const screens = screensAt[at] as number[]
    for (let i = 0; i < screens.length; i++) {
      const list = done[screens[i] as number]
      if (list) lists.push(list)
    }
    if (lists.length === 0 && several === null && goodFor === null) {
      if ('unknown' in only.value) setUnknown(person, 0, place)
      else writeValue(person, 0, place, only.value, only.date)
      return
    }
    const standing = expire(place.fact, withScreens(place.fact, several ?? [only], lists, []), asking, noHorizon)
    setUnknown(person, 0, place)
    if (standing.known) writeValue(person, 0, place, standing.value, standing.date)
  }
}

const saysNo = { word: 'no' }

/** As known on the day; null where it lies ahead. */
function clippedTo<T extends Readonly<{ date: Span | null }>>(one: T, asOf: number): T | null {
  const date = clipTo(asOf, one.date)
  if (date === one.date) return one
  return date === 'ahead' ? null : { ...one, date }
}

function entriesFilling({ layout }: Plan) {
  const entryKindAt = new Map(layout.entryKinds.map(({ entry }, entryKind) => [entry.id, entryKind]))
  const fillings = layout.entryKinds.map(({ entry, row }) => entryFilling(entry, row))
  const rows: Int32Array[] = layout.entryKinds.map(() => new Int32Array(0))
  const counts = layout.entryKinds.map(() => 0)

  /** Those that count on the day, latest first. */
  const present: EntryRecord[] = []

  return (records: readonly EntryRecord[], asOf: number): Pick<Sheet, 'rows' | 'counts'> => {
    counts.fill(0)
    const superseded = latestFirst(records, asOf)
    for (let i = 0; i < present.length; i++) {
      const record = present[i] as EntryRecord
      if (superseded?.has(record.id)) continue
      const entryKind = entryKindAt.get(record.kind) as number
      const { width, fill } = fillings[entryKind] as EntryFilling
      const at = (counts[entryKind] as number) * width
      if ((rows[entryKind] as Int32Array).length < at + width)
        rows[entryKind] = enlarged(rows[entryKind] as Int32Array, at + width)
      fill(rows[entryKind] as Int32Array, at, record)
      counts[entryKind] = (counts[entryKind] as number) + 1
    }
    return { rows, counts }
  }

  /** Puts those present in order; gives the ids of those that others took the place of. */
  function latestFirst(records: readonly EntryRecord[], asOf: number): ReadonlySet<string> | null {
    present.length = 0
    let isInOrder = true
    let isReplacing = false
    for (let i = records.length - 1; i >= 0; i--) {
      const record = records[i] as EntryRecord
      const today = record.withdrawn || !entryKindAt.has(record.kind) ? null : clippedTo(record, asOf)
      if (today === null) continue
      const before = present.at(-1)
      if (before && sortDay(today.date) > sortDay(before.date)) isInOrder = false
      if (today.supersedes.length > 0) isReplacing = true
      present.push(today)
    }
    // The later of one day comes first: they were put in backwards, and sorting keeps them so.
    if (!isInOrder) present.sort((a, b) => sortDay(b.date) - sortDay(a.date) || 0)
    if (!isReplacing) return null
    return new Set(present.flatMap((record) => record.supersedes.filter((id) => id !== record.id)))
  }
}

function enlarged(cells: Int32Array, size: number): Int32Array {
  const larger = new Int32Array(size * 2)
  larger.set(cells)
  return larger
}
