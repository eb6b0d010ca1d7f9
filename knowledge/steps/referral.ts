import { all, any, decided, established, is, not, type Step, step } from '@facialis/language'
import { child, visited } from '../decisions/course.ts'
import { flags } from '../decisions/rule-outs.ts'
import { stage } from '../decisions/stage.ts'
import { visit } from '../entries/index.ts'
import {
  birthDate,
  episodeClosed,
  onset,
  phCn7Only,
  phUnilateral,
  redFlagFacts,
  referralReason,
  referralReceived,
  referralTriaged,
  side,
} from '../facts/index.ts'
import {
  firstVisitDue,
  firstVisitOverdue,
  firstVisitSoonDue,
  firstVisitUrgentDue,
  missingFactsLetterDue,
  triageDue,
  triageOverdue,
} from '../policy/index.ts'
import { A3, A15, AWorkflow, K66b, S17 } from '../sources/index.ts'
import { answered, anyUnanswered, isOpen, onPathway, received, triaged, untilGone } from './calling.ts'

const elsewhereReason = is(referralReason, 'other')
/** Referred and not yet seen: once somebody has seen the person, a late triage helps nobody. */
const awaitingTriage = all(
  any(decided(stage, 'referred'), answered(referralReceived)),
  not(established(any(visited, elsewhereReason))),
)
const urgent = flags.urgentFlagOpen
const soon = all(flags.soonFlagOpen, not(established(urgent)))
const routine = not(established(flags.soonFlagOpen))
const firstVisit = { owner: 'coordinator', anchor: triaged, settles: [visit, phUnilateral, phCn7Only] }
const awaitingVisit = all(answered(referralTriaged), not(established(elsewhereReason)))

export const referralSteps: readonly Step[] = [
  step(
    'triage',
    {
      label: 'Triage the referral',
      text: 'Six questions sort out who cannot wait; “yes” to the first four is a phone call now.',
      when: onPathway(awaitingTriage, answered(referralTriaged)),
      owner: 'coordinator',
      urgency: [
        [urgent, 'urgent'],
        [flags.soonFlagOpen, 'soon'],
      ],
      anchor: received,
      window: { due: triageDue, overdue: triageOverdue },
      settles: [referralTriaged, referralReason, ...redFlagFacts],
      rules: ['RF-01', 'RF-02'],
    },
    S17,
    AWorkflow,
  ),
  step(
    'return-referral',
    {
      label: 'Return the referral with an answer',
      text: 'It does not concern facial movement; tell the referrer so, and who will take it over.',
      when: onPathway(elsewhereReason, visited),
      owner: 'coordinator',
      anchor: received,
      window: { due: triageDue, overdue: triageOverdue },
      settles: [referralReason, episodeClosed],
      rules: ['RF-01'],
    },
    S17,
  ),
  step(
    'ask-dates',
    {
      label: 'Ask for the dates and side that every rule needs',
      text: 'Date of birth, first spasm and side decide ages, which scans count and where to look; the year is enough unless it leaves open whether the patient is under 18.',
      when: onPathway(any(anyUnanswered(birthDate, onset, side), isOpen(child)), untilGone),
      owner: 'coordinator',
      anchor: received,
      window: { due: missingFactsLetterDue },
      settles: [birthDate, onset, side],
      rules: ['RF-01', 'IM-08'],
    },
    A3,
    AWorkflow,
  ),
  step(
    'first-visit',
    {
      label: 'First visit with a specialist',
      text: 'The spasm is recognised by looking at it; long waits are common and nothing here may add to them.',
      when: onPathway(all(awaitingVisit, routine), visited),
      ...firstVisit,
      window: { due: firstVisitDue, overdue: firstVisitOverdue },
      rules: ['RF-01', 'DX-01'],
    },
    S17,
    K66b,
  ),
  step(
    'first-visit-soon',
    {
      label: 'First visit within two weeks',
      text: 'A red flag is open that should be seen soon.',
      when: onPathway(all(awaitingVisit, soon), visited),
      ...firstVisit,
      urgency: 'soon',
      window: { due: firstVisitSoonDue },
      rules: ['RF-02'],
    },
    A15,
    S17,
  ),
  step(
    'first-visit-urgent',
    {
      label: 'Urgent first visit',
      text: 'An urgent red flag is open.',
      when: onPathway(all(awaitingVisit, urgent), visited),
      ...firstVisit,
      urgency: 'urgent',
      window: { due: firstVisitUrgentDue },
      rules: ['RF-02'],
    },
    A15,
    S17,
  ),
]
