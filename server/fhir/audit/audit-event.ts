import { own } from '@facialis/fhir/terms/systems.ts'
import type { AuditEntry, Resource } from '@facialis/record'
import { nonEmptyLists } from '../responses/non-empty-lists.ts'

const hl7 = 'http://terminology.hl7.org/CodeSystem'
export const accountSystem = `${own}/account`

type Concept = Readonly<{ system: string; code: string; display: string }>
const dicom = (code: string, display: string): Concept => ({
  system: 'http://dicom.nema.org/resources/ontology/DCM',
  code,
  display,
})

/** The kind of event in the standard's words, the first that fits; what exactly was done stands beside it in ours. */
const kinds: readonly (readonly [RegExp, Concept])[] = [
  [/^sign-in|^passkey-|^openid-|^password-/, dicom('110114', 'User Authentication')],
  [/^audit-/, dicom('110101', 'Audit Log Used')],
  [/^emergency-/, dicom('110113', 'Security Alert')],
  [/^bulk-export/, dicom('110106', 'Export')],
  [/^fhir-import/, dicom('110107', 'Import')],
  [/^fhir-/, { system: `${hl7}/audit-event-type`, code: 'rest', display: 'RESTful Operation' }],
]
const ofARecord = dicom('110110', 'Patient Record')

/** One event of the trail as FHIR tells it, made from the entry as it is kept; `nameOf` names an account. */
export function auditEventOf(entry: AuditEntry, nameOf: (accountId: string) => string | null): Resource {
  const { seq, at, actor, action, outcome, purpose, beside, problem, hash } = entry
  const name = nameOf(actor.id)
  const why = purpose !== null || beside.reason !== undefined
  const desc = beside.problem?.sentence ?? problem
  return {
    resourceType: 'AuditEvent',
    id: String(seq),
    meta: { versionId: '1', lastUpdated: at },
    // With it, and those before, anybody can follow the chain.
    extension: [{ url: `${own}/StructureDefinition/audit-hash`, valueString: hash }],
    type: kinds.find(([deed]) => deed.test(action))?.[1] ?? ofARecord,
    subtype: [{ system: `${own}/deed`, code: action }],
    action: letterOf(entry),
    recorded: at,
    outcome: outcome === 'refused' ? '4' : '0',
    ...(desc ? { outcomeDesc: desc } : {}),
    ...(why ? { purposeOfEvent: [purposeOf(purpose, beside.reason)] } : {}),
    agent: [
      {
        ...(actor.role === undefined ? {} : { role: [{ coding: [{ system: `${own}/role`, code: actor.role }] }] }),
        who: { identifier: { system: accountSystem, value: actor.id }, ...(name === null ? {} : { display: name }) },
        requestor: true,
      },
    ],
    source: {
      observer: { display: 'Facialis' },
      type: [{ system: `${hl7}/security-source-type`, code: '4', display: 'Application Server' }],
    },
    ...nonEmptyLists({ entity: entitiesOf(entry) }),
  } as Resource
}

function letterOf({ outcome, changes }: AuditEntry): 'C' | 'R' | 'U' | 'D' | 'E' {
  const methods = new Set(changes.map(({ method }) => method))
  if (outcome === 'read') return 'R'
  if (methods.size !== 1) return methods.size === 0 ? 'E' : 'U'
  return methods.has('create') ? 'C' : methods.has('delete') ? 'D' : 'U'
}

const purposeOf = (purpose: string | null, reason: string | undefined): object => ({
  ...(purpose === null ? {} : { coding: [{ system: `${hl7}/v3-ActReason`, code: purpose }] }),
  ...(reason === undefined ? {} : { text: reason }),
})

const kindOfEntity = (code: string, display: string) => ({ system: `${hl7}/audit-entity-type`, code, display })
const roleOfEntity = (code: string, display: string) => ({ system: `${hl7}/object-role`, code, display })
const object = kindOfEntity('2', 'System Object')

/** Whose record it was, what was looked at, which versions were written, on which advice, and by which request. */
function entitiesOf({ patientIds, beside, changes, decision, requestId }: AuditEntry): readonly object[] {
  const kept = (what: string, value: string, more: object = {}) => ({
    what: { identifier: { system: `${own}/${what}`, value } },
    type: object,
    ...more,
  })
  const hashed = (hash: string) => ({ detail: [{ type: 'SHA-256', valueString: hash }] })
  return [
    ...patientIds.map((id) => ({
      what: { reference: `Patient/${id}` },
      type: kindOfEntity('1', 'Person'),
      role: roleOfEntity('1', 'Patient'),
    })),
    ...(beside.what === undefined ? [] : [{ name: beside.what, type: object }]),
    ...changes.map(({ type, id, version, hash }) => ({
      what: { reference: `${type}/${id}/_history/${version}` },
      type: object,
      role: roleOfEntity('4', 'Domain Resource'),
      ...hashed(hash),
    })),
    ...(decision === null ? [] : [kept('decision', decision.id, hashed(decision.hash))]),
    ...(requestId === null ? [] : [kept('request', requestId)]),
  ]
}
