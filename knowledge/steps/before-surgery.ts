import {
  all,
  any,
  type Cites,
  type Condition,
  type DateFact,
  dateOf,
  decided,
  entryDate,
  established,
  has,
  is,
  type NumberTerm,
  not,
  onOrAfter,
  recordedOn,
  type Step,
  shifted,
  some,
  step,
  unanswered,
  yes,
} from '@facialis/language'
import { anyDecompression, anyHfsToxin, lastDecompression, theatreAhead } from '../decisions/course.ts'
import { decompression } from '../decisions/decompression.ts'
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
  preopAudiogramValid,
  preopMriValid,
  preopScoresValid,
  surgicalReferralDue,
  surgicalReferralOverdue,
  urgentWithin,
} from '../policy.ts'
import { A3, A20a, A25, A25a, A26, A27, K27, K49, K83, K83a, K83b, K95, K115, S6, S14, S15 } from '../sources/index.ts'
import { ahead, onPathway, untilGone } from './calling.ts'

const s = study.fields
const theatre = { name: 'theatreDate', date: dateOf(theatreDate) }
const wished = { name: 'wish.surgery', date: recordedOn(wishSurgery) }
const beforeBooking = { due: surgicalReferralDue, overdue: surgicalReferralOverdue }
const booked = established(theatreAhead)
/** A candidate without a date, or with one that lies ahead; an operation already done ends it. */
const preparing = all(decided(decompression, 'candidate'), any(not(anyDecompression), booked))
const notBooked = all(preparing, not(booked))

/** Ages count to the theatre date; while none is set, to the day of asking. */
const fresh = (fact: DateFact, days: NumberTerm): Condition =>
  onOrAfter(shifted(dateOf(fact), days), dateOf(theatreDate))
const freshNow = (fact: DateFact, days: NumberTerm): Condition =>
  onOrAfter(shifted(dateOf(fact), days), { kind: 'as-of' })
const vesselMri = all(
  is(s.modality, 'mri'),
  is(s.posteriorFossaQuality, 'diagnostic'),
  has(s.sequences, '3d-t2'),
  has(s.sequences, 'tof-mra', 'contrast-mra'),
)
const mriFor = (day: Parameters<typeof onOrAfter>[1]): Condition =>
  some(study, all(vesselMri, onOrAfter(shifted(entryDate(study), preopMriValid), day)))
const scored = some(
  score,
  all(
    any(is(score.fields.smc, 'I', 'II', 'III', 'IV'), not(unanswered(score.fields.hfs7))),
    onOrAfter(shifted(entryDate(score), preopScoresValid), dateOf(theatreDate)),
  ),
)

type Item = Readonly<{
  id: string
  label: string
  text: string
  owner: string
  done: Condition
  /** How long before theatre it still counts; it is not done earlier. */
  counts?: NumberTerm
  settles: Step['settles']
  rules: readonly string[]
  because: Cites
}>

/** Wanted a week before theatre; overdue from then on. */
const goItem = ({ id, label, text, owner, done, counts, settles, rules, because }: Item): Step =>
  step(
    id,
    {
      label,
      text,
      when: onPathway(booked, done),
      owner,
      anchor: theatre,
      window: { opens: ahead(counts ?? preopMriValid), due: ahead(goCheckBefore) },
      settles,
      rules,
    },
    ...because,
  )

const booking = (id: string, item: Omit<Item, 'id' | 'counts'>): Step =>
  step(
    id,
    {
      label: item.label,
      text: item.text,
      when: onPathway(notBooked, item.done),
      owner: item.owner,
      anchor: wished,
      window: beforeBooking,
      settles: item.settles,
      rules: item.rules,
    },
    ...item.because,
  )

/** What must be there to go; scores and photographs never hold an operation. */
export const goListComplete = all(
  not(unanswered(consentSurgery)),
  mriFor(dateOf(theatreDate)),
  fresh(audiogram, preopAudiogramValid),
  not(unanswered(baepBaseline)),
  fresh(anaesthesiaVisit, preopAnaesthesiaValid),
  not(unanswered(bloods)),
  yes(bloodThinnerPlan),
  any(not(anyHfsToxin), yes(botulinumToldSurgeon)),
  yes(eyeCarePlan),
)

