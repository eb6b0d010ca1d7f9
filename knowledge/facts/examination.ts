import { type Fact, fact, neutral } from '@facialis/language'
import { againstBoth } from './adverse.ts'

export const observed = fact.choice('exam.observed', ['seen', 'video', 'no'], {
  question: 'Was the spasm seen by an examiner, or on video or in a specialist’s letter?',
  label: 'spasm seen or filmed',
  cost: 3,
  adverse: neutral('lowers what a description alone may conclude; in somebody whose toxin works nothing is to be seen'),
})

/** Abnormal stays abnormal until somebody who examined says why it does not matter here. */
const part = (id: string, label: string, question: string) =>
  fact.choice(id, ['no', 'yes-explained', 'yes'], {
    question,
    label,
    cost: 3,
    adverse: againstBoth('yes'),
    judged: { words: ['yes-explained'], of: 'yes' },
  })

export const examCranialNerves = part(
  'exam.cranialNerves',
  'an abnormal cranial nerve',
  'Is any cranial nerve other than the facial nerve (V, VI, VIII, IX to XII) abnormal?',
)
export const examLimbsAndGait = part(
  'exam.limbsAndGait',
  'an abnormal limb or gait',
  'Is anything abnormal in the limbs or the gait?',
)
export const examEarAndParotid = part(
  'exam.earAndParotid',
  'an abnormal ear or parotid',
  'Is anything abnormal in the ear canal, the eardrum or the parotid gland?',
)

export const examinationFacts: readonly Fact[] = [observed, examCranialNerves, examLimbsAndGait, examEarAndParotid]
