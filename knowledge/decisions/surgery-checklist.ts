import {
  all,
  always,
  any,
  asOf,
  type Cites,
  type Condition,
  collection,
  type DateFact,
  type DateTerm,
  type Detail,
  dateOf,
  daysBetween,
  decided,
  detail,
  established,
  type Fact,
  has,
  is,
  latestDate,
  moreThan,
  not,
  onOrAfter,
  type PolicyNumber,
  shifted,
  unanswered,
  yes,
} from '@facialis/language'
import { score, study } from '../entries/index.ts'
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
import { preopAnaesthesiaValid, preopAudiogramValid, preopMriValid, preopScoresValid } from '../policy/index.ts'
import { A3, A20a, A25, A25a, A26, A27, K27, K49, K95, K115, S6, S15 } from '../sources/index.ts'
import { anyHfsToxin, theatreAhead } from './course.ts'
import { decompression } from './decompression.ts'

/** A theatre date is set and lies ahead. */
export const booked = established(theatreAhead)

/** What is dated and may lie too far back: it still counts on the theatre date, or today while none is set. */
const counts = (date: DateTerm, days: PolicyNumber): Condition => {
  const until = shifted(date, days)
  return any(all(booked, onOrAfter(until, dateOf(theatreDate))), all(not(booked), onOrAfter(until, asOf)))
}
const ahead = (date: DateTerm): Condition => moreThan(daysBetween(asOf, date), 0)

const s = study.fields
/** Nerve and vessel: a heavily T2-weighted series and an angiography, the posterior fossa diagnostic. */
const showsNerveAndVessel = established(
  all(
    is(s.modality, 'mri'),
    is(s.posteriorFossaQuality, 'diagnostic'),
    has(s.sequences, '3d-t2'),
    has(s.sequences, 'tof-mra', 'contrast-mra'),
  ),
)
const scored = established(any(is(score.fields.smc, 'I', 'II', 'III', 'IV'), not(unanswered(score.fields.hfs7))))

type Standing = Readonly<{ date: DateTerm | null; valid: PolicyNumber | null; ready: Condition; done: Condition }>

/** Done on a day, and counting for as many days as the policy says; planned for a day is ready and not yet done. */
const dated = (date: DateTerm, valid: PolicyNumber): Standing => {
  const ready = counts(date, valid)
  return { date, valid, ready, done: all(ready, not(ahead(date))) }
}
const onDay = (fact: DateFact): Standing => {
  const ready = not(unanswered(fact))
  return { date: dateOf(fact), valid: null, ready, done: all(ready, not(ahead(dateOf(fact)))) }
}
const said = (done: Condition): Standing => ({ date: null, valid: null, ready: done, done })

export type ChecklistLine = Standing &
  Readonly<{
    id: string
    /** Wanted before theatre is booked, or before it goes; theatre goes with both. */
    list: 'book' | 'go'
    /** What it holds up while it is not there. */
    holds: 'book' | 'go' | 'nothing'
    text: string
    owner: string
    /** What is typed to answer it; empty where another screen does it. */
    asks: readonly Fact[]
    because: Cites
    /** The surgeon may accept an older one. */
    overridable?: true
    /** It is no line for this person. */
    unless?: Condition
  }>

const anaesthesia = dated(dateOf(anaesthesiaVisit), preopAnaesthesiaValid)

