import type { CodeMeaning, Observation, Pathway, Span } from '@facialis/language'
import { adverseWords, dictionaryOf } from '../chart/dictionary.ts'
import { isObject, objectsIn } from '../json/json.ts'
import type { Said } from '../read/reading.ts'
import type { Resource } from '../read/resources.ts'
import { measuresOf, statesOf } from '../terms/concept-meaning.ts'
import { actKindSystem, termSystem } from '../terms/systems.ts'
import { by, conceptOf, dateText, toldBy } from './native-resources.ts'
import type { Stamp } from './own-resources.ts'

const said = (observations: readonly Observation[], fact: string): Said | undefined =>
  observations.find((o) => o.fact === fact)?.value

/** An act that is being written: what it states, and with what everything of it is stamped. */
export type ActWritten = Readonly<{
  pathway: Pathway
  kind: string
  observations: readonly Observation[]
  /** The Observation that tells each of them, in the same order. */
  told: readonly Resource[]
  stamp: Stamp
  newId: () => string
}>

/** A signed conclusion as a problem. */
export function conclusionOf({ pathway, kind, observations, told, stamp, newId }: ActWritten): readonly Resource[] {
  const isConclusion = pathway.terminology.some((row) => isTerm(row, kind) && row.in.includes('Condition'))
  const best = isConclusion ? problemStated(pathway, observations) : null
  if (best === null) return []
  const { facts } = dictionaryOf(pathway)
  const isDoubted = observations.some(({ fact: id, value }) => {
    const fact = facts.get(id)
    return (
      fact &&
      'word' in value &&
      adverseWords(fact).has(value.word) &&
      statesOf([best]).some((stated) => stated.fact.id === id)
    )
  })
  return [
    {
      resourceType: 'Condition',
      id: newId(),
      meta: stamp.meta,
      extension: [...told.map(toldBy), ...stamp.after],
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      verificationStatus: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
            code: isDoubted ? 'provisional' : 'confirmed',
          },
        ],
      },
      code: conceptOf(best),
      subject: stamp.subject,
      recordedDate: stamp.at,
      ...by('asserter', stamp),
      evidence: [{ detail: told.map(({ id }) => ({ reference: `Observation/${id}` })) }],
    },
  ]
}

const isTerm = (row: CodeMeaning, code: string): boolean => row.code.system === 'facialis' && row.code.code === code

/** The problem whose first meaning was stated and whose others agree most; of several, the first of the pathway. */
function problemStated(pathway: Pathway, observations: readonly Observation[]): CodeMeaning | null {
  const agreement = ({ fact, value }: ReturnType<typeof statesOf>[number]): number => {
    const stated = said(observations, fact.id)
    if (stated === undefined) return 0
    return 'word' in stated && stated.word === value ? 1 : -1
  }
  let best: Readonly<{ row: CodeMeaning; agreeing: number }> | null = null
  for (const row of pathway.terminology) {
    const agreeing = statesOf([row]).map(agreement)
    if (!row.in.includes('Condition') || !row.code.confirmed || agreeing[0] !== 1) continue
    const sum = agreeing.reduce((all, one) => all + one)
    if (best === null || sum > best.agreeing) best = { row, agreeing: sum }
  }
  return best?.row ?? null
}

/** A stated day of consent as a Consent. */
export function consentsOf({ pathway, observations, told, stamp, newId }: ActWritten): readonly Resource[] {
  return observations.flatMap(({ fact, value }, index): readonly Resource[] => {
    const row = pathway.terminology.find(
      (candidate) => candidate.in[0] === 'Consent' && measuresOf(candidate).some((m) => m.id === fact),
    )
    const teller = told[index]
    if (!row || !teller || !('date' in value)) return []
    return [
      {
        resourceType: 'Consent',
        id: newId(),
        meta: stamp.meta,
        extension: [toldBy(teller), ...stamp.after],
        status: 'active',
        scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'treatment' }] },
        category: [conceptOf(row)],
        patient: stamp.subject,
        dateTime: dateText(value.date),
        policyRule: { text: row.display },
      },
    ]
  })
}

/** An act that is itself an order, e.g. of a medicine. */
export function orderOf({ pathway, kind, stamp, newId }: ActWritten, date: Span): readonly Resource[] {
  const row = pathway.terminology.find(
    (candidate) => isTerm(candidate, kind) && candidate.in.includes('MedicationRequest'),
  )
  if (!row) return []
  return [
    {
      resourceType: 'MedicationRequest',
      id: newId(),
      meta: stamp.meta,
      ...(stamp.after.length > 0 ? { extension: stamp.after } : {}),
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: {
        coding: [{ system: termSystem, code: row.code.code, display: row.display }],
        text: row.display,
      },
      subject: stamp.subject,
      authoredOn: dateText(date),
      ...by('requester', stamp),
    },
  ]
}

/** The orders that an act of a kind wrote at an instant, now ended: in the same place, with the reason. */
export const stoppedOrders = <Kept extends Resource>(
  resources: readonly Kept[],
  { kind, at, reason }: Readonly<{ kind: string; at: string; reason: string }>,
): readonly Kept[] =>
  resources
    .filter(
      ({ resourceType, meta }) =>
        resourceType === 'MedicationRequest' &&
        isObject(meta) &&
        meta.lastUpdated === at &&
        objectsIn(meta.tag).some(({ system, code }) => system === actKindSystem && code === kind),
    )
    .map((order) => ({ ...order, status: 'stopped', statusReason: { text: reason } }))

/** What was written beside the answers, as a Communication; nothing where nothing was. */
export function noteOf({ stamp, newId }: ActWritten, note: string | undefined): readonly Resource[] {
  if (note === undefined || note.trim() === '') return []
  return [
    {
      resourceType: 'Communication',
      id: newId(),
      meta: stamp.meta,
      ...(stamp.after.length > 0 ? { extension: stamp.after } : {}),
      status: 'completed',
      subject: stamp.subject,
      sent: stamp.at,
      ...by('sender', stamp),
      payload: [{ contentString: note }],
    },
  ]
}
