import { isObject, type JsonObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { actKindSystem, own } from '@facialis/fhir/terms/systems.ts'
import type { Resource } from '@facialis/record'
import type { Act, Role, TimelineItem } from '@facialis/wire'
import type { IdentityField as TellsOf } from './identity.ts'

const roleSystem = `${own}/role`
const sentExtension = `${own}/StructureDefinition/act`

/** The parsed Provenance of an act: who, when, and the content of the act. */
export type ActProvenance = Readonly<{
  id: string
  kind: TimelineItem['kind']
  /** `YYYY-MM-DD` */
  date: string
  recordedAt: string
  by: string
  role: string
  recordedAfter: boolean
  act: ActContent
}>

type Person = Readonly<Partial<Record<TellsOf, string | null>>>

export type ActContent = Readonly<{
  facts?: Readonly<Record<string, unknown>>
  screens?: readonly string[]
  entries?: readonly Readonly<{
    id?: string
    kind: string
    date?: string | null
    withdrawn?: boolean
    fields: Readonly<Record<string, unknown>>
  }>[]
  note?: string
  /** What was written anew of who somebody is, or of how they are reached: as it stood before, and from then on. */
  was?: Person
  now?: Person
  /** The id of an earlier act that counts no more from this one on. */
  withdraws?: string
  recordedAfter?: NonNullable<Act['recordedAfter']>
}>

export type NewProvenance = Omit<ActProvenance, 'recordedAfter' | 'role'> &
  Readonly<{ patientId: string; accountId: string; role: Role }>

/** The Provenance of one act. */
export const provenanceOf = ({ patientId, accountId, act, ...told }: NewProvenance): Resource => ({
  resourceType: 'Provenance',
  id: told.id,
  target: [{ reference: `Patient/${patientId}` }],
  occurredDateTime: told.date,
  recorded: told.recordedAt,
  activity: { coding: [{ system: actKindSystem, code: told.kind }] },
  agent: [
    {
      role: [{ coding: [{ system: roleSystem, code: told.role }] }],
      who: { identifier: { value: accountId }, display: told.by },
    },
  ],
  extension: [{ url: sentExtension, valueString: JSON.stringify(act) }],
})

/** Acts that a later one withdrew, by their id, and the one that did. They count no more, whatever day is asked. */
export const withdrawnIn = (told: readonly ActProvenance[]): ReadonlyMap<string, ActProvenance> =>
  new Map(told.flatMap((one) => (one.act.withdraws === undefined ? [] : [[one.act.withdraws, one] as const])))

const first = (value: unknown): JsonObject => objectsIn(value)[0] ?? {}
const codeOf = (concept: unknown): string => (isObject(concept) ? String(first(concept.coding).code ?? '') : '')

/** Parses a Provenance of ours; null for any other resource. */
export function actProvenanceIn(resource: Resource): ActProvenance | null {
  if (resource.resourceType !== 'Provenance') return null
  const sent = objectsIn(resource.extension).find(({ url }) => url === sentExtension)
  if (typeof sent?.valueString !== 'string') return null
  const agent = first(resource.agent)
  const act = JSON.parse(sent.valueString) as ActContent
  return {
    id: String(resource.id),
    kind: codeOf(resource.activity) as ActProvenance['kind'],
    date: String(resource.occurredDateTime),
    recordedAt: String(resource.recorded),
    by: isObject(agent.who) ? String(agent.who.display ?? '') : '',
    role: codeOf(first(agent.role)),
    recordedAfter: act.recordedAfter !== undefined,
    act,
  }
}
