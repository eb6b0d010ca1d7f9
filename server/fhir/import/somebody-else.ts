import { namesOf } from '@facialis/fhir/read/person-name.ts'
import { parseDate } from '@facialis/language'
import { compareText, type RecordView, type Resource } from '@facialis/record'
import { type Refusal, refuse } from '../../ground/problem.ts'
import { knowing } from '../../indexed/knowing.ts'
import { isSameName } from '../../indexed/name-key.ts'

/** What is here now under the addresses that these have. */
export async function hereAmong(sent: readonly Resource[], view: RecordView): Promise<Map<string, Resource>> {
  const here = new Map<string, Resource>()
  const asOf = await view.position()
  for (const [type, ones] of Map.groupBy(sent, ({ resourceType }) => resourceType)) {
    const ids = ones.flatMap(({ id }) => id ?? []).sort(compareText)
    for (const { id, resource } of await view.readThen(type, ids, asOf))
      if (resource !== null) here.set(`${type}/${id}`, resource)
  }
  return here
}

/**
 * Why what a file has is not taken for what is here under its id: two systems count from one, and it is about somebody else.
 * Null where it may be the same, written otherwise or changed since.
 */
export function ofSomebodyElse(sent: Resource, here: Resource): Refusal | null {
  const { resourceType: type, id } = sent
  if (type === 'Patient')
    return isAnother(sent, here) ? refuse(422, 'another-person', anotherPerson, { where: 'Patient.id' }) : null
  const whose = knowing.patientOf(sent)
  // Whom a search names, it named when it came.
  if (whose === null || whose === knowing.patientOf(here)) return null
  const sentence = `There is a ${type}/${id} here already, about somebody else.`
  return refuse(422, 'found-of-another', sentence, { where: `${type}.id` })
}

/** The same of whatever a file tells of such a person. */
export const toldOfAnother = (id: string): Refusal =>
  refuse(422, 'another-person', `Patient/${id} is somebody else here than in these files.`)

const anotherPerson =
  'Somebody else has this id here, of another name and another birth date: neither they nor what these files tell of them is brought in.'

/** Both have to differ: a name changes, and a birth date is put right. */
const isAnother = (one: Resource, other: Resource): boolean =>
  isBornOtherwise(one.birthDate, other.birthDate) &&
  namesOf(one).length > 0 &&
  namesOf(other).length > 0 &&
  !namesOf(one).some((name) => namesOf(other).some((known) => isSameName(name, known)))

function isBornOtherwise(one: unknown, other: unknown): boolean {
  const [a, b] = [one, other].map((date) => (typeof date === 'string' ? parseDate(date) : null))
  return a != null && b != null && (a.hi < b.lo || b.hi < a.lo)
}
