import type { Chart, EntryRecord, Observation, Pathway, Provenance, ScreenDone } from '@facialis/language'
import { type Dictionary, dictionaryOf } from '../chart/dictionary.ts'
import type { JsonObject } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'
import { addressOf, entryIdSystem, entrySystem, factSystem, replacesExtension, screenSystem } from '../terms/systems.ts'
import { dated, fhirOf } from '../values/fhir-value.ts'

/** What resources written together carry. `person` is null where nobody is known to stand behind them. */
export type Stamp = Readonly<{
  meta: JsonObject
  subject: JsonObject
  person: JsonObject | null
  at: string
  after: readonly JsonObject[]
}>

/** A chart in our own words: one Observation for each statement, screen and entry, in their order. */
export type Written = Readonly<{
  observations: readonly Resource[]
  screens: readonly Resource[]
  entries: readonly Resource[]
}>

type Stamping = Readonly<{
  corrects: boolean
  newId: () => string
  /** The stamp of one statement, screen or entry. */
  stampOf: (said: Observation | ScreenDone | EntryRecord) => Stamp
}>

export function ownResources(pathway: Pathway, chart: Chart, { corrects, newId, stampOf }: Stamping): Written {
  const dictionary = dictionaryOf(pathway)
  const base = (
    said: Observation | ScreenDone | EntryRecord,
    status: string,
    extensions: readonly JsonObject[] = [],
  ) => {
    const { meta, subject, person, at, after } = stampOf(said)
    const extension = [...extensions, ...after]
    return {
      resourceType: 'Observation',
      id: newId(),
      meta,
      ...(extension.length > 0 ? { extension } : {}),
      status,
      subject,
      issued: at,
      ...(person === null ? {} : { performer: [person] }),
      ...reasonOf(said.provenance),
    }
  }
  return {
    observations: chart.observations.map((said) => ({
      ...base(said, corrects ? 'corrected' : 'final'),
      ...statement(said, dictionary),
    })),
    screens: chart.screens.map((done) => ({ ...base(done, 'final'), ...screen(done, dictionary) })),
    entries: chart.entries.map((record) => {
      const replaces = record.supersedes.map((id) => ({ url: replacesExtension, valueString: id }))
      return {
        ...base(record, record.withdrawn ? 'entered-in-error' : 'final', replaces),
        ...panel(record, dictionary),
      }
    }),
  }
}

/** Why somebody judged so: their words, and the entry it rests on. */
const reasonOf = ({ note, study }: Provenance): JsonObject => ({
  ...(note === undefined ? {} : { note: [{ text: note }] }),
  ...(study === undefined ? {} : { derivedFrom: [{ identifier: { system: entryIdSystem, value: study } }] }),
})

function statement({ fact: id, value, date }: Observation, { facts }: Dictionary): JsonObject {
  const fact = facts.get(id)
  if (!fact) return {}
  const others = fact.type === 'quantity' ? fact.codes.filter((code) => code.confirmed) : []
  const coding = [
    { system: factSystem, code: id, display: fact.label },
    ...others.map((code) => ({ system: addressOf(code.system), code: code.code })),
  ]
  return { code: { coding, text: fact.question }, ...(date ? dated('effective', date) : {}), ...fhirOf(fact, value) }
}

const screen = ({ screen: id, date }: ScreenDone, { screens }: Dictionary): JsonObject => ({
  code: { coding: [{ system: screenSystem, code: id, display: screens.get(id)?.label }] },
  ...dated('effective', date),
  valueBoolean: true,
})

function panel(record: EntryRecord, { entries, fields }: Dictionary): JsonObject {
  const component = Object.entries(record.fields).flatMap(([id, value]) => {
    const fact = fields.get(id)?.fact
    return fact
      ? [{ code: { coding: [{ system: factSystem, code: id, display: fact.label }] }, ...fhirOf(fact, value) }]
      : []
  })
  return {
    identifier: [{ system: entryIdSystem, value: record.id }],
    code: { coding: [{ system: entrySystem, code: record.kind, display: entries.get(record.kind)?.label }] },
    ...(record.date ? dated('effective', record.date) : {}),
    ...(component.length > 0 ? { component } : {}),
  }
}
