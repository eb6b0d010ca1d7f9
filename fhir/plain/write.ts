import {
  type Chart,
  type Day,
  type EntryRecord,
  type Fact,
  formatDay,
  formatSpan,
  type Observation,
  type Pathway,
  type Provenance,
} from '@facialis/language'
import { dictionaryOf } from '../chart/dictionary.ts'
import { plainOf } from '../values/plain-value.ts'

type Members = Record<string, unknown>

/** Plain facts that read back as this chart. The inverse of `chartFromPlainFacts`, but for where each word stood. */
export function plainFromChart(pathway: Pathway, chart: Chart, asOf: Day | null = null): Readonly<Members> {
  const dictionary = dictionaryOf(pathway)
  const day = asOf === null ? null : formatDay(asOf)
  const statements = new Map<string, unknown[]>()
  const add = (key: string, written: unknown): void => {
    const list = statements.get(key)
    if (list) list.push(written)
    else statements.set(key, [written])
  }
  for (const observation of chart.observations) {
    const fact = dictionary.facts.get(observation.fact)
    if (fact) add(fact.id, statement(fact, observation, day))
  }
  for (const done of chart.screens) {
    const written = { complete: formatSpan(done.date), ...signature(done.provenance) }
    add(`screen.${done.screen}`, Object.keys(written).length === 1 && written.complete === day ? 'complete' : written)
  }
  const facts: Members = {}
  for (const [key, list] of statements)
    facts[key] = list.length === 1 ? list[0] : list.map((item) => explicit(item, day))
  const lists: Members = {}
  for (const entry of pathway.entries) {
    const records = chart.entries.filter((record) => record.kind === entry.id)
    if (records.length > 0)
      lists[entry.plural] = records.map((record) =>
        entryOf(record, new Map(Object.values(entry.fields).map((field) => [field.id, field]))),
      )
  }
  return { ...(day === null ? {} : { asOf: day }), facts, ...lists }
}

const signature = ({ by, role, note, study }: Provenance): Members => ({
  ...(by === undefined ? {} : { by }),
  ...(role === undefined ? {} : { role }),
  ...(note === undefined ? {} : { note }),
  ...(study === undefined ? {} : { study }),
})

function statement(fact: Fact, { value, date, provenance }: Observation, day: string | null): unknown {
  const plain = plainOf(fact, value)
  const written = date === null ? null : formatSpan(date)
  const signed = signature(provenance)
  if (written === day && Object.keys(signed).length === 0) return plain
  return { value: plain, date: written, ...signed }
}

/** In a list every statement is an object, so that a list of statements is never taken for a set of words. */
const explicit = (written: unknown, day: string | null): unknown =>
  typeof written === 'object' && written !== null && ('value' in written || 'complete' in written)
    ? written
    : written === 'complete'
      ? { complete: day }
      : { value: written, date: day }

function entryOf(record: EntryRecord, fields: ReadonlyMap<string, Fact>): Members {
  const written: Members = { id: record.id, date: record.date === null ? null : formatSpan(record.date) }
  if (record.supersedes.length > 0) written.supersedes = record.supersedes
  if (record.withdrawn) written.withdrawn = true
  Object.assign(written, signature(record.provenance))
  for (const [id, value] of Object.entries(record.fields)) {
    const field = fields.get(id)
    if (field) written[id] = plainOf(field, value)
  }
  return written
}
