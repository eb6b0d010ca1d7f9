import { canonical, type RecordView, type Resource } from '@facialis/record'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { parametersOf } from '../../search-indexing/parameters.ts'
import { resourceKnowledge, usedName } from '../../search-indexing/resource-knowledge.ts'
import { keptUnder, valuesAt } from '../../search-indexing/values.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

type View = Pick<RecordView, 'read' | 'history' | 'search' | 'patientResources'>

/** What may stand behind a reason: the code of each says what a medicine was given for. */
export const reasons: ReadonlySet<string> = new Set(['Condition', 'Observation', 'DiagnosticReport'])

/**
 * What was let in as a medicine or for a reason would become toxin, or for the face, behind the gate's back. So what
 * something relies on stays as it is: it is neither changed, nor taken back, nor made anew as something else.
 */
export async function dependencyRefusal(target: Target, view: View): Promise<Refusal | null> {
  const { type, id, before, resource, does, intent, isNew: wasNever = false } = target
  if (does === 'nothing' || (type !== 'Medication' && !reasons.has(type))) return null
  const earlier = before?.resource ?? (wasNever ? null : await lastOf(type, id, view))
  const isNew = earlier === null
  // A file may bring a problem after what was given for it; a medicine that comes later was nobody's to judge.
  if (isNew && type !== 'Medication') return null
  if (earlier !== null && resource !== null && saidBy(earlier) === saidBy(resource)) return null
  const by = type === 'Medication' ? await takenAs(id, view) : await givenFor(earlier as Resource, view)
  if (by === null) return null
  const how = isNew ? 'before it is here, and nobody could judge it' : 'as it is'
  return refuse(
    422,
    'relied-on',
    `${by} refers to this ${type} ${how}. Take that back first, or write another ${type}.`,
    { where: placeIn(intent, type) },
  )
}

/** As it was when it was deleted. */
export const lastOf = async (type: string, id: string, view: View): Promise<Resource | null> =>
  (await view.history(type, id)).find(({ resource }) => resource !== null)?.resource ?? null

const unread = new Set(['meta', 'text', 'status', 'identifier'])

/** What others rely on: of a medicine everything but its number and its state, of a reason what it is called. */
const saidBy = (resource: Resource): string =>
  canonical(
    resource.resourceType === 'Medication'
      ? Object.fromEntries(Object.entries(resource).filter(([name]) => !unread.has(name)))
      : (resource.code ?? null),
  )

const naming = [
  ...Object.entries(parametersOf).flatMap(([type, parameters]) =>
    parameters.flatMap((one) => (one.name === 'medication' ? [{ type, name: keptUnder(one).values }] : [])),
  ),
  { type: 'Procedure', name: usedName },
]

async function takenAs(id: string, view: View): Promise<string | null> {
  for (const { type, name } of naming) {
    const { resources } = await view.search({ type, where: [{ name, anyOf: [`Medication/${id}`] }], limit: 1 })
    const [one] = resources
    if (one) return `${type}/${one.id}`
  }
  return null
}

async function givenFor(reason: Resource, view: View): Promise<string | null> {
  const patientId = resourceKnowledge.patientOf(reason)
  if (patientId === null) return null
  const name = `${reason.resourceType}/${reason.id}`
  const own = await view.patientResources(patientId)
  const one = own.find(({ resource }) =>
    valuesAt(resource, 'reasonReference.reference').some((link) => typeof link === 'string' && isTo(link, name)),
  )
  return one === undefined ? null : `${one.type}/${one.id}`
}

/** Whether a reference points to this resource, in any form and version. */
export const isTo = (link: string, name: string): boolean =>
  link === name ||
  link.startsWith(`${name}/_history/`) ||
  link.endsWith(`/${name}`) ||
  link.includes(`/${name}/_history/`)
