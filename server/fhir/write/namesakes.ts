import { namesOf } from '@facialis/fhir/read/person-name.ts'
import type { Resource } from '@facialis/record'
import { patientsByName } from '../../patient/patients-by-name.ts'
import { addressOf } from '../../patient/same-person.ts'
import { isSameName, lettersKey } from '../../search-indexing/name-key.ts'
import type { Review } from './door-context.ts'
import { asWritten, onceOf, type Seeing, type WrittenPatient, writtenIn } from './patients-written.ts'
import type { Target } from './targets.ts'

type By = Seeing &
  Readonly<{
    by: string
    /** Of whoever is called so, those of whom it is told. */
    among?: (found: readonly Resource[]) => Promise<readonly Resource[]>
  }>

/**
 * Who has to be looked at, because whoever is made, or named otherwise, has by that the name and the birth date of somebody who
 * is here, or who comes before them in the same bundle: a system that looks for a family name does not find whom a letter named
 * in one piece, and one person then has two records.
 */
export async function namesakeReviews(
  targets: readonly Target[],
  { view, by, among = async (found) => found }: By,
): Promise<readonly Review[]> {
  const written = writtenIn(targets)
  const named = written.flatMap(newlyNamed)
  if (named.length === 0) return []
  const same = onceOf(asWritten(written, view))
  const alike = bornAlike(
    await onRecord(
      named.map(({ now }) => now),
      { view },
    ),
  )
  const reviews: Review[] = []
  for (const { now: one, before, isMade } of named) {
    const called = alike(one).filter((other) => before === null || !isAlike(before, other))
    const found = called.length === 0 ? called : await among(called)
    // Each person once, by the record in use; what becomes of a link is told where records are read as one.
    const people = new Set<string>()
    for (const other of found) people.add((await same(other)).inUse)
    if (people.size > 0) people.delete((await same(one.patient)).inUse)
    if (people.size > 0)
      reviews.push({
        patientId: String(one.patient.id),
        reason: lookAtNamesakes(isMade ? madeBy(by) : namedBy(by), [...people]),
      })
  }
  return reviews
}

/** Where a name and a day stand for nobody in particular, such as those of tests, many have them: so many are told by their ids. */
const mostTold = 5

const madeBy = (by: string): string => `${by} made this record for`
const namedBy = (by: string): string => `${by} names in this record by now`

function lookAtNamesakes(said: string, others: readonly string[]): string {
  const more = others.length - mostTold
  const told = [...others.slice(0, mostTold).map(addressOf), ...(more > 0 ? [`${more} more`] : [])].join(', ')
  return `${said} somebody who has the name and the birth date of ${told}: look whether they are one person. Until one of both says so (link), what stands there is not read here.`
}

type Born = Readonly<{ patient: Resource; day: string; names: readonly string[] }>

/** By what somebody is known again; null where only a month or a year of their birth is known, in which many are born. */
function bornOf(patient: Resource): Born | null {
  const { birthDate } = patient
  if (typeof birthDate !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return null
  return { patient, day: birthDate, names: namesOf(patient) }
}

type Named = Readonly<{ now: Born; before: Born | null; isMade: boolean }>

/** What comes with a write that leaves name and birth date as they were was told with them. */
function newlyNamed({ resource, target }: WrittenPatient): readonly Named[] {
  const now = bornOf(resource)
  const before = target.before === null ? null : bornOf(target.before.resource)
  const isAsBefore = before?.day === now?.day && before?.names.join() === now?.names.join()
  return now === null || isAsBefore ? [] : [{ now, before, isMade: target.before === null }]
}

/** Whether somebody was born as another and is called so. */
const isAlike = (one: Born, other: Resource): boolean => {
  const { day, names } = bornOf(other) ?? { day: '', names: [] }
  return day === one.day && names.some((theirs) => one.names.some((name) => isSameName(name, theirs)))
}

/** Whoever is here and is called as one of them, and was born as one of them: asked once, for a file brings hundreds. */
async function onRecord(made: readonly Born[], { view }: Seeing): Promise<readonly Born[]> {
  const names = made.flatMap((one) => one.names)
  const found = await patientsByName(view, names, [...new Set(made.map(({ day }) => day))])
  return found.flatMap((patient) => bornOf(patient) ?? [])
}

/** Of those who were here, and those who were asked about before, whoever has the name and the birth date of one. */
function bornAlike(here: readonly Born[]): (one: Born) => readonly Resource[] {
  const known = new Map<string, { name: string; patient: Resource }[]>()
  const keyed = ({ day, names }: Born) => names.map((name) => ({ name, key: `${day} ${lettersKey(name)}` }))
  const note = (one: Born): void => {
    for (const { name, key } of keyed(one)) known.set(key, [...(known.get(key) ?? []), { name, patient: one.patient }])
  }
  here.forEach(note)
  return (one) => {
    const alike = keyed(one).flatMap(
      ({ name, key }) => known.get(key)?.filter((other) => isSameName(other.name, name)) ?? [],
    )
    note(one)
    return [...new Set(alike.map(({ patient }) => patient))]
  }
}
