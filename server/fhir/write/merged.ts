import { linkedPeople, linkedTo } from '@facialis/fhir/read/linked-people.ts'
import type { RecordView, Resource } from '@facialis/record'
import { type Refusal, refuse } from '../../ground/problem.ts'
import { idIn, type Patients, patientsIn, type SamePerson, samePersonAmong } from '../../patient/same-person.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

type Reads = Pick<RecordView, 'read' | 'search'>
type Seeing = Readonly<{ view: Reads }>

/**
 * A record that is replaced is hidden behind another. So that nobody is lost, the other is here, is one, and is not itself
 * replaced by the first, however many stand between them.
 */
export async function mergedWrongly(targets: readonly Target[], { view }: Seeing): Promise<Refusal | null> {
  const written = writtenIn(targets)
  if (written.length === 0) return null
  const after = asWritten(written, view)
  const same = onceOf(after)
  for (const { id, resource, target } of written) {
    const links = linkedPeople(resource)
    const where = { where: placeIn(target.intent, 'Patient.link') }
    if (links.replacedBy.length > 1)
      return refuse(422, 'merged-twice', 'A record is replaced by one other record, not by several.', where)
    for (const reference of linkedTo(resource)) {
      const other = idIn(reference)
      if (other === id) return refuse(422, 'merged-with-itself', 'A record does not replace itself.', where)
      if (other === null || (await after.named(other)) === null)
        return refuse(422, 'no-such-person', `There is no ${reference} here to be merged with.`, where)
    }
    if (linkedTo(resource).length === 0) continue
    const { unread } = await same(resource)
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

/** A record in use with which others are read now, or are not read any more, by what is written. */
export type Regrouped = Readonly<{ inUse: string; merged: readonly string[]; parted: readonly string[] }>

export async function regrouped(targets: readonly Target[], { view }: Seeing): Promise<readonly Regrouped[]> {
  const written = writtenIn(targets)
  const [sameThen, sameNow] = [onceOf(patientsIn(view)), onceOf(asWritten(written, view))]
  const then = new Map<string, Set<string>>()
  const now = new Map<string, Set<string>>()
  const put = (into: Map<string, Set<string>>, { inUse, merged }: SamePerson): void => {
    into.set(inUse, new Set([...(into.get(inUse) ?? []), ...merged]))
  }
  for (const { resource, target } of written) {
    const before = target.before?.resource ?? null
    if (linkedTo(resource).length === 0 && (before === null || linkedTo(before).length === 0)) continue
    if (before !== null) put(then, await sameThen(before))
    const same = await sameNow(resource)
    put(now, same)
    const inUse = await view.read('Patient', same.inUse)
    if (inUse.ok) put(then, await sameThen(inUse.value.resource))
  }
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((inUse) => {
    const [before, since] = [then.get(inUse) ?? new Set<string>(), now.get(inUse) ?? new Set<string>()]
    const merged = [...since.difference(before)].sort()
    // Whoever was in use and is merged itself has nothing read with it that the other has not.
    const parted = [...before.difference(since)].filter((one) => !heldWith(now, one, inUse)).sort()
    return merged.length + parted.length === 0 ? [] : [{ inUse, merged, parted }]
  })
}

/** Whether both are read as one, under whichever of their ids. */
const heldWith = (groups: ReadonlyMap<string, ReadonlySet<string>>, one: string, other: string): boolean =>
  [...groups].some(([inUse, merged]) => [one, other].every((id) => id === inUse || merged.has(id)))

type WrittenPatient = Readonly<{ id: string; resource: Resource; target: Target }>

/** Nobody takes a Patient back here. */
const writtenIn = (targets: readonly Target[]): readonly WrittenPatient[] =>
  targets.flatMap((target) => {
    const { type, id, does, resource } = target
    return type === 'Patient' && does !== 'nothing' && resource !== null ? [{ id, resource, target }] : []
  })

/** The Patients as they will be: those that come together may name each other. */
function asWritten(written: readonly WrittenPatient[], view: Reads): Patients {
  const before = patientsIn(view)
  const coming = new Map(written.map(({ id, resource }) => [id, resource]))
  const leading = new Map<string, Resource[]>()
  for (const { resource } of written)
    for (const reference of linkedTo(resource)) {
      const other = idIn(reference) ?? ''
      leading.set(other, [...(leading.get(other) ?? []), resource])
    }
  return {
    named: async (id) => coming.get(id) ?? before.named(id),
    linking: async (id) => [
      ...(await before.linking(id)).filter((one) => !coming.has(String(one.id))),
      ...(leading.get(id) ?? []),
    ],
  }
}

/** Asked once for all records of a person, however many of them are written. */
function onceOf(patients: Patients): (patient: Resource) => Promise<SamePerson> {
  const known = new Map<string, SamePerson>()
  return async (patient) => {
    const earlier = known.get(String(patient.id))
    if (earlier !== undefined) return earlier
    const same = await samePersonAmong(patients, patient)
    for (const id of [String(patient.id), same.inUse, ...same.merged]) known.set(id, same)
    return same
  }
}
