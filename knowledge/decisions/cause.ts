import { all, decide, detail, not, otherwise, rule } from '@facialis/language'
import { A5, A13, K5, K11, K13, S3, S7 } from '../sources/index.ts'
import { notPostParalytic, postParalytic, vesselLookedFor, vesselSeenAtSurgery, vesselSeenOnItsSide } from './course.ts'
import { oneSided, signedDiagnosis, stronglyOpposed } from './diagnosis-conditions.ts'
import { anyCausal, isTheCause, malformations, masses, others, plaques } from './relevance.ts'
import { allCleared, anyPositive, flags } from './rule-outs.ts'

/** Once the rest is excluded, a vessel is presumed whether or not one was seen. A vessel alone presumes nothing. */
export const cause = decide('cause', {
  asks: 'What is the presumed cause?',
  answers: ['undetermined', 'secondary', 'under-review', 'vascular-presumed'],
  boldness: [['undetermined', 'secondary', 'under-review'], ['vascular-presumed']],
  rules: [
    rule('DX-07', all(postParalytic, signedDiagnosis))
      .answers('secondary')
      .because('A facial palsy on that side came first. Toxin is its treatment once lesions are ruled out.', K5, A13)
      .over('RO-05'),
    rule('RO-05', anyCausal)
      .answers('secondary')
      .because('A specialist judged that a lesion is, or may be, the cause.', A5, S7)
      .over('RO-05/unjudged'),
    rule('RO-05/unjudged', anyPositive)
      .answers('under-review')
      .because('A lesion was found, and no specialist has yet judged whether it is the cause.', A5, S7)
      .over('ET-03'),
    rule('ET-03', all(signedDiagnosis, flags.openRedFlag))
      .answers('under-review')
      .because('A red flag re-opens the question of the cause.', K13)
      .over('ET-01'),
    rule('ET-01', all(signedDiagnosis, allCleared, notPostParalytic, not(stronglyOpposed), oneSided))
      .answers('vascular-presumed')
      .because('Tumour, malformation and multiple sclerosis are excluded and the diagnosis is signed.', S3, S7, K11),
  ],
  otherwise: otherwise(
    'ET-00',
    'undetermined',
    'Other causes have not been excluded, or no diagnosis is signed.',
    S3,
    S7,
  ),
  detail: {
    vessel: detail.firstOf(
      { when: vesselSeenAtSurgery, tell: detail.fixed('seen-at-surgery') },
      { when: vesselSeenOnItsSide, tell: detail.fixed('seen') },
      { when: all(vesselLookedFor, not(vesselSeenOnItsSide)), tell: detail.fixed('not-seen') },
    ),
    secondaryTo: detail.firstOf(
      { when: isTheCause(masses), tell: detail.fixed('tumour') },
      { when: isTheCause(malformations), tell: detail.fixed('vascular-malformation') },
      { when: isTheCause(plaques), tell: detail.fixed('demyelination') },
      { when: isTheCause(others), tell: detail.fixed('other-lesion') },
      { when: postParalytic, tell: detail.fixed('facial-palsy') },
    ),
  },
})
