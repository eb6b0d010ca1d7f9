import { compareText, type RecordView, type Resource } from '@facialis/record'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { resourceKnowledge } from '../../search-indexing/resource-knowledge.ts'
import { referenceKey } from '../../search-indexing/values.ts'
import { isAnother } from '../write/identity-mismatch.ts'
import { lastOf } from '../write/immutable-dependencies.ts'
import { textsIn } from '../write/reference-texts.ts'

type Here = Readonly<{ here: Map<string, Resource>; takenBack: ReadonlySet<string> }>

/** What is here now under the addresses that these have, or was before it was taken back. */
export async function existingOf(sent: readonly Resource[], view: RecordView): Promise<Here> {
  const here = new Map<string, Resource>()
  const takenBack = new Set<string>()
  const asOf = await view.position()
  for (const [type, ones] of Map.groupBy(sent, ({ resourceType }) => resourceType)) {
    const ids = ones.flatMap(({ id }) => id ?? []).sort(compareText)
    for (const { id, resource } of await view.readAsOf(type, ids, asOf)) {
      const one = resource ?? (await lastOf(type, id, view))
      if (one !== null) here.set(`${type}/${id}`, one)
      if (resource === null) takenBack.add(`${type}/${id}`)
    }
  }
  return { here, takenBack }
}

/**
 * Why what a file has is not taken for what is here under its id: two systems count from one, and it is about somebody else.
 * Null where it may be the same, written otherwise or changed since.
 */
export function idCollision(sent: Resource, here: Resource): Refusal | null {
  const { resourceType: type, id } = sent
  const differs = isAnother[type]
  if (differs !== undefined)
    return differs(sent, here)
      ? refuse(422, codeOf(type), sentences[type] ?? anotherThing, { where: `${type}.id` })
      : null
  const whose = resourceKnowledge.patientOf(sent)
  // Whom a search names, it named when it came.
  if (whose === resourceKnowledge.patientOf(here) || (whose === null && isFound(sent))) return null
  const sentence = `${type}/${id} is not about the same person here as in these files.`
  return refuse(422, 'found-of-another', sentence, { where: `${type}.id` })
}

const isFound = (sent: Resource): boolean =>
  textsIn(sent, (name, text) => name === 'reference' && text.startsWith('Patient?')).length > 0

/** The same of whatever names what is another here: of whom it tells, whose it is as well, what was given, by whom and why. */
export function referencesCollision(sent: Resource, others: ReadonlySet<string>): Refusal | null {
  if (others.size === 0) return null
  const [named] = textsIn(sent, (name, text) => name === 'reference' && others.has(referenceKey(text)))
  if (named === undefined) return null
  const address = referenceKey(named.text)
  const code = codeOf(address.split('/', 1)[0] ?? '')
  const what = code === 'another-person' ? 'somebody else' : 'something else'
  return refuse(422, code, `${address} is ${what} here than in these files.`, { where: named.place })
}

const codeOf = (type: string) => (type === 'Patient' || type === 'Practitioner' ? 'another-person' : 'another-thing')

const sentences: Readonly<Record<string, string>> = {
  Patient:
    'Somebody else has this id here, by name and birth date: neither they nor what these files say about them is imported.',
  Practitioner:
    'Somebody of another name has this id here: neither they nor what names them in these files is imported.',
  Medication: 'Another medicine has this id here: neither it nor what these files say about it is imported.',
}
const anotherThing = 'Another has this id here: neither it nor what names it in these files is imported.'