export const beforeSurgerySteps: readonly Step[] = [
  step(
    'consent-surgery',
    {
      label: 'Consent talk about the operation',
      text: 'Named one by one: hearing loss, facial weakness, fluid leak, stroke, death, relief that comes late, return of spasm; with ranges, not one number, and this team’s own results where known.',
      when: onPathway(any(preparing, booked), { kind: 'not', of: unanswered(consentSurgery) }),
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
  booking('audiogram-for-booking', {
    label: 'Order the audiogram with speech testing, both ears',
    text: 'It is ordered before theatre is booked, and counts half a year up to the theatre date.',
    owner: 'nurse',
    done: freshNow(audiogram, preopAudiogramValid),
    settles: [audiogram],
    rules: ['SX-04', 'SX-03'],
    because: [K95, A26],
  }),
  booking('mri-for-booking', {
    label: 'MRI with FIESTA-type series and TOF angiography, posterior fossa read',
    text: 'Within a year of theatre and showing nerve and vessel; a vessel that is not seen does not stand in the way.',
    owner: 'clinician',
    done: mriFor({ kind: 'as-of' }),
    settles: [study],
    rules: ['SX-05', 'IM-02', 'SX-03'],
    because: [A26, A3, S6, K27],
  }),
  step(
    'book-theatre',
    {
      label: 'Book theatre',
      text: 'Booking needs the signed diagnosis, the MRI, the consent talk and an ordered audiogram; the rest counts to the day.',
      when: onPathway(
        all(
          notBooked,
          not(unanswered(consentSurgery)),
          freshNow(audiogram, preopAudiogramValid),
          mriFor({ kind: 'as-of' }),
        ),
        untilGone,
      ),
      owner: 'surgeon',
      anchor: { name: 'consent.surgery', date: dateOf(consentSurgery) },
      window: beforeBooking,
      settles: [theatreDate],
      rules: ['SX-03', 'SX-01'],
    },
    A26,
    S14,
  ),
  goItem({
    id: 'mri-before-surgery',
    label: 'MRI not older than a year on the theatre date',
    text: 'Read for the posterior fossa, with a FIESTA-type series; the surgeon may accept an older one.',
    owner: 'surgeon',
    done: mriFor(dateOf(theatreDate)),
    counts: preopMriValid,
    settles: [study],
    rules: ['SX-05', 'SX-03'],
    because: [A26, A3],
  }),
  goItem({
    id: 'audiogram-before-surgery',
    label: 'Audiogram not older than half a year on the theatre date',
    text: 'Both ears, with speech testing; the surgeon may accept an older one.',
    owner: 'nurse',
    done: fresh(audiogram, preopAudiogramValid),
    counts: preopAudiogramValid,
    settles: [audiogram],
    rules: ['SX-04', 'SX-03'],
    because: [K95, A26],
  }),
  goItem({
    id: 'monitoring-baseline',
    label: 'Baseline of hearing potentials and facial EMG',
    text: 'Monitoring in theatre is compared with it; the lateral spread response is best read three months after the last toxin.',
    owner: 'surgeon',
    done: not(unanswered(baepBaseline)),
    settles: [baepBaseline],
    rules: ['SX-03', 'SX-07'],
    because: [K95, A25a, A26],
  }),
  goItem({
    id: 'scores-before-surgery',
    label: 'Scores of spasm, daily life, mood and facial function',
    text: 'Not older than three months; the mood score never holds the operation.',
    owner: 'nurse',
    done: scored,
    counts: preopScoresValid,
    settles: [score],
    rules: ['SX-03', 'FU-02'],
    because: [A26, A27, K49],
  }),
  goItem({
    id: 'photographs-before-surgery',
    label: 'Photographs and video of the face',
    text: 'With consent for their use; they never hold the operation.',
    owner: 'nurse',
    done: fresh(photographs, preopScoresValid),
    counts: preopScoresValid,
    settles: [photographs],
    rules: ['SX-03'],
    because: [A26],
  }),
  goItem({
    id: 'anaesthesia-before-surgery',
    label: 'Anaesthetic assessment and risk class',
    text: 'Not older than thirty days on the theatre date.',
    owner: 'surgeon',
    done: all(fresh(anaesthesiaVisit, preopAnaesthesiaValid), not(unanswered(asa))),
    counts: preopAnaesthesiaValid,
    settles: [anaesthesiaVisit, asa],
    rules: ['SX-03'],
    because: [A26, A25],
  }),
  goItem({
    id: 'bloods-before-surgery',
    label: 'Blood tests with clotting',
    text: 'Part of the go list.',
    owner: 'nurse',
    done: not(unanswered(bloods)),
    counts: preopAnaesthesiaValid,
    settles: [bloods],
    rules: ['SX-03'],
    because: [A26],
  }),
  goItem({
    id: 'blood-thinner-plan',
    label: 'Blood-thinner plan signed by the anaesthetist',
    text: 'Drug, prescriber asked, last dose, bridging and restart, or that none is taken; no number of days is given here.',
    owner: 'surgeon',
    done: yes(bloodThinnerPlan),
    settles: [bloodThinnerPlan],
    rules: ['SX-06', 'SX-03'],
    because: [A20a, K115],
  }),
  goItem({
    id: 'tell-surgeon-of-toxin',
    label: 'Tell the surgeon the date of the last injection',
    text: 'Toxin hides how severe the spasm is and weakens the muscles that are monitored.',
    owner: 'nurse',
    done: any(not(anyHfsToxin), yes(botulinumToldSurgeon)),
    settles: [botulinumToldSurgeon],
    rules: ['SX-03'],
    because: [A25a, A26],
  }),
  goItem({
    id: 'eye-care-plan',
    label: 'Plan for the eye and for driving',
    text: 'Should the eye not close afterwards, everybody knows what to do.',
    owner: 'nurse',
    done: yes(eyeCarePlan),
    settles: [eyeCarePlan],
    rules: ['SX-03'],
    because: [A26],
  }),
  step(
    'operate',
    {
      label: 'Operation: go only with the whole list',
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
