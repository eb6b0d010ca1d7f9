import {
  any,
  decided,
  type Invariant,
  invariant,
  is,
  notBefore,
  type Pathway,
  type Unmoved,
  unmoved,
} from '@facialis/language'
import { cause } from './decisions/cause.ts'
import { certainty } from './decisions/certainty.ts'
import { lastFacialToxin } from './decisions/course.ts'
import { decompression } from './decisions/decompression.ts'
import { phenotype } from './decisions/phenotype.ts'
import { malformations, masses, others, plaques, type Subject } from './decisions/relevance.ts'
import { reads } from './decisions/rule-outs.ts'
import { study, symptom } from './entries/index.ts'
import { hemifacialSpasm } from './hemifacial-spasm.ts'
import { minimumReinjectionInterval } from './policy/index.ts'
import { A5, A25, K30, K31, K33, K54, S7, S13 } from './sources/index.ts'
import { sessionsProposed } from './steps/next-session.ts'

const read = [
  [reads.tumour, masses],
  [reads.malformation, malformations],
  [reads.demyelination, plaques],
  [reads.other, others],
] as const

/** Neither time, nor who judged it, nor what else the study shows hides a lesion that nobody called unrelated. */
const staysFound = ([{ each }, { findings }]: readonly [(typeof reads)['tumour'], Subject]): Invariant =>
  invariant(
    `PR-05/${each.id.replace('study.', '')}`,
    {
      text: 'A lesion that a study shows counts as found, however old the study is and whoever judged it, until it is called unrelated.',
      about: study.id,
      whenever: any(...findings.map((one) => is(one, 'present', 'present-possible', 'present-causal'))),
      holds: decided(each, 'positive'),
    },
    S13,
    A5,
  )

const { rightContact, leftContact } = study.fields
const vesselSeen = [rightContact, leftContact]

const unmovedAnswers: readonly Unmoved[] = [
  unmoved(
    'PR-02/vessel',
    {
      text: 'That no vessel is seen removes neither the presumption nor the surgical option, and a seen one adds nothing to them.',
      decisions: [cause, decompression],
      by: vesselSeen,
    },
    S7,
    K33,
    A25,
  ),
  unmoved(
    'PR-03/vessel',
    { text: 'A seen vessel makes no diagnosis.', decisions: [certainty, phenotype], by: vesselSeen },
    K30,
    K31,
  ),
]

const neverTooEarly = notBefore(
  'PR-07/session',
  {
    text: 'No session is proposed before the minimum interval of the site has passed since the last toxin for the face, whatever else the site plans.',
    steps: sessionsProposed,
    since: lastFacialToxin,
    least: minimumReinjectionInterval,
  },
  K54,
)

const { toProve } = hemifacialSpasm
/**
 * The guidance with all that is proved of it. What is promised here came after its release: it changes no answer, so it makes no
 * version, and the next one takes it in.
 */
export const proved: Pathway = {
  ...hemifacialSpasm,
  toProve: {
    ...toProve,
    invariants: [...toProve.invariants, ...read.map(staysFound)],
    further: [study, symptom],
    notBefore: [neverTooEarly],
    unmoved: unmovedAnswers,
  },
}
