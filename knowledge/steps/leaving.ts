import {
  all,
  any,
  before,
  type Condition,
  dateOf,
  decided,
  type Entry,
  entryDate,
  established,
  is,
  latestDate,
  latestOf,
  recordedOn,
  type Step,
  some,
  step,
  unanswered,
} from '@facialis/language'
import { emergencyComplaint } from '../decisions/complaints.ts'
import { phenotype } from '../decisions/phenotype.ts'
import { raisedAfter } from '../decisions/red-flags.ts'
import { flags } from '../decisions/rule-outs.ts'
import { flagDays } from '../decisions/scans-and-orders.ts'
import { stage } from '../decisions/stage.ts'
import { session, spasmReport, study, symptom, visit } from '../entries/index.ts'
import { dxClass, dxPhenotype, episodeClosed, redFlagFacts, referralReceived } from '../facts/index.ts'
import {
  diagnosisDue,
  diagnosisOverdue,
  expertReviewDue,
  expertReviewOverdue,
  letterDue,
  missingFactsLetterDue,
} from '../policy/index.ts'
import { A23, A29, K4, K16, K18b, S12 } from '../sources/index.ts'
import { onPathway, received, untilGone, whileOpen } from './calling.ts'

/** Something happened after the journey was closed: the person came back, or somebody wrote that something is wrong. */
const closedOn = recordedOn(episodeClosed)
const sinceClosing = (entry: Entry): Condition => before(closedOn, entryDate(entry))
const news = [visit, symptom, spasmReport, session, study]
const cameBack = any(
  ...news.map((entry) => some(entry, sinceClosing(entry))),
  ...redFlagFacts.map((flag) => raisedAfter(flag, closedOn)),
  before(closedOn, dateOf(referralReceived)),
)
const mayComeBack = all(decided(stage, 'closed'), is(episodeClosed, 'discharged', 'transferred', 'withdrawn'))

const handedOver = is(episodeClosed, 'other-pathway')

export const leavingSteps: readonly Step[] = [
  step(
    'hand-over',
    {
      label: 'Hand over to the team for the other condition',
      text: 'About one in five people referred has another condition. Name the receiving team in the letter, and how to be seen here again; this gate does not apply to toxin for that condition.',
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
      text: 'Another team is leading; keep a named owner here, and see the patient again if the findings point to hemifacial spasm.',
      when: whileOpen(handedOver, untilGone),
      owner: 'coordinator',
      anchor: { name: 'episode.closed', date: recordedOn(episodeClosed) },
      window: { due: expertReviewDue, overdue: expertReviewOverdue },
      settles: [episodeClosed, dxClass, dxPhenotype],
      rules: ['RO-05', 'DX-04'],
    },
    A29,
  ),
  step(
    'ask-episode',
    {
      label: 'Find out whether the patient’s care here continues',
      text: 'It is not known whether care ended, and how; nothing is offered until this is recorded.',
      when: onPathway(unanswered(episodeClosed), untilGone),
      owner: 'coordinator',
      anchor: received,
      window: { due: missingFactsLetterDue },
      settles: [episodeClosed],
      rules: ['ST-01'],
    },
    A29,
  ),
  step(
    're-open',
    {
      label: 'Reopen the episode of care',
      text: 'The episode was closed, and the patient has returned or something new has been recorded. Nothing else is due until it is reopened.',
      when: all(mayComeBack, established(cameBack)),
      owner: 'coordinator',
      urgency: [
        [any(flags.emergencyFlag, emergencyComplaint), 'emergency'],
        [flags.urgentFlagOpen, 'urgent'],
        [flags.soonFlagOpen, 'soon'],
      ],
      anchor: {
        name: 'episode.closed',
        date: latestOf(
          closedOn,
          ...news.map((entry) => latestDate(entry, established(sinceClosing(entry)))),
          ...flagDays.map(({ date }) => date),
        ),
      },
      window: { due: letterDue },
      settles: [episodeClosed],
      rules: ['ST-01', 'SX-15'],
    },
    A23,
    A29,
  ),
]
