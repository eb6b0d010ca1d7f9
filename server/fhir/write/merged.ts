import { linkedPeople } from '@facialis/fhir/read/linked-people.ts'
import type { RecordView, Resource } from '@facialis/record'
import { type Refusal, refuse } from '../../ground/problem.ts'
import { referenceTo } from '../../ground/reference-to.ts'
import { samePerson } from '../../patient/same-person.ts'
import { asItWillBe } from './as-it-will-be.ts'
import { type Intent, placeIn } from './intent.ts'
import type { Target } from './targets.ts'

type Reads = Pick<RecordView, 'read' | 'search'>
type Seeing = Readonly<{ view: Reads; at: string }>

const personShape = referenceTo('Patient')

/** Whether something sent says which record of a person is in use: then it changes two records at once. */
export const mergesPeople = (intents: readonly Intent[]): boolean =>
  intents.some((intent) => 'resource' in intent && intent.type === 'Patient' && all(intent.resource).length > 0)

const all = (resource: Resource): readonly string[] => {
  const { replacedBy, replaces } = linkedPeople(resource)
  return [...replacedBy, ...replaces]
}

/**
 * A record that is replaced is hidden behind another. So that nobody is lost, the other is here, is one, and is not itself
 * replaced by the first, however many stand between them.
 */
export async function mergedWrongly(targets: readonly Target[], { view, at }: Seeing): Promise<Refusal | null> {
  const written = patientsIn(targets)
  if (written.length === 0) return null
  const after = asWritten(targets, { view, at })
  for (const { id, resource, target } of written) {
    const links = linkedPeople(resource)
    const where = { where: placeIn(target.intent, 'Patient.link') }
    if (links.replacedBy.length > 1)
      return refuse(422, 'merged-twice', 'A record is replaced by one other record, not by several.', where)
    for (const reference of all(resource)) {
      const other = personShape.exec(reference)?.[1]
      if (other === id) return refuse(422, 'merged-with-itself', 'A record does not replace itself.', where)
      if (other === undefined || !(await after.read('Patient', other)).ok)
        return refuse(422, 'no-such-person', `There is no ${reference} here to be merged with.`, where)
    }
    if (all(resource).length === 0) continue
    const { unread } = await samePerson(after, resource)
    if (unread.length > 0)
      return refuse(
        422,
        'merged-in-a-circle',
        `With this, nobody could tell which record is in use: Patient/${id}, ${unread.join(', ')}. Take one of their links off first.`,
        where,
      )
  }
  return null
}

/** Records into which others are merged by what is written, and were not before. */
export async function newlyMerged(
  targets: readonly Target[],
  { view, at }: Seeing,
): Promise<readonly Readonly<{ inUse: string; with: readonly string[] }>[]> {
  const after = asWritten(targets, { view, at })
  const found = new Map<string, Set<string>>()
  for (const { resource, target } of patientsIn(targets)) {
    if (all(resource).length === 0) continue
    const { inUse, merged } = await samePerson(after, resource)
    const then = target.before === null ? null : await samePerson(view, target.before.resource)
    const before = new Set(then?.inUse === inUse ? then.merged : [])
    const fresh = merged.filter((one) => !before.has(one))
    if (fresh.length > 0) found.set(inUse, new Set([...(found.get(inUse) ?? []), ...fresh]))
  }
  return [...found].map(([inUse, others]) => ({ inUse, with: [...others].sort() }))
}

type WrittenPatient = Readonly<{ id: string; resource: Resource; target: Target }>

/** Nobody takes a Patient back here. */
const patientsIn = (targets: readonly Target[]): readonly WrittenPatient[] =>
  targets.flatMap((target) => {
    const { type, id, does, resource } = target
    return type === 'Patient' && does !== 'nothing' && resource !== null ? [{ id, resource, target }] : []
  })

/** The record as it will be: Patients that come together may name each other. */
function asWritten(targets: readonly Target[], { view, at }: Seeing): Reads {
  const coming = new Set(patientsIn(targets).map(({ id }) => id))
  const { search } = asItWillBe(targets, view, at)
  return {
    search,
    read: async (type, id) => {
      if (type !== 'Patient' || !coming.has(id)) return view.read(type, id)
      const [found] = (await search({ type, where: [{ ids: [id] }], limit: 1 })).resources
      if (found === undefined) throw new Error(`${type}/${id} is written and not found`)
      return { ok: true, value: found }
    },
  }
}
