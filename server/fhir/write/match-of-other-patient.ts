import { objectsIn } from '@facialis/fhir/json/json.ts'
import type { RecordView, Resource } from '@facialis/record'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { samePerson } from '../../patient/same-person.ts'
import { patientMembers, personIn } from '../../search-indexing/resource-knowledge.ts'
import { isAnotherPerson } from './identity-mismatch.ts'
import { placeOfCondition } from './intent.ts'
import type { Target } from './targets.ts'
import { unknownSubjectIn } from './unknown-subject.ts'

/** What was sent and is here already tells whose it is, so that it can be linked as if it were written. */
export function withWhoseItIs(target: Target): Target {
  const { intent, type, does, id } = target
  if (does !== 'nothing' || intent.method !== 'create' || type === 'Patient') return target
  const { resource } = intent
  const said = patientMembers.flatMap((member) => (member in resource ? [[member, resource[member]]] : []))
  const contained = objectsIn(resource.contained).map((one) => ({ resourceType: one.resourceType, id: one.id }))
  const sent = { resourceType: type, id, contained, ...Object.fromEntries(said) }
  return said.length === 0 ? target : { ...target, resource: sent satisfies Resource }
}

/** What is here already stays as it is. */
export const asItIs = (target: Target): Target => (target.does === 'nothing' ? { ...target, resource: null } : target)

/**
 * What is not made because a condition finds it has to be about whom the sent one is about. A condition that only asks for a
 * code, or for the number under which another server has somebody, finds what somebody else has: theirs would be kept nowhere.
 * And a person whom it finds has to be the one who was sent.
 */
export async function matchOfOtherPatient(targets: readonly Target[], view: RecordView): Promise<Refusal | null> {
  const known = new Set<string>()
  for (const { does, resource, before, intent, type } of targets) {
    if (does !== 'nothing' || before === null) continue
    if (type === 'Patient' && 'resource' in intent && isAnotherPerson(intent.resource, before.resource))
      return refuse(412, 'found-of-another', notThem, { where: placeOfCondition(intent) })
    if (resource === null) continue
    const meant = personIn(resource)?.id ?? null
    if (meant === before.patientId && unknownSubjectIn(resource) === null) continue
    const both = `${meant} ${before.patientId}`
    if (known.has(both)) continue
    if (meant !== null && before.patientId !== null && (await isOnePerson(view, meant, before.patientId))) {
      // A file of hundreds names the same two again and again.
      known.add(both)
      continue
    }
    return refuse(412, 'found-of-another', notTheirs, { where: placeOfCondition(intent) })
  }
  return null
}

const notThem =
  'Whoever the condition finds is somebody else by name and birth date, and has no number of the person who was sent: say in the condition whom it means.'
const notTheirs =
  'What the condition finds is not about the person this entry names, as far as anybody here can tell: say in the condition whom it is about, and name them as Patient/[id] or by the fullUrl of their entry.'

/** Also those whose records are read as one. */
async function isOnePerson(view: RecordView, one: string, other: string): Promise<boolean> {
  const found = await view.read('Patient', one)
  if (!found.ok) return false
  const { inUse, merged } = await samePerson(view, found.value.resource)
  return inUse === other || merged.includes(other)
}