/** What booking needs and what theatre needs, with ages counted to the theatre date. */
export const checklist = {
  grounds: {
    id: 'grounds',
    list: 'book',
    holds: 'book',
    text: 'Diagnosis signed, lesions ruled out, no open red flag, no contraindication',
    owner: 'clinician',
    asks: [],
    because: [A26, A25],
    ...said(decided(decompression, 'candidate', 'consider')),
  },
  mri: {
    id: 'mri',
    list: 'book',
    holds: 'book',
    text: 'MRI showing nerve and vessel, posterior fossa read',
    owner: 'clinician',
    asks: [],
    because: [A26, A3, S6, K27],
    overridable: true,
    ...dated(latestDate(study, showsNerveAndVessel), preopMriValid),
  },
  consent: {
    id: 'consent',
    list: 'book',
    holds: 'book',
    text: 'Consent discussion, risks named one by one',
    owner: 'surgeon',
    asks: [consentSurgery],
    because: [S15, A26],
    ...onDay(consentSurgery),
  },
  audiogramOrdered: {
    id: 'audiogram-ordered',
    list: 'book',
    holds: 'book',
    text: 'Audiogram ordered, both ears, with speech testing',
    owner: 'nurse',
    asks: [audiogram],
    because: [K95, A26],
    overridable: true,
    ...dated(dateOf(audiogram), preopAudiogramValid),
    // Ordered for a day is enough to book.
    done: counts(dateOf(audiogram), preopAudiogramValid),
  },
  baseline: {
    id: 'baseline',
    list: 'go',
    holds: 'go',
    text: 'Baseline of brainstem auditory evoked potentials and facial EMG',
    owner: 'surgeon',
    asks: [baepBaseline],
    because: [K95, A25a, A26],
    ...onDay(baepBaseline),
  },
  audiogram: {
    id: 'audiogram',
    list: 'go',
    holds: 'go',
    text: 'Audiogram done',
    owner: 'nurse',
    asks: [],
    because: [K95, A26],
    overridable: true,
    ...dated(dateOf(audiogram), preopAudiogramValid),
  },
  scores: {
    id: 'scores',
    list: 'go',
    holds: 'nothing',
    text: 'Scores of spasm, daily life, mood and facial function',
    owner: 'nurse',
    asks: [],
    because: [A26, A27, K49],
    ...dated(latestDate(score, scored), preopScoresValid),
  },
  photographs: {
    id: 'photographs',
    list: 'go',
    holds: 'nothing',
    text: 'Photographs and video of the face',
    owner: 'nurse',
    asks: [photographs],
    because: [A26],
    ...dated(dateOf(photographs), preopScoresValid),
  },
  anaesthesia: {
    id: 'anaesthesia',
    list: 'go',
    holds: 'go',
    text: 'Anaesthetic assessment and ASA class',
    owner: 'surgeon',
    asks: [anaesthesiaVisit, asa],
    because: [A26, A25],
    ...anaesthesia,
    done: all(anaesthesia.done, not(unanswered(asa))),
  },
  bloods: {
    id: 'bloods',
    list: 'go',
    holds: 'go',
    text: 'Blood tests with clotting',
    owner: 'nurse',
    asks: [bloods],
    because: [A26],
    ...onDay(bloods),
  },
  thinner: {
    id: 'thinner',
    list: 'go',
    holds: 'go',
    text: 'Anticoagulant and antiplatelet plan signed by the anaesthetist',
    owner: 'surgeon',
    asks: [bloodThinnerPlan],
    because: [A20a, K115],
    ...said(yes(bloodThinnerPlan)),
  },
  toxinTold: {
    id: 'toxin-told',
    list: 'go',
    holds: 'go',
    text: 'The surgeon knows the date of the last injection',
    owner: 'nurse',
    asks: [botulinumToldSurgeon],
    because: [A25a, A26],
    unless: not(established(anyHfsToxin)),
    ...said(yes(botulinumToldSurgeon)),
  },
  eye: {
    id: 'eye',
    list: 'go',
    holds: 'go',
    text: 'Plan for the eye and for driving',
    owner: 'nurse',
    asks: [eyeCarePlan],
    because: [A26],
    ...said(yes(eyeCarePlan)),
  },
} satisfies Readonly<Record<string, ChecklistLine>>

const lines: readonly ChecklistLine[] = Object.values(checklist)
/** It is there, or is no line for this person. */
export const isThere = (line: ChecklistLine): Condition => any(line.done, ...(line.unless ? [line.unless] : []))

/** Everything that booking needs besides the grounds: the diagnosis, the rule-outs and no contraindication. */
export const bookListComplete = all(...lines.filter(({ holds }) => holds === 'book').map(isThere))
/** What must be there to go; scores and photographs never hold an operation. */
export const goListComplete = all(...lines.filter(({ holds }) => holds !== 'nothing').map(isThere))

/** The lists begin with a wish, a date or candidacy; before that they would only be long. */
const begun = established(any(yes(wishSurgery), theatreAhead, decided(decompression, 'candidate')))

const stateOf = ({ done, ready, date, valid }: ChecklistLine): Detail =>
  detail.firstOf(
    ...(date === null ? [] : [{ when: all(ready, ahead(date)), tell: detail.fixed('planned') }]),
    { when: done, tell: detail.fixed('done') },
    ...(date === null || valid === null
      ? []
      : [
          { when: ready, tell: detail.fixed('not-asked') },
          // Where there is no day at all this is no; where there is one, it lies before the day it counts until.
          { when: all(not(ready), onOrAfter(shifted(date, valid), date)), tell: detail.fixed('too-old') },
        ]),
    { when: always, tell: detail.fixed('missing') },
  )

export const surgeryChecklist = collection('surgery-checklist', {
  asks: 'What is needed for booking and for theatre, and what has been done?',
  items: lines.map((line) => ({
    id: line.id,
    when: all(begun, ...(line.unless ? [not(line.unless)] : [])),
    detail: {
      list: detail.fixed(line.list),
      state: stateOf(line),
      holds: detail.firstOf(
        { when: established(line.done), tell: detail.fixed('nothing') },
        { when: always, tell: detail.fixed(line.holds) },
      ),
      ...(line.date === null ? {} : { date: detail.date(line.date) }),
      ...(line.date === null || line.valid === null
        ? {}
        : { countsUntil: detail.date(shifted(line.date, line.valid)) }),
      overridable: detail.fixed(line.overridable ? 'yes' : 'no'),
      owner: detail.fixed(line.owner),
      asks: detail.items(...line.asks.map(({ id }) => ({ when: always, item: id }))),
    },
    text: line.text,
    because: line.because,
  })),
})
