import { linkedTo } from '@facialis/fhir/read/linked-people.ts'
import { everyPage } from '../../ground/every-page.ts'
import { addressOf, idIn, patientsIn, type SamePerson } from '../../patient/same-person.ts'
import type { Review } from './at-the-door.ts'
import { asWritten, onceOf, type Seeing, type WrittenPatient, writtenIn } from './patients-written.ts'
import type { Target } from './targets.ts'

/** Who told it, as the beginning of a sentence: "Another system". */
type By = Seeing & Readonly<{ by: string }>

/** Whoever has to look, where records are read as one from now on, or are not any more. */
export async function regroupedReviews(targets: readonly Target[], { view, by }: By): Promise<readonly Review[]> {
  return (await regrouped(targets, { view })).flatMap(({ inUse, merged, parted }) => [
    ...(merged.length === 0 ? [] : [{ patientId: inUse, reason: lookAtMerged(by, merged) }]),
    ...(parted.length === 0 ? [] : [{ patientId: inUse, reason: lookAtParted(by, parted) }]),
    ...parted.map((id) => ({ patientId: id, reason: lookAtLeft(by, inUse) })),
  ])
}

const people = (ids: readonly string[]): string => ids.map(addressOf).join(', ')
const lookAtMerged = (by: string, others: readonly string[]): string =>
  `${by} merged ${people(others)} into this record: look whether they are one person, and whether both say the same.`
const lookAtParted = (by: string, others: readonly string[]): string =>
  `${by} parted ${people(others)} from this record: what stands there is not read here any more. Look whether what is left still says enough, and whether what was recorded here while both were read as one is about this person.`
const lookAtLeft = (by: string, inUse: string): string =>
  `${by} parted this record from ${addressOf(inUse)}: what was recorded while both were read as one stands there, but for what corrects something in this one. Look whether any of it is about this person, and record it here.`

/** A record in use with which others are read now, or are not read any more, by what is written. */
type Regrouped = Readonly<{ inUse: string; merged: readonly string[]; parted: readonly string[] }>

async function regrouped(targets: readonly Target[], { view }: Seeing): Promise<readonly Regrouped[]> {
  const written = writtenIn(targets)
  const after = asWritten(written, view)
  const [sameThen, sameNow] = [onceOf(patientsIn(view)), onceOf(after)]
  const awaited = await awaitedAmong(written, { view })
  const then = new Map<string, Set<string>>()
  const now = new Map<string, Set<string>>()
  const put = (into: Map<string, Set<string>>, { inUse, merged }: SamePerson): void => {
    into.set(inUse, new Set([...(into.get(inUse) ?? []), ...merged]))
  }
  for (const { id, resource, target } of written) {
    const before = target.before?.resource ?? null
    if (![resource, before].some((one) => one !== null && linkedTo(one).length > 0) && !awaited.has(id)) continue
    if (before !== null) put(then, await sameThen(before))
    const same = await sameNow(resource)
    put(now, same)
    const inUse = await view.read('Patient', same.inUse)
    if (inUse.ok) put(then, await sameThen(inUse.value.resource))
  }
  // One is parted from them: the others are still read together.
  for (const inUse of then.keys()) {
    const patient = now.has(inUse) ? null : await after.named(inUse)
    if (patient) put(now, await sameNow(patient))
  }
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((inUse) => {
    const [before, since] = [then.get(inUse) ?? new Set<string>(), now.get(inUse) ?? new Set<string>()]
    const merged = [...since.difference(before)].sort()
    // Whoever was in use and is merged itself has nothing read with it that the other has not.
    const parted = [...before.difference(since)].filter((one) => !heldWith(now, one, inUse)).sort()
    return merged.length + parted.length === 0 ? [] : [{ inUse, merged, parted }]
  })
}

/** New records that another names already: a file may bring them later than what was merged into them. */
async function awaitedAmong(written: readonly WrittenPatient[], { view }: Seeing): Promise<ReadonlySet<string>> {
  const fresh = written.filter(({ target }) => target.before === null).map(({ id }) => addressOf(id))
  if (fresh.length === 0) return new Set()
  const naming = await everyPage(view, 'Patient', [{ name: '?link', anyOf: fresh }])
  return new Set(naming.flatMap(({ resource }) => linkedTo(resource).flatMap((reference) => idIn(reference) ?? [])))
}

/** Whether both are read as one, under whichever of their ids. */
const heldWith = (groups: ReadonlyMap<string, ReadonlySet<string>>, one: string, other: string): boolean =>
  [...groups].some(([inUse, merged]) => [one, other].every((id) => id === inUse || merged.has(id)))
