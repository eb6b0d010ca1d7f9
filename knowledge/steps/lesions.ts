import { all, any, decided, is, recordedOn, type Step, some, step, unanswered } from '@facialis/language'
import { found, unjudged, withoutNeuroradiology } from '../decisions/relevance.ts'
import {
  demyelination as demyelinationOut,
  vascularMalformation as malformationOut,
  otherLesion as otherOut,
  tumour as tumourOut,
} from '../decisions/rule-outs.ts'
import { findings, study } from '../entries/index.ts'
import {
  episodeClosed,
  knownDemyelination,
  knownLesions,
  knownOtherLesion,
  knownTumour,
  knownVascularMalformation,
} from '../facts/index.ts'
import { lesionReferralDue, missingFactsLetterDue, relevanceDue, relevanceOverdue } from '../policy/index.ts'
import { A5, A29, Bos2016, K14, K15, K16a, S2, S13 } from '../sources/index.ts'
import { anyUnanswered, onPathway, received, untilGone, whileOpen } from './calling.ts'
import { firstReported, lastReported } from './of-studies.ts'

const shown = lastReported(found(...findings))
const notJudged = unjudged(...findings)
const notReadByNeuroradiologist = withoutNeuroradiology(...findings)
/** Judged one way or the other, and nobody named who looks after the finding itself. */
const unowned = all(
  any(...findings.map((finding) => is(finding, 'present-unrelated', 'present-possible', 'present-causal'))),
  unanswered(study.fields.followUpOwner),
)
const causal = any(decided(tumourOut, 'positive'), decided(malformationOut, 'positive'), decided(otherOut, 'positive'))

const known = [
  ['tumour', knownTumour],
  ['vascular-malformation', knownVascularMalformation],
  ['demyelination', knownDemyelination],
  ['other-lesion', knownOtherLesion],
] as const

/** A lesion on the problem list needs the same judgement as one seen on a scan. */
const judgeKnown = known.map(([id, fact]) =>
  step(
    `judge-known/${id}`,
    {
      label: `Assess its relevance to the spasm: ${fact.label}`,
      text: 'It is on the problem list: a named neurologist or neurosurgeon states whether it is related to the spasm.',
      when: whileOpen(is(fact, 'present'), untilGone),
      owner: 'clinician',
      urgency: 'soon',
      anchor: { name: fact.id, date: recordedOn(fact) },
      window: { due: relevanceDue, overdue: relevanceOverdue },
      settles: [fact, study],
      rules: ['RO-05'],
    },
    A5,
    S13,
  ),
)

export const lesionSteps: readonly Step[] = [
  step(
    'judge-relevance',
    {
      label: 'Judge whether the finding has to do with the spasm',
      text: 'A named neurologist or neurosurgeon, with a neuroradiology read, records it as causal, possible or unrelated, never automatically and never from its location alone. The assessment is recorded with the study that shows the finding; a later, better scan does not change it.',
      when: whileOpen(some(study, notJudged), untilGone),
      owner: 'clinician',
      urgency: 'soon',
      anchor: firstReported(notJudged),
      window: { due: relevanceDue, overdue: relevanceOverdue },
      settles: [study],
      rules: ['RO-05', 'ET-03'],
    },
    A5,
    Bos2016,
    S13,
  ),
  step(
    'neuroradiology-read',
    {
      label: 'Get a neuroradiologist’s read of the finding called unrelated',
      text: 'A specialist judged it without a known neuroradiology report; nothing is ruled out until there is one, or the specialist confirms having seen one.',
      when: whileOpen(some(study, notReadByNeuroradiologist), untilGone),
      owner: 'clinician',
      urgency: 'soon',
      anchor: firstReported(notReadByNeuroradiologist),
      window: { due: relevanceDue, overdue: relevanceOverdue },
      settles: [study],
      rules: ['RO-05'],
    },
    A5,
  ),
  ...judgeKnown,
  step(
    'name-follow-up-owner',
    {
      label: 'Name who follows the finding up',
      text: 'It was judged; whether or not it has to do with the spasm, the finding itself has an owner and a date.',
      when: whileOpen(some(study, unowned), untilGone),
      owner: 'clinician',
      anchor: firstReported(unowned),
      window: { due: relevanceDue, overdue: relevanceOverdue },
      settles: [study],
      rules: ['RO-05', 'FU-01'],
    },
    A5,
  ),
  step(
    'ask-problem-list',
    {
      label: 'Look at the problem list again',
      text: 'It is not known whether the problem list contains a lesion; until it is, nothing counts as ruled out.',
      when: onPathway(anyUnanswered(...knownLesions), untilGone),
      owner: 'clinician',
      anchor: received,
      window: { due: missingFactsLetterDue },
      settles: knownLesions,
      rules: ['RO-01', 'RO-02', 'RO-03'],
    },
    S2,
    S13,
  ),
  step(
    'refer-lesion',
    {
      label: 'Hand the lesion to the team that treats it',
      text: 'While it counts as the cause it is treated first; the receiving team is named and the way back stays open.',
      when: whileOpen(causal, is(episodeClosed, 'other-pathway')),
      owner: 'clinician',
      urgency: 'urgent',
      anchor: shown,
      window: { due: lesionReferralDue },
      settles: [episodeClosed, study, knownTumour, knownVascularMalformation, knownOtherLesion],
      rules: ['RO-05'],
    },
    S13,
    A5,
    A29,
    K14,
    K15,
  ),
  step(
    'refer-neurology',
    {
      label: 'Refer to neurology for demyelination',
      text: 'Lesions typical of multiple sclerosis, or one of the pons on that side: neurology owns the next step.',
      when: whileOpen(decided(demyelinationOut, 'positive'), is(episodeClosed, 'other-pathway')),
      owner: 'clinician',
      urgency: 'soon',
      anchor: shown,
      window: { due: relevanceDue, overdue: relevanceOverdue },
      settles: [episodeClosed, study, knownDemyelination],
      rules: ['RO-03', 'RO-05'],
    },
    S13,
    K16a,
    A29,
  ),
]
