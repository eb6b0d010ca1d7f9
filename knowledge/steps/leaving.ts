import { decided, is, latestDate, recordedOn, type Step, step } from '@facialis/language'
import { phenotype } from '../decisions/phenotype.ts'
import { visit } from '../entries/index.ts'
import { dxClass, dxPhenotype, episodeClosed } from '../facts/index.ts'
import { diagnosisDue, diagnosisOverdue, expertReviewDue, expertReviewOverdue } from '../policy.ts'
import { A29, K4, K16, K18b, S12 } from '../sources/index.ts'
import { untilGone, whileOpen } from './calling.ts'

const handedOver = is(episodeClosed, 'other-pathway')

export const leavingSteps: readonly Step[] = [
  step(
    'hand-over',
    {
      label: 'Hand over to the team for the other condition',
      text: 'About one in five referred people has something else. The receiving team is named in the letter, and how to come back; this gate says nothing about toxin for that condition.',
      when: whileOpen(decided(phenotype, 'mimic'), handedOver),
      owner: 'clinician',
      anchor: { name: 'visit', date: latestDate(visit) },
      window: { due: diagnosisDue, overdue: diagnosisOverdue },
      settles: [episodeClosed, dxClass, dxPhenotype],
      rules: ['DX-04', 'DX-06', 'DX-09'],
    },
    K4,
    K16,
    K18b,
    A29,
    S12,
  ),
  step(
    'way-back',
    {
      label: 'Ask the other team what they found',
      text: 'Another team leads; this clinic keeps an owner, and the person comes back when the answer points here.',
      when: whileOpen(handedOver, untilGone),
      owner: 'coordinator',
      anchor: { name: 'episode.closed', date: recordedOn(episodeClosed) },
      window: { due: expertReviewDue, overdue: expertReviewOverdue },
      settles: [episodeClosed, dxClass, dxPhenotype],
      rules: ['RO-05', 'DX-04'],
    },
    A29,
  ),
]
