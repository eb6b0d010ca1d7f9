import {
  all,
  any,
  dateOf,
  decided,
  entryDate,
  type NumberTerm,
  not,
  onOrAfter,
  recordedOn,
  type Step,
  some,
  step,
  unanswered,
} from '@facialis/language'
import { anyDecompression, lastDecompression } from '../decisions/course.ts'
import { decompression } from '../decisions/decompression.ts'
import { booked, bookListComplete, type ChecklistLine, checklist, isThere } from '../decisions/surgery-checklist.ts'
import { operation, score, study } from '../entries/index.ts'
import {
  anaesthesiaVisit,
  asa,
  audiogram,
  baepBaseline,
  bloods,
  bloodThinnerPlan,
  botulinumToldSurgeon,
  consentSurgery,
  eyeCarePlan,
  photographs,
  theatreDate,
  wishSurgery,
} from '../facts/index.ts'
import {
  goCheckBefore,
  preopAnaesthesiaValid,
  preopMriValid,
  surgicalReferralDue,
  surgicalReferralOverdue,
  urgentWithin,
} from '../policy/index.ts'
import { A26, K83, K83a, K83b, S14, S15 } from '../sources/index.ts'
import { ahead, onPathway, untilGone } from './calling.ts'

const theatre = { name: 'theatreDate', date: dateOf(theatreDate) }
const wished = { name: 'wish.surgery', date: recordedOn(wishSurgery) }
const beforeBooking = { due: surgicalReferralDue, overdue: surgicalReferralOverdue }
/** A candidate without a date, or with one that lies ahead; an operation already done ends it. */
const preparing = all(decided(decompression, 'candidate'), any(not(anyDecompression), booked))
const notBooked = all(preparing, not(booked))

type Words = Readonly<{
  label: string
  text: string
  owner?: string
  settles: Step['settles']
  rules: readonly string[]
  /** How long before theatre it may be done, where the line itself never grows too old. */
  counts?: NumberTerm
}>

/** Wanted a week before theatre; overdue from then on. What counts for so long is not done earlier. */
const goItem = (id: string, line: ChecklistLine, { owner = line.owner, counts, ...words }: Words): Step =>
  step(
    id,
    {
      ...words,
      owner,
      when: onPathway(booked, isThere(line)),
      anchor: theatre,
      window: { opens: ahead(line.valid ?? counts ?? preopMriValid), due: ahead(goCheckBefore) },
    },
    ...line.because,
  )

const booking = (id: string, line: ChecklistLine, words: Words): Step =>
  step(
    id,
    { ...words, owner: line.owner, when: onPathway(notBooked, isThere(line)), anchor: wished, window: beforeBooking },
    ...line.because,
  )

