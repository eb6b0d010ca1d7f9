import { isObject, type JsonObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { actKindSystem, own } from '@facialis/fhir/terms/systems.ts'
import type { Resource } from '@facialis/record'
import type { Act, Role, TimelineItem } from '@facialis/wire'
import type { Told as TellsOf } from './identity.ts'

const roleSystem = `${own}/role`
const sentExtension = `${own}/StructureDefinition/act`

/** What somebody did, kept beside the resources it made: who, when, and the act as it was understood. */
export type Told = Readonly<{
  id: string
  kind: TimelineItem['kind']
  /** `YYYY-MM-DD` */
  date: string
  recordedAt: string
  by: string
  role: string
  recordedAfter: boolean
  act: ToldAct
}>

type Person = Readonly<Partial<Record<TellsOf, string | null>>>

export type ToldAct = Readonly<{
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

export type Telling = Omit<Told, 'recordedAfter' | 'role'> &
  Readonly<{ patientId: string; accountId: string; role: Role }>

/** The Provenance of one act. */
export const provenanceOf = ({ patientId, accountId, act, ...told }: Telling): Resource => ({
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
export const withdrawnIn = (told: readonly Told[]): ReadonlyMap<string, Told> =>
  new Map(told.flatMap((one) => (one.act.withdraws === undefined ? [] : [[one.act.withdraws, one] as const])))

const first = (value: unknown): JsonObject => objectsIn(value)[0] ?? {}
const codeOf = (concept: unknown): string => (isObject(concept) ? String(first(concept.coding).code ?? '') : '')

/** Reads a Provenance of ours; null for any other resource. */
export function toldBy(resource: Resource): Told | null {
  if (resource.resourceType !== 'Provenance') return null
  const sent = objectsIn(resource.extension).find(({ url }) => url === sentExtension)
  if (typeof sent?.valueString !== 'string') return null
  const agent = first(resource.agent)
  const act = JSON.parse(sent.valueString) as ToldAct
  return {
    id: String(resource.id),
    kind: codeOf(resource.activity) as Told['kind'],
    date: String(resource.occurredDateTime),
    recordedAt: String(resource.recorded),
    by: isObject(agent.who) ? String(agent.who.display ?? '') : '',
    role: codeOf(first(agent.role)),
    recordedAfter: act.recordedAfter !== undefined,
    act,
  }
}
