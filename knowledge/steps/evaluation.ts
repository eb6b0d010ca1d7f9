import {
  all,
  any,
  type Condition,
  decided,
  established,
  is,
  latestDate,
  not,
  onOrAfter,
  recordedOn,
  type Step,
  step,
  unanswered,
} from '@facialis/language'
import { certainty } from '../decisions/certainty.ts'
import { signedDiagnosis } from '../decisions/diagnosis-conditions.ts'
import { phenotype } from '../decisions/phenotype.ts'
import { visit } from '../entries/index.ts'
import {
  dxClass,
  dxSignedBy,
  examCranialNerves,
  examEarAndParotid,
  examLimbsAndGait,
  observed,
  phAwarenessLost,
  phBilateralSync,
  phCn7Only,
  phContinuousRipple,
  phDownwardSpread,
  phJawOrTongue,
  phLimbInvolved,
  phMarching,
  phNonstop,
  phOnlyWithMovement,
  phOnsetOrbicularisOculi,
  phOtherBabinski,
  phPremonitoryUrge,
  phSynchronous,
  phUnilateral,
  redFlagFacts,
  rfLimbOrSpeech,
} from '../facts/index.ts'
import {
  firstVisitDue,
  firstVisitOverdue,
  flagOutcomeDue,
  flagOutcomeOverdue,
  letterDue,
  redFlagAskEvery,
  redFlagAskOverdue,
} from '../policy/index.ts'
import { A7, A10, A11, A12, K2, K3, K4, K8, K13, S1, S2, S13 } from '../sources/index.ts'
import { answered, anyUnanswered, firstSeen, onPathway, received, since, untilGone } from './calling.ts'

const byFirstVisit = { due: firstVisitDue, overdue: firstVisitOverdue }
export const core = [phUnilateral, phCn7Only, phOnsetOrbicularisOculi, phDownwardSpread]
const strongSigns = [phSynchronous, phOtherBabinski]
/** What would speak strongly against the diagnosis; an offer needs each to be denied. */
const opposing = [
  phUnilateral,
  phCn7Only,
  phBilateralSync,
  phPremonitoryUrge,
  phAwarenessLost,
  phJawOrTongue,
  phLimbInvolved,
  phContinuousRipple,
  phOnlyWithMovement,
  phNonstop,
  phMarching,
]
export const examined = [examCranialNerves, examLimbsAndGait, examEarAndParotid]

export const unsettled = any(
  decided(certainty, 'possible'),
  not(established(decided(phenotype, 'typical', 'atypical', 'post-paralytic', 'bilateral', 'mimic'))),
)
const contact: Condition = is(visit.fields.kind, 'first', 'follow-up', 'pre-op', 'post-op')

export const evaluationSteps: readonly Step[] = [
  step(
    'describe-spasm',
    {
      label: 'Describe the spasm',
      text: 'The typical spasm itself is the strongest evidence: one side, facial muscles only, where it began, how it spread.',
      when: onPathway(all(unsettled, anyUnanswered(...core)), untilGone),
      owner: 'clinician',
      anchor: received,
      window: byFirstVisit,
      settles: [...core, ...strongSigns, dxClass, dxSignedBy],
      rules: ['DX-01', 'DX-03', 'DX-06'],
    },
    S1,
    K2,
    K3,
    K4,
  ),
  step(
    'ask-red-flags',
    {
      label: 'Ask about every red flag',
      text: 'A flag that was not asked about keeps every offer shut; one press says “asked, nothing found”.',
      when: onPathway(anyUnanswered(...redFlagFacts), untilGone),
      owner: 'clinician',
      anchor: received,
      window: byFirstVisit,
      settles: redFlagFacts,
      rules: ['RF-02', 'FU-04'],
    },
    S2,
    A7,
    K13,
  ),
  step(
    'ask-red-flags-again',
    {
      label: 'Ask about the red flags again',
      text: 'They are asked at every contact: some lesions show themselves later.',
      when: onPathway(
        all(answered(rfLimbOrSpeech), since(visit, latestDate(visit, contact), contact)),
        onOrAfter(recordedOn(rfLimbOrSpeech), latestDate(visit, contact)),
      ),
      owner: 'clinician',
      anchor: { name: 'visit', date: latestDate(visit, contact) },
      window: { due: letterDue },
      settles: redFlagFacts,
      rules: ['FU-04'],
    },
    K13,
  ),
  step(
    'ask-red-flags-yearly',
    {
      label: 'Ask about the red flags again: a year has passed',
      text: 'A list once asked does not grow too old at the gate; asking again is due every year and at every contact, never a block.',
      when: onPathway(answered(rfLimbOrSpeech), untilGone),
      owner: 'clinician',
      anchor: { name: 'screen.red-flags', date: recordedOn(rfLimbOrSpeech) },
      window: { opens: redFlagAskEvery, due: redFlagAskEvery, overdue: redFlagAskOverdue },
      settles: redFlagFacts,
      rules: ['FU-04'],
    },
    K13,
    A11,
    A12,
  ),
  step(
    'examine',
    {
      label: 'Examine cranial nerves, limbs, gait, ear and parotid',
      text: 'This is the “other testing” without which no toxin is given; what speaks for another condition is looked for at once.',
      when: onPathway(anyUnanswered(...examined, ...opposing), untilGone),
      owner: 'clinician',
      anchor: received,
      window: byFirstVisit,
      settles: [...examined, ...opposing],
      rules: ['BT-02', 'DX-04', 'DX-06'],
    },
    S13,
    A10,
    K4,
    K8,
  ),
  step(
    'explain-examination',
    {
      label: 'Say what the abnormal examination means',
      text: 'An abnormal nerve, limb, ear or parotid is a red flag to be named, or is explained by somebody who examined.',
      when: onPathway(any(...examined.map((part) => is(part, 'yes'))), untilGone),
      owner: 'clinician',
      urgency: 'soon',
      anchor: firstSeen,
      window: { due: flagOutcomeDue, overdue: flagOutcomeOverdue },
      settles: examined,
      rules: ['BT-02', 'RO-04'],
    },
    S13,
    A10,
  ),
  step(
    'film-spasm',
    {
      label: 'See the spasm or ask for a video',
      text: 'A spasm seen, filmed or described by a specialist outranks a description; a clip from home is enough.',
      when: onPathway(
        all(decided(certainty, 'probable'), any(unanswered(observed), is(observed, 'no'))),
        any(signedDiagnosis, is(observed, 'seen', 'video')),
      ),
      owner: 'clinician',
      anchor: received,
      window: byFirstVisit,
      settles: [observed, ...strongSigns],
      rules: ['DX-02'],
    },
    K2,
    A12,
    S1,
  ),
]
