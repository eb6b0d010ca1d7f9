import { linkedTo } from '@facialis/fhir/read/linked-people.ts'
import { namesOf } from '@facialis/fhir/read/person-name.ts'
import type { Resource } from '@facialis/record'
import { calledSo } from '../../patient/called-so.ts'
import { addressOf, idIn } from '../../patient/same-person.ts'
import type { Review } from './at-the-door.ts'
import { type Seeing, writtenIn } from './patients-written.ts'
import type { Target } from './targets.ts'

type By = Seeing & Readonly<{ by: string }>

/**
 * Who has to be looked at, because whoever is made has the name and the birth date of somebody who is here: a system that looks for
 * a family name does not find whom a letter named in one piece, and one person then has two records.
 */
export async function namesakeReviews(targets: readonly Target[], { view, by }: By): Promise<readonly Review[]> {
  const made = writtenIn(targets).filter(({ target }) => target.before === null)
  const reviews: Review[] = []
  for (const { id, resource } of made) {
    const others = (await bornAlike(resource, { view })).filter((one) => !areLinked(resource, one))
    if (others.length > 0) reviews.push({ patientId: id, reason: lookAtNamesakes(by, others) })
  }
  return reviews
}

const lookAtNamesakes = (by: string, others: readonly Resource[]): string =>
  `${by} made this record for somebody who has the name and the birth date of ${others.map(({ id }) => addressOf(String(id))).join(', ')}: look whether they are one person. Until one of both says so (link), what stands there is not read here.`

/** Of a month or a year many are born. */
const day = /^\d{4}-\d{2}-\d{2}$/

async function bornAlike(patient: Resource, { view }: Seeing): Promise<readonly Resource[]> {
  const { birthDate } = patient
  if (typeof birthDate !== 'string' || !day.test(birthDate)) return []
  const found = new Map<string, Resource>()
  for (const name of namesOf(patient))
    for (const one of await calledSo(view, name, birthDate)) found.set(String(one.id), one)
  return [...found.values()]
}

/** What becomes of it is told where records are read as one. */
const areLinked = (one: Resource, other: Resource): boolean => names(one, other) || names(other, one)
const names = (one: Resource, other: Resource): boolean => linkedTo(one).some((link) => idIn(link) === other.id)
