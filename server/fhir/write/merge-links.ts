import { linkedPeople, linkedTo } from '@facialis/fhir/read/linked-people.ts'
import type { Resource } from '@facialis/record'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { idIn, type Patients } from '../../patient/same-person.ts'
import { placeIn } from './intent.ts'
import { asWritten, onceOf, type Seeing, writtenIn } from './patients-written.ts'
import type { Target } from './targets.ts'

/** What is sent with links to other records of a person is refused where they lead nowhere. */
export async function mergeLinkRefusal(targets: readonly Target[], { view }: Seeing): Promise<Refusal | null> {
  const written = writtenIn(targets)
  if (written.length === 0) return null
  const wrongly = mergeLinkFault(asWritten(written, view))
  for (const { resource, target } of written) {
    const wrong = await wrongly(resource)
    if (wrong) return refuse(422, wrong.code, wrong.sentence, { where: placeIn(target.intent, linkPlace) })
  }
  return null
}

/** Where it stands in what was sent. */
export const linkPlace = 'Patient.link'

type Wrong = Readonly<{ code: string; sentence: string }>

/**
 * What is wrong with the links of a record. One that is replaced is hidden behind another: so that nobody is lost, the other
 * is here, is one, and is not itself replaced by the first, however many stand between them.
 */
export function mergeLinkFault(patients: Patients): (patient: Resource) => Promise<Wrong | null> {
  const same = onceOf(patients)
  return async (patient) => {
    const id = String(patient.id)
    const references = linkedTo(patient)
    if (linkedPeople(patient).replacedBy.length > 1)
      return { code: 'merged-twice', sentence: 'A record is replaced by one other record, not by several.' }
    for (const reference of references) {
      const other = idIn(reference)
      if (other === id) return { code: 'merged-with-itself', sentence: 'A record does not replace itself.' }
      if (other === null || (await patients.named(other)) === null)
        return { code: 'no-such-person', sentence: `There is no ${reference} here to be merged with.` }
    }
    const { unread } = references.length === 0 ? { unread: [] } : await same(patient)
    if (unread.length === 0) return null
    const sentence = `With this link nobody can tell which record is in use: Patient/${id}, ${unread.join(', ')}. Take one of their links off first.`
    return { code: 'merged-in-a-circle', sentence }
  }
}
