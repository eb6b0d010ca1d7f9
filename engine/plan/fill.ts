import type { Asking, Chart, EntryRecord, Observation, ScreenDone, Span } from '@facialis/language'
import { dictionaryOf } from '../dictionary.ts'
import { aged, cutTo, daysGoodFor, isNewer, orderOf, withScreens } from '../statements.ts'
import { adverseValues, type Clock, never } from '../world.ts'
import { type EntryFilling, entryFilling } from './fill-entry.ts'
import type { Place } from './layout.ts'
import type { Plan } from './plan.ts'
import { forget, type Sheet, unrecordedRow, writeValue } from './sheet.ts'

/**
 * Charts straight to rows of numbers, without what only an explanation needs. The meaning is that of `resolve`: what is
 * more than a single plain statement is settled by the same functions. One sheet is filled again and again; it holds
 * until the next chart.
 */
export function fillerOf(plan: Plan): (chart: Chart, asking: Asking) => Sheet {
  const fillPerson = personFilling(plan)
  const fillEntries = entriesFilling(plan)
  return (chart, asking) => ({ person: fillPerson(chart, asking), ...fillEntries(chart.entries, asking.asOf) })
}

type Stated = Readonly<{
  place: Place
  /** The lists it stands on. */
  screens: readonly number[]
  /** For how many days a reassuring answer is good; null: for ever. */
  goodFor: ((asking: Asking) => number) | null
  noIsAdverse: boolean
}>
const noClock: Clock = { next: never }

function personFilling({ pathway, layout }: Plan) {
  const { screensOf } = dictionaryOf(pathway)
  const screenAt = new Map(pathway.screens.map(({ id }, i) => [id, i]))
  const stated = layout.person.places.map(
    (place): Stated => ({
      place,
      screens: screensOf(place.fact).map(({ id }) => screenAt.get(id) as number),
      goodFor: daysGoodFor(place.fact),
      noIsAdverse: adverseValues(place.fact).has('no'),
    }),
  )
  const factAt = new Map(stated.map(({ place }, i) => [place.fact.id, i]))
  const nobody = unrecordedRow(layout.person)
  const person = new Float64Array(nobody.length)
  const first = new Array<Observation | null>(stated.length)
  const done = new Array<ScreenDone | null>(pathway.screens.length)

  return ({ observations, screens }: Chart, asking: Asking): Float64Array => {
    person.set(nobody)
    first.fill(null)
    const several = new Map<number, Observation[]>()
    for (const observation of observations) {
      const at = factAt.get(observation.fact)
      const today = at === undefined ? null : onTheDay(observation, asking.asOf)
      if (at === undefined || today === null) continue
      const before = first[at]
      if (!before) first[at] = today
      else several.set(at, [...(several.get(at) ?? [before]), today])
    }
    newestOfEach(screens, asking.asOf)
    stated.forEach((one, i) => {
      const own = first[i] ?? null
      fill(one, several.get(i) ?? (own ? [own] : []), asking)
    })
    return person
  }

  function newestOfEach(screens: readonly ScreenDone[], asOf: number): void {
    done.fill(null)
    for (const screen of screens) {
      const at = screenAt.get(screen.screen)
      const today = onTheDay(screen, asOf)
      if (at === undefined || today === null) continue
      const before = done[at]?.date
      if (!before || isNewer(today.date, before)) done[at] = today
    }
  }

  function fill(one: Stated, own: readonly Observation[], asking: Asking): void {
    const { place, screens, goodFor } = one
    const [only] = own
    let listed: Span | null = null
    for (const screen of screens) {
      const date = done[screen]?.date
      if (date && (!listed || isNewer(date, listed))) listed = date
    }
    if (!listed) {
      if (!only) return
      if (own.length === 1 && goodFor === null) {
        if ('unknown' in only.value) forget(person, 0, place)
        else writeValue(person, 0, place, only.value, only.date)
        return
      }
    } else if (!only) {
      const lasts = goodFor === null || one.noIsAdverse || asking.asOf - listed.lo <= goodFor(asking)
      if (lasts) writeValue(person, 0, place, saysNo, listed)
      else forget(person, 0, place)
      return
    }
    const lists = screens.flatMap((screen) => done[screen] ?? [])
    const standing = aged(place.fact, withScreens(place.fact, own, lists, []), asking, noClock)
    forget(person, 0, place)
    if (standing.known) writeValue(person, 0, place, standing.value, standing.date)
  }
}

const saysNo = { word: 'no' }

/** As known on the day; null where it lies ahead. */
function onTheDay<T extends Readonly<{ date: Span | null }>>(one: T, asOf: number): T | null {
  const date = cutTo(asOf, one.date)
  if (date === one.date) return one
  return date === 'ahead' ? null : { ...one, date }
}

type Present = Readonly<{ record: EntryRecord; room: number }>

function entriesFilling({ layout }: Plan) {
  const roomAt = new Map(layout.rooms.map(({ entry }, room) => [entry.id, room]))
  const fillings = layout.rooms.map(({ entry, row }) => entryFilling(entry, row))
  const rows: Float64Array[] = layout.rooms.map(() => new Float64Array(0))
  const counts = layout.rooms.map(() => 0)

  return (records: readonly EntryRecord[], asOf: number): Pick<Sheet, 'rows' | 'counts'> => {
    counts.fill(0)
    for (const { record, room } of latestFirst(records, asOf)) {
      const { width, fill } = fillings[room] as EntryFilling
      const at = (counts[room] as number) * width
      if ((rows[room] as Float64Array).length < at + width) rows[room] = grown(rows[room] as Float64Array, at + width)
      fill(rows[room] as Float64Array, at, record)
      counts[room] = (counts[room] as number) + 1
    }
    return { rows, counts }
  }

  /** Those that count on the day. */
  function latestFirst(records: readonly EntryRecord[], asOf: number): readonly Present[] {
    const present: Present[] = []
    for (let i = records.length - 1; i >= 0; i--) {
      const record = records[i] as EntryRecord
      const room = roomAt.get(record.kind)
      const today = room === undefined || record.withdrawn ? null : onTheDay(record, asOf)
      if (room !== undefined && today !== null) present.push({ record: today, room })
    }
    // The later of one day comes first: they were put in backwards, and sorting keeps them so.
    present.sort((a, b) => orderOf(b.record.date) - orderOf(a.record.date) || 0)
    if (present.every(({ record }) => record.supersedes.length === 0)) return present
    const superseded = new Set(present.flatMap(({ record }) => record.supersedes.filter((id) => id !== record.id)))
    return present.filter(({ record }) => !superseded.has(record.id))
  }
}

function grown(cells: Float64Array, size: number): Float64Array {
  const larger = new Float64Array(size * 2)
  larger.set(cells)
  return larger
}
