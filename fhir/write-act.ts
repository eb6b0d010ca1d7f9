import type { Chart, EntryRecord, Observation, Pathway, ScreenDone } from '@facialis/language'
import { type Act, type Stated, statementsOfAct } from './act.ts'
import { addToChart } from './add-to-chart.ts'
import { type Dictionary, dictionaryOf } from './dictionary.ts'
import { dated, fhirOf } from './fhir-value.ts'
import type { JsonObject } from './json.ts'
import type { Outcome } from './outcome.ts'
import type { Resource } from './resources.ts'
import {
  actKindSystem,
  actSystem,
  addressOf,
  entryIdSystem,
  entrySystem,
  factSystem,
  recordedAfterExtension,
  replacesExtension,
  roleExtension,
  screenSystem,
} from './systems.ts'
import { conclusionOf, consentsOf, nativesOf, noteOf, orderOf } from './write-native.ts'

/** Who wrote what down, for whom, when. `at` is an instant; `newId` gives ids that FHIR allows. */
export type Writing = Readonly<{
  patientId: string
  actor: Readonly<{ id: string; name: string; role: string }>
  at: string
  newId: () => string
  /** The chart before the act: with it, an entry that is amended is also renewed for other systems. */
  before?: Chart
}>

/** What every resource of one act carries. */
export type Stamp = Readonly<{
  meta: JsonObject
  subject: JsonObject
  person: JsonObject
  at: string
  after: readonly JsonObject[]
}>

/**
 * The resources that record an act. One Observation for each statement, screen and entry tells everything; beside
 * them stand the resources other systems look for (a report, a procedure, an administration…), which point to it.
 * `chartFromResources` gives back exactly what the act stated. The ids of the resources for other systems follow from
 * the id of their entry, so that an amendment is a new version of them.
 */
export function resourcesOfAct(pathway: Pathway, act: Act, writing: Writing): Outcome<readonly Resource[]> {
  const { actor, newId, before } = writing
  const stated = statementsOfAct(pathway, act, { by: actor.name, role: actor.role, newId })
  if (!stated.ok) return stated
  const stamp = stampOf(act, writing)
  const resources = writtenOf(pathway, stated.value, stamp, newId)
  const { observations, entries } = resources
  const all = before ? addToChart(before, stated.value).entries : stated.value.chart.entries
  const natives = stated.value.chart.entries.flatMap((record, index) => {
    const whole = all.find((known) => known.id === record.id && known.kind === record.kind) ?? record
    return nativesOf(pathway, whole, entries[index] as Resource, stamp)
  })
  const value = [
    ...observations,
    ...resources.screens,
    ...entries,
    ...natives,
    ...conclusionOf(pathway, act.kind, stated.value.chart.observations, observations, stamp, newId),
    ...consentsOf(pathway, stated.value.chart.observations, observations, stamp, newId),
    ...orderOf(pathway, act.kind, stated.value.date, stamp, newId),
    ...noteOf(act.note, stamp, newId),
  ]
  return { ok: true, value }
}

function stampOf(act: Act, { patientId, actor, at, newId }: Writing): Stamp {
  const { recordedAfter } = act
  const by = recordedAfter?.by
  return {
    meta: {
      tag: [
        { system: actSystem, code: newId() },
        { system: actKindSystem, code: act.kind },
      ],
    },
    subject: { reference: `Patient/${patientId}` },
    person: {
      type: 'Practitioner',
      identifier: { value: actor.id },
      display: actor.name,
      extension: [{ url: roleExtension, valueCode: actor.role }],
    },
    at,
    after: recordedAfter
      ? [
          {
            url: recordedAfterExtension,
            extension: [
              { url: 'why', valueCode: recordedAfter.why },
              ...(by === undefined ? [] : [{ url: 'by', valueString: by }]),
            ],
          },
        ]
      : [],
  }
}

type Written = Readonly<{
  observations: readonly Resource[]
  screens: readonly Resource[]
  entries: readonly Resource[]
}>

function writtenOf(pathway: Pathway, { chart, corrects }: Stated, stamp: Stamp, newId: () => string): Written {
  const dictionary = dictionaryOf(pathway)
  const base = (extensions: readonly JsonObject[] = []) => {
    const extension = [...extensions, ...stamp.after]
    return {
      resourceType: 'Observation',
      id: newId(),
      meta: stamp.meta,
      ...(extension.length > 0 ? { extension } : {}),
    }
  }
  const signed = { subject: stamp.subject, issued: stamp.at, performer: [stamp.person] }
  return {
    observations: chart.observations.map((observation) => ({
      ...base(),
      status: corrects ? 'corrected' : 'final',
      ...signed,
      ...statement(observation, dictionary),
    })),
    screens: chart.screens.map((done) => ({ ...base(), status: 'final', ...signed, ...screen(done, dictionary) })),
    entries: chart.entries.map((record) => ({
      ...base(record.supersedes.map((id) => ({ url: replacesExtension, valueString: id }))),
      status: record.withdrawn ? 'entered-in-error' : 'final',
      ...signed,
      ...panel(record, dictionary),
    })),
  }
}

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
