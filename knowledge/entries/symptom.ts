import { entry, fieldsOf, neutral } from '@facialis/language'
import { againstBoth } from '../facts/adverse.ts'

const field = fieldsOf('symptom')
const sorted = neutral('how an emergency or delayed palsy was looked into; settling it is what counts')
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

export const complaints = [
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

/** A complaint after treatment. Its date is the day it began. */
export const symptom = entry(
  'symptom',
  { label: 'complaint', plural: 'symptoms' },
  {
    kind: field.choice('symptom.kind', complaints, {
      question: 'What is the complaint?',
      label: 'complaint',
      unrecorded: 'other',
      // Weakness late after an operation is a red flag for both gates.
      adverse: { botulinum: [...emergencyComplaints, 'facial-weakness'], decompression: ['facial-weakness'] },
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
