import {
  type Complaint,
  limbOrSpeech,
  told,
  unexplainedHearing,
  unexplainedWeakness,
  worstHeadache,
} from './complaints.ts'
import { before, later, lessThan, onOrAfter, type When, yearsBetween } from './days.ts'
import type { Numbers } from './numbers.ts'
import type { Person } from './person.ts'
import type { Answer } from './statements.ts'
import type { Treatments } from './treatments.ts'
import { all, any, is, no, not, type Truth, truth, yes } from './truth.ts'

/** Whether something that answers for a flag without a clinician has been done on that day or since. */
type AnsweredSince = (day: When) => Truth

export type RedFlags = Readonly<{
  open: Truth
  /** To be seen within two days or sooner. */
  urgentOpen: Truth
  emergency: Truth
  /** Of every flag that was raised and is not known to be answered for: from when on a scan can answer. */
  scanFrom: readonly When[]
}>

type Sources = Readonly<{
  person: Person
  complaints: readonly Complaint[]
  treatments: Treatments
  numbers: Numbers
  /** Whether a contrast MRI that clears every lesion was made on a day or since. */
  clearedSince: AnsweredSince
}>

/**
 * Something that raises a flag: whether it was there, whether it is still there unexplained, and since which day; what
 * has been so from the first spasm on has no day of its own, so that every scan since then knew of it.
 */
type Raising = Readonly<{ was: Truth; is: Truth; on: When | 'the first spasm'; answered: AnsweredSince }>

const byClinicianOnly: AnsweredSince = () => no