export const beforeSurgerySteps: readonly Step[] = [
  step(
    'consent-surgery',
    {
      label: 'Consent discussion about the operation',
      text: 'Named one by one: hearing loss, facial weakness, CSF leak, stroke, death, relief that comes late, return of spasm; with ranges, not one number, and this team’s own results where known.',
      when: onPathway(any(preparing, booked), checklist.consent.done),
      owner: 'surgeon',
      anchor: wished,
      window: beforeBooking,
      settles: [consentSurgery],
      rules: ['SX-13', 'SX-02', 'SX-03'],
    },
    S15,
    K83,
    K83a,
    K83b,
    A26,
  ),
  booking('audiogram-for-booking', checklist.audiogramOrdered, {
    label: 'Order the audiogram with speech testing, both ears',
    text: 'It is ordered before theatre is booked, and counts half a year up to the theatre date.',
    settles: [audiogram],
    rules: ['SX-04', 'SX-03'],
  }),
  booking('mri-for-booking', checklist.mri, {
    label: 'MRI with FIESTA-type sequence and TOF angiography, posterior fossa read',
    text: 'Within a year of theatre and showing nerve and vessel; not seeing a vessel is no obstacle.',
    settles: [study],
    rules: ['SX-05', 'IM-02', 'SX-03'],
  }),
  step(
    'book-theatre',
    {
      label: 'Book theatre',
      text: 'Booking needs the signed diagnosis, the MRI, the consent discussion and an ordered audiogram; the rest counts to the day.',
      when: onPathway(all(notBooked, bookListComplete), untilGone),
      owner: 'surgeon',
      anchor: { name: 'consent.surgery', date: dateOf(consentSurgery) },
      window: beforeBooking,
      settles: [theatreDate],
      rules: ['SX-03', 'SX-01'],
    },
    A26,
    S14,
  ),
  goItem('mri-before-surgery', checklist.mri, {
    label: 'MRI not older than a year on the theatre date',
    text: 'Read for the posterior fossa, with a FIESTA-type sequence; the surgeon may accept an older one.',
    owner: 'surgeon',
    settles: [study],
    rules: ['SX-05', 'SX-03'],
  }),
  goItem('audiogram-before-surgery', checklist.audiogram, {
    label: 'Audiogram not older than half a year on the theatre date',
    text: 'Both ears, with speech testing; the surgeon may accept an older one.',
    settles: [audiogram],
    rules: ['SX-04', 'SX-03'],
  }),
  goItem('monitoring-baseline', checklist.baseline, {
    label: 'Baseline of brainstem auditory evoked potentials and facial EMG',
    text: 'Monitoring in theatre is compared with it; the lateral spread response is best read three months after the last toxin.',
    settles: [baepBaseline],
    rules: ['SX-03', 'SX-07'],
  }),
  goItem('scores-before-surgery', checklist.scores, {
    label: 'Scores of spasm, daily life, mood and facial function',
    text: 'Not older than three months; the mood score never holds the operation.',
    settles: [score],
    rules: ['SX-03', 'FU-02'],
  }),
  goItem('photographs-before-surgery', checklist.photographs, {
    label: 'Photographs and video of the face',
    text: 'With consent for their use; they never delay the operation.',
    settles: [photographs],
    rules: ['SX-03'],
  }),
  goItem('anaesthesia-before-surgery', checklist.anaesthesia, {
    label: 'Anaesthetic assessment and ASA class',
    text: 'Not older than thirty days on the theatre date.',
    settles: [anaesthesiaVisit, asa],
    rules: ['SX-03'],
  }),
  goItem('bloods-before-surgery', checklist.bloods, {
    label: 'Blood tests with clotting',
    text: 'Part of the go list.',
    counts: preopAnaesthesiaValid,
    settles: [bloods],
    rules: ['SX-03'],
  }),
  goItem('blood-thinner-plan', checklist.thinner, {
    label: 'Anticoagulant and antiplatelet plan signed by the anaesthetist',
    text: 'Drug, prescriber asked, last dose, bridging and restart, or that none is taken; no number of days is given here.',
    settles: [bloodThinnerPlan],
    rules: ['SX-06', 'SX-03'],
  }),
  goItem('tell-surgeon-of-toxin', checklist.toxinTold, {
    label: 'Tell the surgeon the date of the last injection',
    text: 'Toxin hides how severe the spasm is and weakens the muscles that are monitored.',
    settles: [botulinumToldSurgeon],
    rules: ['SX-03'],
  }),
  goItem('eye-care-plan', checklist.eye, {
    label: 'Plan for the eye and for driving',
    text: 'So that everybody knows what to do if the eye does not close afterwards.',
    settles: [eyeCarePlan],
    rules: ['SX-03'],
  }),
  step(
    'operate',
    {
      label: 'Operation: proceed only with a complete checklist',
      text: 'The go list is read a week before and on the day, side written out. Afterwards the operation is recorded, or a new date is set.',
      when: onPathway(
        not(unanswered(theatreDate)),
        any(
          onOrAfter(lastDecompression, dateOf(theatreDate)),
          some(operation, onOrAfter(entryDate(operation), dateOf(theatreDate))),
        ),
      ),
      owner: 'surgeon',
      anchor: theatre,
      window: { opens: ahead(goCheckBefore), due: 0, overdue: urgentWithin },
      settles: [operation, theatreDate],
      rules: ['SX-03', 'SX-07'],
    },
    A26,
    S15,
  ),
]
