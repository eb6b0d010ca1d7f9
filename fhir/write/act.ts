import type { Chart, EntryRecord, Pathway } from '@facialis/language'
import { addToChart } from '../chart/add-to-chart.ts'
import type { JsonObject } from '../json/json.ts'
import type { Outcome } from '../json/outcome.ts'
import { type Act, statementsOfAct } from '../plain/act.ts'
import type { Resource } from '../read/resources.ts'
import { actKindSystem, actSystem, recordedAfterExtension, roleExtension } from '../terms/systems.ts'
import { conclusionOf, consentsOf, noteOf, orderOf } from './act-natives.ts'
import { nativesOf } from './native-resources.ts'
import { ownResources, type Stamp } from './own-resources.ts'

/** Who wrote what down, for whom, when. `at` is an instant; `newId` gives ids that FHIR allows. */
export type Writing = Readonly<{
  patientId: string
  actor: Readonly<{ id: string; name: string; role: string }>
  at: string
  newId: () => string
  /** The chart before the act: with it, an entry that is amended is also renewed for other systems. */
  before?: Chart
  /** In which of the person's records an entry stands, where not all stand in that of `patientId`. */
  standsIn?: (entry: EntryRecord) => string
}>

/**
 * The resources that record an act. One Observation for each statement, screen and entry tells everything; beside
 * them stand the resources other systems look for (a report, a procedure, an administration…), which point to it.
 * `chartFromResources` gives back exactly what the act stated. The ids of the resources for other systems follow from
 * the id of their entry, so that an amendment is a new version of them.
 */
export function resourcesOfAct(pathway: Pathway, act: Act, writing: Writing): Outcome<readonly Resource[]> {
  const { actor, newId, before, standsIn } = writing
  const stated = statementsOfAct(pathway, act, { by: actor.name, role: actor.role, newId })
  if (!stated.ok) return stated
  const stamp = stampOf(act, writing)
  const stampOfEntry = (entry: EntryRecord): Stamp =>
    standsIn ? { ...stamp, subject: subjectOf(standsIn(entry)) } : stamp
  const resources = ownResources(pathway, stated.value.chart, {
    corrects: stated.value.corrects,
    newId,
    stampOf: (said) => ('fields' in said ? stampOfEntry(said) : stamp),
  })
  const { observations, entries } = resources
  const all = before ? addToChart(before, stated.value).entries : stated.value.chart.entries
  const natives = stated.value.chart.entries.flatMap((record, index) => {
    const whole = all.find((known) => known.id === record.id && known.kind === record.kind) ?? record
    return nativesOf(pathway, whole, entries[index] as Resource, stampOfEntry(record))
  })
  const told = { observations: stated.value.chart.observations, told: observations }
  const written = { pathway, kind: act.kind, ...told, stamp, newId }
  const value = [
    ...observations,
    ...resources.screens,
    ...entries,
    ...natives,
    ...conclusionOf(written),
    ...consentsOf(written),
    ...orderOf(written, stated.value.date),
    ...noteOf(written, act.note),
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
    subject: subjectOf(patientId),
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

const subjectOf = (patientId: string): JsonObject => ({ reference: `Patient/${patientId}` })
