import { type LinkedPeople, linkedPeople, linkedTo } from '@facialis/fhir/read/linked-people.ts'
import type { RecordView, Resource } from '@facialis/record'
import { allPages } from '../core/all-pages.ts'
import { referencePattern } from '../core/reference-pattern.ts'

/** Which records are one person's, by what their Patients say of each other. */
export type SamePerson = Readonly<{
  /** The record that is in use. */
  inUse: string
  /** Ids of those that were merged into it, and are read with it. */
  merged: readonly string[]
  /** References to what they name and nobody can read with it: it is not here, or they contradict each other. */
  unread: readonly string[]
}>

type Reads = Pick<RecordView, 'read' | 'search'>

/** Patients by their id, and those that name somebody as the same person. */
export type Patients = Readonly<{
  named: (id: string) => Promise<Resource | null>
  linking: (id: string) => Promise<readonly Resource[]>
}>

export const patientsIn = (view: Reads): Patients => ({
  named: async (id) => {
    const found = await view.read('Patient', id)
    return found.ok ? found.value.resource : null
  },
  linking: (id) => linkingTo(view, [id]),
})

/** Those that name any of them, so far as the index tells. */
const linkingTo = async (view: Reads, ids: readonly string[]): Promise<readonly Resource[]> =>
  (await allPages(view, 'Patient', [{ name: '?link', anyOf: ids.map(addressOf) }])).map(({ resource }) => resource)

/** The same, and those that name any of these are looked for all at once, when the first of them is asked for. */
export function patientsAmong(view: Reads, ids: Iterable<string>): Patients {
  const among = new Set([...ids].slice(0, together))
  let naming: Promise<readonly Resource[]> | null = null
  return {
    ...patientsIn(view),
    linking: async (id) => {
      if (!among.has(id)) return linkingTo(view, [id])
      naming ??= linkingTo(view, [...among])
      return (await naming).filter((one) => linkedTo(one).some((reference) => idIn(reference) === id))
    },
  }
}

/** So many ids are asked for in one search. */
const together = 200

/** Nobody has more records than this: what says so is a mistake, and following it would keep everybody waiting. */
const mostRecords = 50

const personShape = referencePattern('Patient')
/** Whom a reference names who is kept here. */
export const idIn = (reference: string): string | null => personShape.exec(reference)?.[1] ?? null
export const addressOf = (id: string): string => `Patient/${id}`

/**
 * Follows links from one record to all others of the same person, in whichever of them the link stands. Where that leads
 * to no one record that is in use, or to several, nobody can tell which replaces which: then none is hidden.
 */
export const samePerson = (view: Reads, patient: Resource): Promise<SamePerson> =>
  samePersonAmong(patientsIn(view), patient)

export async function samePersonAmong({ named, linking }: Patients, patient: Resource): Promise<SamePerson> {
  const id = String(patient.id)
  const known = new Map<string, LinkedPeople>()
  const gone = new Set<string>()
  const open = [patient]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const at = String(next.id)
    if (known.has(at)) continue
    if (known.size === mostRecords) return { inUse: id, merged: [], unread: [`more than ${mostRecords} records`] }
    known.set(at, linkedPeople(next))
    for (const one of await linking(at)) if (linkedTo(one).some((reference) => idIn(reference) === at)) open.push(one)
    for (const other of linkedTo(next)) {
      const otherId = idIn(other)
      const found = otherId === null ? null : await named(otherId)
      if (found === null) gone.add(other)
      else open.push(found)
    }
  }
  if (known.size === 1) return { inUse: id, merged: [], unread: [...gone] }
  const replaced = replacedAmong(known)
  const [inUse, another] = [...known.keys()].filter((one) => !replaced.has(one))
  const others = [...known.keys()].filter((one) => one !== inUse)
  if (inUse !== undefined && another === undefined) return { inUse, merged: others.sort(), unread: [...gone] }
  return { inUse: id, merged: [], unread: [...[...known.keys()].filter((one) => one !== id).map(addressOf), ...gone] }
}

/**
 * The Patient of the record in use, of each who was found by any of theirs, in the same order. Most were never merged: who
 * names nobody and is named by nobody is found so for all of them at once.
 */
export async function inUseOfEach(view: Reads, patients: readonly Resource[]): Promise<readonly Resource[]> {
  const found: Resource[] = []
  for (let from = 0; from < patients.length; from += together) {
    const some = patients.slice(from, from + together)
    const ids = some.map(({ id }) => String(id))
    const named = new Set((await linkingTo(view, ids)).flatMap(linkedTo).map(idIn))
    for (const one of some)
      found.push(named.has(String(one.id)) || linkedTo(one).length > 0 ? await inUseOf(view, one) : one)
  }
  return found
}

async function inUseOf(view: Reads, patient: Resource): Promise<Resource> {
  const { inUse } = await samePerson(view, patient)
  const found = inUse === patient.id ? null : await view.read('Patient', inUse)
  return found?.ok ? found.value.resource : patient
}

/** Those that are replaced by another of them, by their own word or by that of the other. */
function replacedAmong(known: ReadonlyMap<string, LinkedPeople>): ReadonlySet<string> {
  const replaced = new Set<string>()
  for (const [id, { replacedBy, replaces }] of known) {
    if (replacedBy.some((one) => known.has(idIn(one) ?? ''))) replaced.add(id)
    for (const one of replaces) replaced.add(idIn(one) ?? '')
  }
  return replaced
}
