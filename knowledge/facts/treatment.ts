import { type Fact, fact, neutral } from '@facialis/language'
import { againstSurgery } from './adverse.ts'
import { audiometry } from './codes.ts'

const choiceOfPerson = neutral('the person’s choice between treatments; neither forbids the other')
const checklist = neutral('an item of the checklist before theatre; it has its own due date')

export const wishSurgery = fact.yesNo('wish.surgery', {
  question: 'Does the person want an operation?',
  label: 'wish for surgery',
  adverse: againstSurgery('no'),
})
export const wishToxin = fact.yesNo('wish.toxin', {
  question: 'Does the person want injections?',
  label: 'wish for injections',
  adverse: choiceOfPerson,
})
export const wishDrugs = fact.yesNo('wish.drugs', {
  question: 'Does the person want tablets instead of injections or an operation?',
  label: 'wish for tablets',
  adverse: choiceOfPerson,
})
export const drugsOral = fact.yesNo('drugs.oral', {
  question: 'Are tablets being taken for the spasm?',
  label: 'tablets for the spasm',
  adverse: neutral('the response to a medicine proves and excludes nothing'),
})
export const consentToxin = fact.date('consent.toxin', {
  question: 'When was consent to injections given?',
  label: 'consent to injections',
  may: 'past',
  adverse: neutral('a date; its absence is what holds a session'),
})
export const consentSurgery = fact.date('consent.surgery', {
  question: 'When was the consent discussion about the operation held?',
  label: 'consent to surgery',
  may: 'past',
  adverse: checklist,
})
export const disability = fact.yesNo('disability', {
  question: 'Does the spasm stop reading, driving or work?',
  label: 'disability from the spasm',
  adverse: neutral('severity is not adverse to treatment'),
})
export const functionalBlindness = fact.yesNo('functionalBlindness', {
  question: 'Does the spasm shut the only seeing eye, or make the person functionally blind?',
  label: 'functional blindness',
  adverse: neutral('makes everything more urgent; it forbids no act'),
})
export const surgeryBar = fact.choice('surgery.bar', ['none-recorded', 'no', 'yes'], {
  question:
    'Is there an absolute contraindication to an operation (pregnancy, active infection, uncontrolled disease)?',
  label: 'an absolute contraindication to surgery',
  cost: 3,
  adverse: againstSurgery('yes'),
  unrecorded: 'none-recorded',
})
export const onlyHearingEar = fact.yesNo('onlyHearingEar', {
  question: 'Is the ear on the affected side the only hearing ear?',
  label: 'the only hearing ear',
  adverse: againstSurgery('yes'),
  unverified: true,
})
export const asa = fact.choice('asa', ['I', 'II', 'III', 'IV'], {
  question: 'Which ASA class (anaesthetic risk)?',
  label: 'ASA class',
  cost: 10,
  adverse: againstSurgery('III', 'IV'),
})
export const bloodThinnerPlan = fact.yesNo('bloodThinnerPlan', {
  question:
    'Is there a written plan for anticoagulants and antiplatelets (drug, prescriber asked, last dose, bridging, restart), or are none taken?',
  label: 'anticoagulant and antiplatelet plan',
  cost: 3,
  adverse: checklist,
})
export const botulinumToldSurgeon = fact.yesNo('botulinumToldSurgeon', {
  question: 'Does the surgeon know the date of the last injection?',
  label: 'surgeon told of the last injection',
  adverse: checklist,
})
export const eyeCarePlan = fact.yesNo('eyeCarePlan', {
  question: 'Is there a plan for driving and for the eye, should it not close afterwards?',
  label: 'plan for eye and driving',
  adverse: checklist,
})

/** Done, or planned for a day that lies ahead: the checklist tells which. */
const doneOn = (id: string, label: string, question: string, cost = 10) =>
  fact.date(id, { question, label, may: 'any', cost, adverse: checklist })

export const audiogram = fact.date('audiogram', {
  question: 'When was the last audiogram with speech testing, both ears?',
  label: 'audiogram',
  may: 'any',
  codes: audiometry,
  cost: 10,
  adverse: checklist,
})
export const anaesthesiaVisit = doneOn(
  'anaesthesiaVisit',
  'anaesthetic assessment',
  'When was the anaesthetic assessment?',
)
export const baepBaseline = doneOn(
  'baepBaseline',
  'monitoring baseline',
  'When were the baselines of brainstem auditory evoked potentials and facial EMG recorded?',
)
export const photographs = doneOn(
  'photographs',
  'photographs',
  'When were the face photographs and the video taken?',
  3,
)
export const bloods = doneOn('bloods', 'blood tests', 'When were the blood tests with clotting taken?')
export const theatreDate = fact.date('theatreDate', {
  question: 'For which day is the operation booked?',
  label: 'date of the operation',
  may: 'future',
  adverse: checklist,
})
export const faceCheck = fact.date('faceCheck', {
  question: 'When was the face last checked for flattening or weakness (photograph and grading)?',
  label: 'yearly face check',
  may: 'past',
  cost: 3,
  adverse: neutral('a yearly check and a talk, never a stop'),
})

export const treatmentFacts: readonly Fact[] = [
  wishSurgery,
  wishToxin,
  wishDrugs,
  drugsOral,
  consentToxin,
  consentSurgery,
  disability,
  functionalBlindness,
  faceCheck,
]
export const surgeryFacts: readonly Fact[] = [
  surgeryBar,
  onlyHearingEar,
  asa,
  bloodThinnerPlan,
  botulinumToldSurgeon,
  eyeCarePlan,
  audiogram,
  anaesthesiaVisit,
  baepBaseline,
  photographs,
  bloods,
  theatreDate,
]
