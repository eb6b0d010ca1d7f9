import { entry, fieldsOf, neutral } from '@facialis/language'

const field = fieldsOf('symptom')
const sorted = neutral('sorted by its own steps and alerts; what stands in the way of a session is asked at the chair')

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
      adverse: sorted,
    }),
    settled: field.yesNo('symptom.settled', {
      question: 'Has it been looked at and settled?',
      label: 'complaint settled',
      cost: 3,
      adverse: sorted,
    }),
    strokeChecked: field.yesNo('symptom.strokeChecked', {
      question: 'Was a stroke looked for and excluded?',
      label: 'stroke excluded',
      cost: 3,
      adverse: sorted,
    }),
  },
)
