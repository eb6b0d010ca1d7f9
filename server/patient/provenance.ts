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

/** Whether it tells an act, of whichever clinic. */
export const isAct = ({ resourceType, extension }: Resource): boolean =>
  resourceType === 'Provenance' && objectsIn(extension).some(({ url }) => url === sentExtension)

/**
 * The Provenance of an act that another Facialis recorded, as it is kept here: told as done elsewhere. Null where nobody
 * here can read it.
 */
export function provenanceElsewhere(resource: Resource): Resource | null {
  const extensions = objectsIn(resource.extension)
  const sent = extensions.find(({ url }) => url === sentExtension)
  const act = typeof sent?.valueString === 'string' ? contentIn(sent.valueString) : null
  if (act === null || objectsIn(resource.target).length !== 1) return null
  const by = act.recordedAfter?.by
  const after = { why: 'elsewhere', ...(by === undefined ? {} : { by }) }
  const told = { url: sentExtension, valueString: JSON.stringify({ ...act, recordedAfter: after }) }
  return { ...resource, extension: extensions.map((one) => (one === sent ? told : one)) }
}

/** What a file says of an act; null where it is not of the shape in which acts are told. */
function contentIn(text: string): ActContent | null {
  let act: unknown
  try {
    act = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(act)) return null
  const {
    facts = {},
    screens = [],
    entries = [],
    note = '',
    was = {},
    now = {},
    withdraws = '',
    recordedAfter = {},
  } = act
  const isTold =
    [facts, was, now, recordedAfter].every(isObject) &&
    [note, withdraws].every(isString) &&
    areAll(screens, isString) &&
    areAll(entries, (one) => isObject(one) && isString(one.kind) && isObject(one.fields)) &&
    (!isObject(recordedAfter) || recordedAfter.by === undefined || isString(recordedAfter.by))
  return isTold ? (act as ActContent) : null
}

const isString = (value: unknown): value is string => typeof value === 'string'
const areAll = (value: unknown, is: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(is)

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
