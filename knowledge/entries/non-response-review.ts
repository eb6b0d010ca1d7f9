import { entry, fieldsOf, neutral } from '@facialis/language'

const field = fieldsOf('non-response-review')
const answered = neutral('a review changes the next plan, not what may be offered')

/** The review after poor sessions: the diagnosis is questioned before more units are given. */
export const nonResponseReview = entry(
  'non-response-review',
  { label: 'non-response review', plural: 'nonResponseReviews', orderable: true },
  {
    diagnosisQuestioned: field.yesNo('review.diagnosisQuestioned', {
      question: 'Was the diagnosis questioned again?',
      label: 'diagnosis questioned',
      cost: 3,
      adverse: answered,
    }),
    techniqueConfirmed: field.yesNo('review.techniqueConfirmed', {
      question: 'Were product, dose, dilution and sites confirmed?',
      label: 'technique confirmed',
      cost: 3,
      adverse: answered,
    }),
    conclusion: field.choice(
      'review.conclusion',
      ['other-map', 'other-product', 'antibodies-likely', 'other-diagnosis', 'stop'],
      {
        question: 'What was concluded?',
        label: 'conclusion of the review',
        adverse: answered,
      },
    ),
  },
)
