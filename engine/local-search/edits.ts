import type {
  Chart,
  Day,
  Entry,
  EntryRecord,
  Fact,
  Observation,
  Provenance,
  Span,
  Unknown,
  Value,
} from '@facialis/language'
import { exactly } from '@facialis/language'
import { isJudgement, lackingBeside } from './judgements.ts'

/** Small changes to somebody made up: one statement about each fact, and entries by their names. */
const madeUp: Provenance = { source: 'made up' }

/** A judgement carries who made it and why. */
const signatureFor = (fact: Fact, value: Value | Unknown): Provenance =>
  isJudgement(fact, value) ? { ...madeUp, by: 'Dr Demo', note: 'made up' } : madeUp

export function stating(chart: Chart, fact: Fact, value: Value | Unknown, on: Span | null): Chart {
  const said: Observation = { fact: fact.id, value, date: on, provenance: signatureFor(fact, value) }
  return { ...chart, observations: [...chart.observations.filter((one) => one.fact !== fact.id), said] }
}

/** Nothing is said about it. */
export const silentOn = (chart: Chart, fact: Fact): Chart => ({
  ...chart,
  observations: chart.observations.filter((one) => one.fact !== fact.id),
})

export const redated = (chart: Chart, fact: Fact, on: Span | null): Chart => ({
  ...chart,
  observations: chart.observations.map((one) => (one.fact === fact.id ? { ...one, date: on } : one)),
})

/** One more entry without any field; `id` is its name. */
export function withEntry(chart: Chart, kind: Entry, on: Span | null): Readonly<{ chart: Chart; id: string }> {
  const taken = new Set(chart.entries.map(({ id }) => id))
  let number = 1
  while (taken.has(`${kind.id}-${number}`)) number++
  const id = `${kind.id}-${number}`
  const made: EntryRecord = {
    id,
    kind: kind.id,
    date: on,
    withdrawn: false,
    supersedes: [],
    fields: {},
    provenance: madeUp,
  }
  return { chart: { ...chart, entries: [...chart.entries, made] }, id }
}

export const without = (chart: Chart, entry: string): Chart => ({
  ...chart,
  entries: chart.entries.filter(({ id }) => id !== entry),
})

const changed = (chart: Chart, entry: string, change: (record: EntryRecord) => EntryRecord): Chart => ({
  ...chart,
  entries: chart.entries.map((record) => (record.id === entry ? change(record) : record)),
})

export const onDay = (chart: Chart, entry: string, date: Span | null): Chart =>
  changed(chart, entry, (record) => ({ ...record, date }))

/** Says it in a field; null leaves the field out. What a judgement needs beside it is said too. */
export function saying(chart: Chart, entry: string, field: Fact, value: Value | Unknown | null, today: Day): Chart {
  return changed(chart, entry, (record) => {
    const { [field.id]: _, ...others } = record.fields
    if (value === null) return { ...record, fields: others }
    const fields: Record<string, Value | Unknown> = { ...others, [field.id]: value }
    for (const need of lackingBeside(field, fields)) fields[need.id] = some(need, today)
    return { ...record, fields }
  })
}

/** Any value, but not that which stands where nothing is recorded. */
function some(fact: Fact, today: Day): Value {
  switch (fact.type) {
    case 'choice':
    case 'yes-no': {
      const { unrecorded } = fact
      const usual = unrecorded && 'word' in unrecorded ? unrecorded.word : null
      return { word: fact.values.find((word) => word !== usual) as string }
    }
    case 'set':
      return { words: [...fact.values] }
    case 'quantity':
      return { number: fact.min }
    case 'date':
      return { date: exactly(today) }
    case 'text':
      return { text: 'made up' }
    default:
      return fact satisfies never
  }
}
