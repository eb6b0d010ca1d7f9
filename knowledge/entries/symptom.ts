import { entry, fieldsOf, neutral } from '@facialis/language'
import { againstBoth } from '../facts/adverse.ts'

const field = fieldsOf('symptom')
const sorted = neutral('how an emergency or delayed palsy was looked into; settling it is what counts')
const complaints = [
  'facial-weakness',
  'hearing-change',
  'clear-fluid',
  'fever',
  'neck-stiffness',
  'red-painful-eye',
  'eye-not-closing',
  'vision-drop',
  'swallowing',
  'breathing',
  'speech',
  'limb-weakness',
  'drowsiness',
  'worst-headache',
  'vomiting',
  'calf-swelling',
  'choking',
  'early-wear-off',
  'ptosis',
  'other',
] as const
export type Complaint = (typeof complaints)[number]

/** Something only an emergency team should look at, whenever it is told. */
export const emergencyComplaints = [
  'limb-weakness',
  'speech',
  'swallowing',
  'breathing',
  'choking',
  'drowsiness',
  'worst-headache',
] as const
/** Within a year of an operation these are emergencies as well. */
export const postOperativeEmergencies = [
  'clear-fluid',
  'fever',
  'neck-stiffness',
  'vomiting',
  'vision-drop',
  'calf-swelling',
] as const

/** Every complaint that is an emergency now, for somebody who was or was not operated on within a year. */
export const emergenciesOf = (afterOperation: boolean): readonly Complaint[] =>
  afterOperation ? [...emergencyComplaints, ...postOperativeEmergencies] : emergencyComplaints

/** How each emergency is said in a sentence. */
export const complaintWords: Readonly<
  Record<(typeof emergencyComplaints)[number] | (typeof postOperativeEmergencies)[number], string>
> = {
  'limb-weakness': 'a weak limb',
  speech: 'changed speech',
  swallowing: 'trouble swallowing',
  breathing: 'trouble breathing',
  choking: 'choking',
  drowsiness: 'drowsiness',
  'worst-headache': 'the worst headache ever',
  'clear-fluid': 'clear fluid from nose or ear',
  fever: 'fever',
  'neck-stiffness': 'a stiff neck',
  vomiting: 'vomiting',
  'vision-drop': 'reduced vision',
  'calf-swelling': 'a swollen calf',
}

/** A complaint after treatment. Its date is the day it began. */
export const symptom = entry(
  'symptom',
  { label: 'complaint', plural: 'symptoms' },
  {
    kind: field.choice('symptom.kind', complaints, {
      question: 'What is the complaint?',
      label: 'complaint',
      unrecorded: 'other',
      // Weakness and hearing that nothing explains are red flags; the rest are emergencies, some only after an operation.
      adverse: againstBoth(...emergencyComplaints, ...postOperativeEmergencies, 'facial-weakness', 'hearing-change'),
    }),
    settled: field.yesNo('symptom.settled', {
      question: 'Has it been looked at and settled?',
      label: 'complaint settled',
      cost: 3,
      adverse: againstBoth('no'),
    }),
    strokeChecked: field.yesNo('symptom.strokeChecked', {
      question: 'Was a stroke looked for and excluded?',
      label: 'stroke excluded',
      cost: 3,
      adverse: sorted,
    }),
  },
)
