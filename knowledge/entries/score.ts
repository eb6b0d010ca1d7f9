import { entry, fieldsOf, neutral } from '@facialis/language'
import { phq9Total } from '../facts/codes.ts'

const field = fieldsOf('score')
const severity = neutral('severity is not adverse to treatment')
const mood = neutral('opens a safety step; never blocks toxin or surgery')

const points = (id: string, label: string, question: string, max: number, adverse = severity) =>
  field.quantity(id, { unit: '{score}', min: 0, max }, { question, label, cost: 3, adverse })

/** Scores taken on one day by one rater. */
export const score = entry(
  'score',
  { label: 'score', plural: 'scores', orderable: true },
  {
    smc: field.choice('score.smc', ['I', 'II', 'III', 'IV'], {
      question:
        'Which grade: eye only (I), spread (II), vision disturbed by long spasms (III), disfiguring asymmetry (IV)?',
      label: 'spasm grade',
      cost: 3,
      adverse: severity,
    }),
    intensity: points('score.intensity', 'spasm intensity', 'Which clinical spasm intensity, 0 to 4?', 4),
    jrs: points('score.jrs', 'Jankovic total', 'What is the Jankovic total of severity and frequency, 0 to 8?', 8),
    hfs7: points('score.hfs7', 'HFS-7 total', 'What is the total of HFS-7, 0 to 28?', 28),
    hfs30: points('score.hfs30', 'HFS-30 total', 'What is the total of HFS-30, 0 to 120?', 120),
    hfs36: points('score.hfs36', 'HFS-36 total', 'What is the total of HFS-36, 0 to 144?', 144),
    disability: points(
      'score.disability',
      'disability score',
      'Which disability, from none (0) to incapacitated (5)?',
      5,
    ),
    houseBrackmann: field.choice('score.houseBrackmann', ['I', 'II', 'III', 'IV', 'V', 'VI'], {
      question: 'Which House–Brackmann grade of facial function?',
      label: 'House–Brackmann grade',
      cost: 3,
      adverse: severity,
    }),
    jsE: points('score.jsE', 'effect score', 'Which effect of the operation, E-0 to E-3?', 3),
    jsC: points('score.jsC', 'complication score', 'Which complication of the operation, C-0 to C-3?', 3),
    phq9: field.quantity(
      'phq9.total',
      { unit: '{score}', min: 0, max: 27 },
      {
        question: 'What is the total of PHQ-9 (depression), 0 to 27?',
        label: 'PHQ-9 total',
        codes: phq9Total,
        cost: 3,
        adverse: mood,
      },
    ),
    phq9Item9: points(
      'phq9.item9',
      'thoughts of self-harm',
      'What is the answer to item nine of PHQ-9 (thoughts of self-harm), 0 to 3?',
      3,
      mood,
    ),
    rater: field.text('score.rater', { question: 'Who rated?', label: 'rater' }),
  },
)
