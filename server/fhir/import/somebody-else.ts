import { namesOf } from '@facialis/fhir/read/person-name.ts'
import { codingsOf, wordsOf } from '@facialis/fhir/terms/concept.ts'
import { folded } from '@facialis/fhir/terms/folded-words.ts'
import { compareText, type RecordView, type Resource } from '@facialis/record'
import { type Refusal, refuse } from '../../ground/problem.ts'
import { knowing } from '../../indexed/knowing.ts'
import { isSameName } from '../../indexed/name-key.ts'
import { referenceKey } from '../../indexed/values.ts'
import { isAnotherBirth } from '../../patient/birth.ts'
import { identityOf } from '../../patient/identity.ts'
import { textsIn } from '../write/reference-texts.ts'

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
  if (type === 'Medication')
    return isAnotherMedicine(sent.code, here.code)
      ? refuse(422, 'another-thing', anotherMedicine, { where: 'Medication.code' })
      : null
  const whose = knowing.patientOf(sent)
  // Whom a search names, it named when it came.
  if (whose === null || whose === knowing.patientOf(here)) return null
  const sentence = `There is a ${type}/${id} here already, about somebody else.`
  return refuse(422, 'found-of-another', sentence, { where: `${type}.id` })
}

/** The same of whatever names what is another here: of whom it tells, whose it is as well, what was given and why. */
export function namesAnother(sent: Resource, others: ReadonlySet<string>): Refusal | null {
  if (others.size === 0) return null
  const [named] = textsIn(sent, (name, text) => name === 'reference' && others.has(referenceKey(text)))
  if (named === undefined) return null
  const address = referenceKey(named.text)
  const where = { where: named.place }
  return address.startsWith('Patient/')
    ? refuse(422, 'another-person', `${address} is somebody else here than in these files.`, where)
    : refuse(422, 'another-thing', `${address} is something else here than in these files.`, where)
}

const anotherPerson =
  'Somebody else has this id here, of another name and another birth date: neither they nor what these files tell of them is brought in.'

const anotherMedicine = 'Another medicine has this id here: neither it nor what these files tell of it is brought in.'

/** Both have to differ: a name changes, and a birth date is put right. */
const isAnother = (one: Resource, other: Resource): boolean =>
  isAnotherBirth(identityOf(one, null).birthDate, identityOf(other, null).birthDate) &&
  namesOf(one).length > 0 &&
  namesOf(other).length > 0 &&
  !namesOf(one).some((name) => namesOf(other).some((known) => isSameName(name, known)))

/** A list may have been added to it since, or a word; where nothing is the same, it is not the same medicine. */
function isAnotherMedicine(one: unknown, other: unknown): boolean {
  const [a, b] = [calledBy(one), calledBy(other)]
  return a.size > 0 && b.size > 0 && a.isDisjointFrom(b)
}

const calledBy = (code: unknown): ReadonlySet<string> =>
  new Set([...codingsOf(code).map((one) => `${one.system}|${one.code}`), ...wordsOf(code).map(folded)])
