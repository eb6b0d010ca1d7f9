import { linkedPeople } from '@facialis/fhir/read/linked-people.ts'
import type { RecordView, Resource } from '@facialis/record'
import { type Refusal, refuse } from '../../ground/problem.ts'
import { referenceTo } from '../../ground/reference-to.ts'
import { type SamePerson, samePerson } from '../../patient/same-person.ts'
import { asItWillBe } from './as-it-will-be.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

type Reads = Pick<RecordView, 'read' | 'search'>
type Seeing = Readonly<{ view: Reads; at: string }>

const personShape = referenceTo('Patient')

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

/** A record in use with which others are read now, or are not read any more, by what is written. */
export type Regrouped = Readonly<{ inUse: string; merged: readonly string[]; parted: readonly string[] }>

export async function regrouped(targets: readonly Target[], { view, at }: Seeing): Promise<readonly Regrouped[]> {
  const after = asWritten(targets, { view, at })
  const then = new Map<string, Set<string>>()
  const now = new Map<string, Set<string>>()
  const put = (into: Map<string, Set<string>>, { inUse, merged }: SamePerson): void => {
    into.set(inUse, new Set([...(into.get(inUse) ?? []), ...merged]))
  }
  for (const { resource, target } of patientsIn(targets)) {
    const before = target.before?.resource ?? null
    if (all(resource).length === 0 && (before === null || all(before).length === 0)) continue
    if (before !== null) put(then, await samePerson(view, before))
    const same = await samePerson(after, resource)
    put(now, same)
    const inUse = await view.read('Patient', same.inUse)
    if (inUse.ok) put(then, await samePerson(view, inUse.value.resource))
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
