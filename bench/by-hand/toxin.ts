import type { Day } from '@facialis/language'
import { daysSince, lessThan, yearsBetween } from './days.ts'
import type { Diagnosis } from './diagnosis.ts'
import { allCleared, type FourReads } from './lesions.ts'
import type { Numbers } from './numbers.ts'
import type { Person } from './person.ts'
import type { RedFlags } from './red-flags.ts'
import type { Treatments } from './treatments.ts'
import { no, type Truth, yes } from './truth.ts'

export type Gate = 'blocked' | 'caution' | 'permitted'

type Sources = Readonly<{
  person: Person
  diagnosis: Diagnosis
  ruleOuts: FourReads
  redFlags: RedFlags
  emergencyComplaint: Truth
  treatments: Treatments
  child: Truth
  numbers: Numbers
  asOf: Day
}>

/** Whether toxin may be offered: everything it needs is so, and every standing limit is known not to hold. */
export function botulinumOf(sources: Sources): Gate {
  const { person, diagnosis, treatments, numbers, asOf } = sources
  const { signedDiagnosis, opposed, oneSided, examined } = diagnosis
  const needed =
    person.closed !== null &&
    person.closed !== 'deceased' &&
    signedDiagnosis === yes &&
    opposed === no &&
    oneSided === yes &&
    sources.redFlags.open === no &&
    sources.emergencyComplaint === no &&
    examined === yes &&
    allCleared(sources.ruleOuts)
  if (!needed || sources.child !== no) return 'blocked'
  const sinceFacial = daysSince(treatments.lastFacialToxin, asOf)
  if (lessThan(sinceFacial, numbers.minimumReinjectionInterval) !== no) return 'blocked'
  if (chairBlocks(person.chair)) return 'blocked'
  const careful =
    lessThan(daysSince(treatments.lastOtherToxin, asOf), numbers.otherToxinInterval) !== no ||
    lessThan(treatments.sinceDecompression, numbers.toxinAfterSurgeryCaution) !== no ||
    chairCautions(person.chair)
  return careful ? 'caution' : 'permitted'
}

/** Whether today's injection may be signed: the gate above, and everything at the chair answered. */
export const sessionOf = (botulinum: Gate, { chair }: Person): Gate =>
  botulinum !== 'blocked' && Object.values(chair).some((answer) => answer === null) ? 'blocked' : botulinum

type Chair = Person['chair']

const chairBlocks = (chair: Chair): boolean =>
  chair.infection === 'yes' ||
  chair.allergy === 'product' ||
  chair.neuromuscular === 'yes' ||
  chair.swallowingBreathing === 'new' ||
  chair.pregnancy === 'pregnant-or-trying' ||
  chair.anticoagulant === 'warfarin-out-of-range' ||
  chair.toxinElsewhere === 'yes' ||
  chair.newFlag === 'yes'

const chairCautions = (chair: Chair): boolean =>
  chair.allergy === 'milk-protein' ||
  chair.swallowingBreathing === 'existing' ||
  chair.anticoagulant === 'doac' ||
  chair.anticoagulant === 'warfarin-in-range' ||
  chair.potentiator === 'yes' ||
  chair.weakener === 'yes' ||
  chair.eye === 'yes'

/** Under age; unknown while the date of birth is. */
export const isChild = ({ birthDate }: Person, { childAge }: Numbers, asOf: Day): Truth =>
  lessThan(yearsBetween(birthDate, { lo: asOf, hi: asOf }), childAge)
