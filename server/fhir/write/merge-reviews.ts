import { linkedTo } from '@facialis/fhir/read/linked-people.ts'
import type { Resource } from '@facialis/record'
import { allPages } from '../../core/all-pages.ts'
import { addressOf, idIn, patientsIn, type SamePerson } from '../../patient/same-person.ts'
import type { Review } from './door-context.ts'
import { asWritten, onceOf, type Seeing, type WrittenPatient, writtenIn } from './patients-written.ts'
import type { Target } from './targets.ts'

/** Who told it, as the beginning of a sentence: "Another system". */
type By = Seeing & Readonly<{ by: string }>

/** Whoever has to look, where records are read as one from now on, or are not any more. */
export async function mergeReviews(targets: readonly Target[], { view, by }: By): Promise<readonly Review[]> {
  return (await regrouped(targets, { view })).flatMap(({ inUse, merged, parted, left }) => [
    ...(merged.length === 0 ? [] : [{ patientId: inUse, reason: lookAtMerged(by, merged) }]),
    ...(parted.length === 0 ? [] : [{ patientId: inUse, reason: lookAtParted(by, parted) }]),
    ...left.map((id) => ({ patientId: id, reason: lookAtLeft(by, inUse) })),
  ])
}

const people = (ids: readonly string[]): string => ids.map(addressOf).join(', ')
const lookAtMerged = (by: string, others: readonly string[]): string =>
  `${by} merged ${people(others)} into this record: look whether they are one person, and whether both say the same.`
const lookAtParted = (by: string, others: readonly string[]): string =>
  `${by} parted ${people(others)} from this record: what stands there is not read here any more. Look whether what is left still says enough, and whether what was recorded here while both were read as one is about this person.`
const lookAtLeft = (by: string, inUse: string): string =>
  `${by} parted this record from ${addressOf(inUse)}: what was recorded while both were read as one stands there, but for what corrects something in this one. Look whether any of it is about this person, and record it here.`

/** A record in use with which others are read now, or are not read any more, by what is written; `left`: where those stand now. */
type Regrouped = Readonly<Record<'merged' | 'parted' | 'left', readonly string[]> & { inUse: string }>
/** Who is read with each record in use. */
type Groups = Map<string, ReadonlySet<string>>

async function regrouped(targets: readonly Target[], { view }: Seeing): Promise<readonly Regrouped[]> {
  const written = writtenIn(targets)
  const after = asWritten(written, view)
  const [sameThen, sameNow] = [onceOf(patientsIn(view)), onceOf(after)]
  const naming = await namingAmong(written, { view })
  const then: Groups = new Map()
  const now: Groups = new Map()
  const put = (into: Groups, { inUse, merged }: SamePerson): void => {
    into.set(inUse, new Set([...(into.get(inUse) ?? []), ...merged]))
  }
  for (const { id, resource, target } of written) {
    const before = target.before?.resource ?? null
    const others = [...(naming.get(id) ?? []), ...(await namedIn([resource, before], { view }))]
    if (others.length === 0 && [resource, before].every((one) => one === null || linkedTo(one).length === 0)) continue
    if (before !== null) put(then, await sameThen(before))
    put(now, await sameNow(resource))
    // Whoever is named was read with somebody before, and what speaks against that parts them.
    for (const one of others) put(then, await sameThen(one))
  }
  // Of those from whom one is parted, the others may still be read together.
  for (const inUse of then.keys()) {
    const patient = now.has(inUse) ? null : await after.named(inUse)
    if (patient) put(now, await sameNow(patient))
  }
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((inUse) => {
    const [before, since] = [then.get(inUse) ?? new Set<string>(), now.get(inUse) ?? new Set<string>()]
    // Whoever was in use and is merged itself has nothing read with it that the other has not; those parted together stay one.
    const merged = [...since.difference(before)].filter((one) => !heldWith(then, one, inUse)).sort()
    const parted = [...before.difference(since)].filter((one) => !heldWith(now, one, inUse)).sort()
    const left = [...new Set(parted.map((one) => inUseIn(now, one)))]
    return merged.length + parted.length === 0 ? [] : [{ inUse, merged, parted, left }]
  })
}

/** Who names a new record already: a file may bring it later than what was merged into it. */
async function namingAmong(
  written: readonly WrittenPatient[],
  { view }: Seeing,
): Promise<ReadonlyMap<string, readonly Resource[]>> {
  const fresh = written.filter(({ target }) => target.before === null).map(({ id }) => addressOf(id))
  const naming = fresh.length === 0 ? [] : await allPages(view, 'Patient', [{ name: '?link', anyOf: fresh }])
  const pairs = naming.flatMap(({ resource }) => idsIn(resource).map((id) => ({ id, resource })))
  return new Map([...Map.groupBy(pairs, ({ id }) => id)].map(([id, of]) => [id, of.map(({ resource }) => resource)]))
}

/** Whom they name of those who were here before. */
async function namedIn(patients: readonly (Resource | null)[], { view }: Seeing): Promise<readonly Resource[]> {
  const ids = new Set(patients.flatMap((one) => (one === null ? [] : idsIn(one))))
  const found = await Promise.all([...ids].map((id) => view.read('Patient', id)))
  return found.flatMap((one) => (one.ok ? [one.value.resource] : []))
}

const idsIn = (patient: Resource): readonly string[] => linkedTo(patient).flatMap((reference) => idIn(reference) ?? [])

/** Whether both are read as one, under whichever of their ids. */
const heldWith = (groups: Groups, one: string, other: string): boolean =>
  [...groups].some(([inUse, merged]) => [one, other].every((id) => id === inUse || merged.has(id)))

const inUseIn = (groups: Groups, one: string): string => [...groups].find(([, merged]) => merged.has(one))?.[0] ?? one