export function redFlagsOf({ person, complaints, treatments, numbers, clearedSince }: Sources): RedFlags {
  const { onset, audiogram } = person
  const scanFrom: When[] = []
  const scan = clearedSince
  const scanAndAudiogram: AnsweredSince = (day) => all(clearedSince(day), onOrAfter(audiogram, day))

  /** Open while its own yes is not answered for by a scan, and a sign of it neither by a scan nor by name. */
  function openBy(asked: Answer, own: Raising, signs: readonly Raising[]): Truth {
    let open: Truth = own.is === no ? no : all(own.is, not(own.answered(own.on === 'the first spasm' ? onset : own.on)))
    let raised = own.was
    let day: When = own.is === yes && own.on !== 'the first spasm' ? own.on : 'never'
    for (const sign of signs) {
      raised = any(raised, sign.was)
      if (sign.is === no) continue
      const fromTheFirst = sign.on === 'the first spasm'
      const on = sign.on === 'the first spasm' ? onset : sign.on
      const byName = asked.word === 'yes-resolved' && (fromTheFirst || onOrAfter(asked.on, on) === yes)
      if (!byName) open = any(open, all(sign.is, not(sign.answered(on))))
      if (sign.is === yes && !fromTheFirst) day = later(day, on)
    }
    if (raised === yes && open !== no) scanFrom.push(day === 'never' ? onset : day)
    return open
  }
  function flag(asked: Answer, answered: AnsweredSince, ...signs: readonly Raising[]): Truth {
    if (asked.word === 'no' && signs.every((sign) => sign.was === no)) return no
    const own = { was: is(asked.word, 'yes', 'yes-resolved'), is: is(asked.word, 'yes'), on: asked.on, answered }
    return openBy(asked, own, signs)
  }

  const finding = (answer: Answer, word: string, answered: AnsweredSince): Raising => {
    const there = is(answer.word, word)
    return { was: there, is: there, on: answer.on, answered }
  }
  const fromTheFirst = (there: Truth, answered: AnsweredSince): Raising => ({
    was: there,
    is: there,
    on: 'the first spasm',
    answered,
  })
  const complaint = (where: (complaint: Complaint) => Truth, answered: AnsweredSince): Raising => ({
    ...told(complaints, where),
    answered,
  })

  const yearsAtOnset = yearsBetween(person.birthDate, onset)
  const datesGiven = person.birthDate !== null && onset !== null
  function flagOfAge(asked: Answer, age: number, answered: AnsweredSince): Truth {
    const young = lessThan(yearsAtOnset, age)
    // What two dates prove nobody can deny; where they are too rough to say, the answer to the question counts.
    const there = young !== yes && datesGiven && asked.word === 'no' ? no : young
    const own = { ...fromTheFirst(is(asked.word, 'yes'), answered), was: is(asked.word, 'yes', 'yes-resolved') }
    return openBy(asked, own, [fromTheFirst(there, answered)])
  }

  const palsy = flag(person.suddenPalsy, byClinicianOnly)
  const otherEmergency = any(
    flag(person.limbOrSpeech, byClinicianOnly, complaint(limbOrSpeech, byClinicianOnly)),
    flag(person.thunderclap, byClinicianOnly, complaint(worstHeadache, byClinicianOnly)),
    flag(person.raisedPressure, byClinicianOnly),
    flag(
      person.epilepsy,
      byClinicianOnly,
      finding(person.nonstop, 'yes', byClinicianOnly),
      finding(person.awarenessLost, 'yes', byClinicianOnly),
    ),
  )
  const urgentOpen = any(
    palsy,
    otherEmergency,
    flag(person.suddenHearingLoss, byClinicianOnly),
    flag(person.zoster, byClinicianOnly),
    flagOfAge(person.onsetUnder2, numbers.infantOnset, byClinicianOnly),
    flag(person.multipleNerves, byClinicianOnly, finding(person.cranialNerves, 'yes', byClinicianOnly)),
    flag(person.cerebellar, scan, finding(person.limbsAndGait, 'yes', byClinicianOnly)),
  )
  const open = any(
    urgentOpen,
    flag(person.hearingLoss, scanAndAudiogram, complaint(unexplainedHearing(numbers), scanAndAudiogram)),
    flag(person.facialNumb, scan),
    flag(person.progressiveWeakness, scan, complaint(unexplainedWeakness(treatments, numbers), scan)),
    flag(person.msHistory, scan),
    flag(person.myokymia, scan, finding(person.continuousRipple, 'yes', scan)),
    flag(person.parotidMass, byClinicianOnly),
    flag(person.earDischarge, byClinicianOnly, finding(person.earAndParotid, 'yes', byClinicianOnly)),
    flag(person.cancer, scan),
    flag(person.chiari, scan),
    flagOfAge(person.ageUnder18, numbers.childAge, byClinicianOnly),
    flagOfAge(person.ageUnder30, numbers.youngOnset, scan),
    flag(person.trauma, scan),
    flag(
      person.bilateral,
      scan,
      finding(person.side, 'both', scan),
      finding(person.bilateralAsync, 'yes', scan),
      // A conclusion dates nothing: it rests on what was known.
      fromTheFirst(is(person.concludedKind, 'bilateral'), scan),
    ),
    flag(person.lowerFaceOnset, scan),
    flag(person.painfulTonic, scan),
    flag(person.rapidOnset, scan),
  )
  return { open, urgentOpen, emergency: any(otherEmergency, all(palsy, truth(!palsyMayWait(person)))), scanFrom }
}

/** Only a palsy known to be older than a day, forehead included and alone, may wait for the same day. */
function palsyMayWait(person: Person): boolean {
  const { suddenPalsy, limbOrSpeech } = person
  // What was said before this palsy was about another one.
  const saidOfIt = ({ on }: Answer): boolean => all(is(suddenPalsy.word, 'yes'), before(on, suddenPalsy.on)) === no
  const answers = [person.palsyUnder24Hours, person.palsyForeheadSpared, person.palsyVisionSign]
  return (
    answers.every((answer) => answer.word === 'no' && saidOfIt(answer)) &&
    (limbOrSpeech.word === 'no' || limbOrSpeech.word === 'yes-resolved') &&
    saidOfIt(limbOrSpeech)
  )
}
