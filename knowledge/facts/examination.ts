import { type Fact, fact } from '@facialis/language'
import { againstBoth } from './adverse.ts'

export const observed = fact.choice('exam.observed', ['seen', 'video', 'no'], {
  question: 'Was the spasm seen by an examiner, or on video or in a specialist’s letter?',
  label: 'spasm seen or filmed',
  cost: 3,
  adverse: againstBoth('no'),
})

const part = (id: string, label: string, question: string) =>
  fact.choice(id, ['normal', 'abnormal'], { question, label, cost: 3, adverse: againstBoth('abnormal') })

export const examCranialNerves = part(
  'exam.cranialNerves',
  'the other cranial nerves',
  'Are the cranial nerves other than the facial nerve (V, VI, VIII, IX to XII) normal?',
)
export const examLimbsAndGait = part('exam.limbsAndGait', 'limbs and gait', 'Are limbs and gait normal?')
export const examEarAndParotid = part(
  'exam.earAndParotid',
  'ear and parotid',
  'Are the ear canal, the drum and the parotid normal?',
)

export const examinationFacts: readonly Fact[] = [observed, examCranialNerves, examLimbsAndGait, examEarAndParotid]
