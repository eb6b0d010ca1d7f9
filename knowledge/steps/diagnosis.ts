import {
  all,
  any,
  before,
  decided,
  established,
  is,
  no,
  not,
  provided,
  recordedOn,
  type Step,
  some,
  step,
  yes,
} from '@facialis/language'
import { certainty } from '../decisions/certainty.ts'
import { anyDecompression, anyHfsToxin } from '../decisions/course.ts'
import { oneSided, signed, signedDiagnosis } from '../decisions/diagnosis-conditions.ts'
import { lidOnlyWatch } from '../decisions/lid-watch.ts'
import { phenotype } from '../decisions/phenotype.ts'
import { score } from '../entries/index.ts'
import {
  dxAgreed,
  dxClass,
  dxPhenotype,
  dxSignedBy,
  phBilateralAsync,
  phBilateralSync,
  phDownwardSpread,
  phLidOnly,
  phOnlyWithMovement,
  phPriorPalsy,
  phUnilateral,
} from '../facts/index.ts'
import {
  diagnosisDue,
  diagnosisOverdue,
  expertReviewDue,
  expertReviewOverdue,
  lidTwitchReview,
  lidTwitchReviewOverdue,
} from '../policy/index.ts'
import { A10, A11, A13, A14, BanikMiller2004, K8, K17, K19, K20, K49, NG127, S12 } from '../sources/index.ts'
import { answered, anyUnanswered, firstSeen, onPathway, untilGone } from './calling.ts'
import { core, examined, unsettled } from './evaluation.ts'

const byDiagnosis = { due: diagnosisDue, overdue: diagnosisOverdue }
const described = any(
  decided(certainty, 'probable', 'definite'),
  decided(phenotype, 'typical', 'atypical', 'post-paralytic', 'bilateral'),
  answered(dxClass),
  // Everything is answered and no picture comes of it: somebody concludes that too.
  all(...core.map(answered)),
)
/** Watched, and nobody has concluded more than that. */
const onlyWatched = all(lidOnlyWatch, not(established(is(dxClass, 'definite', 'probable'))))
const stillUnclear = all(
  unsettled,
  not(established(lidOnlyWatch)),
  ...core.map(answered),
  any(...examined.map(answered)),
)

/** The second side came after a conclusion about the first, which may be years after the first visit. */
const secondSideSince = established(
  all(yes(phBilateralAsync), before(recordedOn(dxClass), recordedOn(phBilateralAsync))),
)

export const diagnosisSteps: readonly Step[] = [
  step(
    'sign-diagnosis',
    {
      label: 'Conclude and sign the diagnosis',
      text: 'Treatment depends on an accurate diagnosis, so every offer waits for a signed one.',
      when: onPathway(
        all(described, any(anyUnanswered(dxClass, dxSignedBy, dxPhenotype), is(dxClass, 'possible', 'unlikely'))),
        any(all(signedDiagnosis, answered(dxPhenotype)), onlyWatched),
      ),
      owner: 'clinician',
      anchor: firstSeen,
      window: byDiagnosis,
      settles: [dxClass, dxSignedBy, dxPhenotype],
      rules: ['DX-05', 'DX-06'],
    },
    S12,
    A11,
  ),
  step(
    'co-sign-diagnosis',
    {
      label: 'Confirm the diagnosis or disagree',
      text: 'A trainee’s conclusion, an outside letter or another author counts once a clinician here who may sign agrees.',
      when: onPathway(all(answered(dxClass), answered(dxSignedBy)), signed),
      owner: 'clinician',
      anchor: firstSeen,
      window: byDiagnosis,
      settles: [dxAgreed, dxSignedBy],
      rules: ['DX-05'],
    },
    S12,
    A11,
  ),
  step(
    'electrophysiology',
    {
      label: 'EMG with blink reflex and lateral spread',
      text: 'The clinical picture stays unclear after questions and examination; a missing lateral spread response excludes nothing.',
      when: onPathway(stillUnclear, signedDiagnosis),
      owner: 'clinician',
      anchor: firstSeen,
      window: { due: expertReviewDue, overdue: expertReviewOverdue },
      settles: [dxClass, dxPhenotype, phPriorPalsy, phOnlyWithMovement],
      rules: ['DX-06', 'DX-05'],
    },
    K17,
    K19,
    K20,
    A10,
  ),
  step(
    'lid-twitch-review',
    {
      label: 'Review the lid twitch',
      text: 'A twitch of one lid is observed for three months; review earlier if it spreads, the face weakens or the other side is affected.',
      when: onPathway(lidOnlyWatch, untilGone),
      owner: 'clinician',
      anchor: { name: 'ph.lidOnly', date: recordedOn(phLidOnly) },
      window: { opens: lidTwitchReview, due: lidTwitchReview, overdue: lidTwitchReviewOverdue },
      settles: [phLidOnly, phDownwardSpread, dxClass],
      rules: ['DX-10'],
    },
    A14,
    NG127,
    BanikMiller2004,
  ),
  step(
    'expert-review',
    {
      label: 'Refer to a movement-disorder expert: both sides are affected',
      text: 'Spasm of both sides is rare: an expert judges each side alone and signs.',
      when: onPathway(decided(phenotype, 'bilateral'), all(is(dxPhenotype, 'bilateral'), signedDiagnosis)),
      owner: 'clinician',
      anchor: [firstSeen, { name: 'ph.bilateralAsync', date: provided(secondSideSince, recordedOn(phBilateralAsync)) }],
      window: { due: expertReviewDue, overdue: expertReviewOverdue },
      settles: [dxPhenotype, dxClass, dxSignedBy, phBilateralAsync],
      rules: ['DX-08'],
    },
    K8,
    A13,
  ),
  step(
    'explain-sides',
    {
      label: 'Ask again which sides are affected, and whether at the same time',
      text: 'It was said not to be one-sided, and not to be both sides asynchronously: one of the two is corrected, or it is another condition.',
      when: onPathway(no(phUnilateral), oneSided),
      owner: 'clinician',
      anchor: { name: phUnilateral.id, date: recordedOn(phUnilateral) },
      window: { due: diagnosisDue, overdue: diagnosisOverdue },
      settles: [phUnilateral, phBilateralAsync, phBilateralSync],
      rules: ['DX-08', 'DX-04'],
    },
    K8,
    A13,
  ),
  step(
    'baseline-score',
    {
      label: 'Score the spasm before treatment',
      text: 'Without a first score nobody can say later what changed.',
      // Once treatment has begun the day for it has passed: what comes later is no baseline.
      when: onPathway(signedDiagnosis, any(some(score), anyHfsToxin, anyDecompression)),
      owner: 'nurse',
      anchor: firstSeen,
      window: byDiagnosis,
      settles: [score],
      rules: ['FU-01', 'FU-02'],
    },
    K49,
  ),
]
