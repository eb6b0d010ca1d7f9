import {
  all,
  any,
  asOf,
  atLeast,
  type Cites,
  type Condition,
  type DateTerm,
  dateOf,
  daysBetween,
  decided,
  entryDate,
  established,
  is,
  latestDate,
  latestOf,
  lessThan,
  type NumberTerm,
  not,
  onOrAfter,
  type Step,
  shifted,
  some,
  step,
  unanswered,
  yes,
} from '@facialis/language'
import {
  anyDecompression,
  free,
  lastDecompression,
  lately,
  sinceDecompression,
  sinceSurgery,
  spasm,
} from '../decisions/course.ts'
import { responseSurgery } from '../decisions/response-surgery.ts'
import { flags } from '../decisions/rule-outs.ts'
import { operation, score, spasmReport, study, symptom, visit } from '../entries/index.ts'
import { audiogram, dxClass, dxPhenotype, episodeClosed, wishSurgery, wishToxin } from '../facts/index.ts'
import {
  audiogramMonthThreeDue,
  audiogramMonthThreeOpens,
  audiogramMonthThreeOverdue,
  audiogramWeekOneDue,
  audiogramWeekOneOverdue,
  delayedPalsyFrom,
  delayedPalsyTo,
  dischargeAfterSpasmFree,
  missingFactsLetterDue,
  monthOneDue,
  monthOneOpens,
  monthOneOverdue,
  monthSixDue,
  monthSixOpens,
  monthSixOverdue,
  monthThreeDue,
  monthThreeOpens,
  monthThreeOverdue,
  mriOrderDue,
  mriOrderOverdue,
  nurseCallFirst,
  nurseCallFourth,
  nurseCallSecond,
  nurseCallThird,
  recurrenceReviewDue,
  recurrenceReviewOverdue,
  wardCheckDue,
  wardCheckOverdue,
  weekOneDue,
  weekOneOpens,
  weekOneOverdue,
  woundCheckDue,
  woundCheckOpens,
  woundCheckOverdue,
  yearOneDue,
  yearOneOpens,
  yearOneOverdue,
  yearTwoDue,
  yearTwoOpens,
  yearTwoOverdue,
} from '../policy/index.ts'
import {
  A23,
  A24,
  A24b,
  A28,
  AWorkflow,
  K12b,
  K49,
  K83a,
  K84,
  K85,
  K86,
  K87,
  K90,
  K94,
  K95,
  K99,
  K100,
  K104,
  LateRecurrence2012,
  S12,
  S16,
} from '../sources/index.ts'
import { onPathway, received, since, untilGone } from './calling.ts'

const surgery = { name: 'operation', date: lastDecompression }
const day = (days: NumberTerm): DateTerm => shifted(lastDecompression, days)
const seenAfter = (days: NumberTerm): Condition =>
  since(visit, day(days), is(visit.fields.kind, 'post-op', 'follow-up', 'first', 'injection'))
const spokenAfter = (days: NumberTerm): Condition =>
  since(visit, day(days), is(visit.fields.kind, 'post-op', 'follow-up', 'phone'))
const reportedAfter = (days: NumberTerm): Condition =>
  since(spasmReport, day(days), not(unanswered(spasmReport.fields.status)))

type Check = Readonly<{
  id: string
  label: string
  text: string
  owner: string
  opens: NumberTerm
  due: NumberTerm
  overdue: NumberTerm
  /** The next check takes its place from this day on: an old operation asks for no ward round. The last has none. */
  until?: NumberTerm
  done: Condition
  settles: Step['settles']
  rules: readonly string[]
  because: Cites
}>

const check = ({ id, label, text, owner, opens, due, overdue, until, done, settles, rules, because }: Check): Step =>
  step(
    id,
    {
      label,
      text,
      when: onPathway(all(anyDecompression, ...(until ? [lessThan(sinceDecompression, until)] : [])), done),
      owner,
      anchor: surgery,
      window: { opens, due, overdue },
      settles,
      rules,
    },
    ...because,
  )

const zero: NumberTerm = { kind: 'number', value: 0 }

const calls = [
  ['post-op-call-1', 'First', nurseCallFirst, nurseCallSecond],
  ['post-op-call-2', 'Second', nurseCallSecond, nurseCallThird],
  ['post-op-call-3', 'Third', nurseCallThird, nurseCallFourth],
  ['post-op-call-4', 'Fourth', nurseCallFourth, monthThreeOpens],
] as const
const postOpCalls = calls.map(([id, which, on, next]) =>
  check({
    id,
    label: `${which} nurse call after the operation`,
    text: 'Face, does the eye close, hearing, swallowing, fluid from nose or ear, headache, mood: any yes opens its own clock.',
    owner: 'nurse',
    opens: on,
    due: on,
    overdue: next,
    until: next,
    done: spokenAfter(on),
    settles: [visit, symptom],
    rules: ['FU-01', 'SX-09', 'SX-10', 'SX-11'],
    because: [AWorkflow, A28],
  }),
)

const spasmChecks: readonly Step[] = [
  check({
    id: 'spasm-week-1',
    label: 'Ask about the spasm in the first week',
    text: 'About a third are free within a week; the others often become so later.',
    owner: 'nurse',
    opens: weekOneOpens,
    due: weekOneDue,
    overdue: weekOneOverdue,
    until: monthOneOpens,
    done: reportedAfter(weekOneOpens),
    settles: [spasmReport],
    rules: ['SX-08', 'FU-01'],
    because: [K85, S16],
  }),
  check({
    id: 'spasm-month-1',
    label: 'Ask about the spasm at one month',
    text: 'About half are free by now; a quiet spell may come before the spasm returns for a while.',
    owner: 'nurse',
    opens: monthOneOpens,
    due: monthOneDue,
    overdue: monthOneOverdue,
    until: monthThreeOpens,
    done: reportedAfter(monthOneOpens),
    settles: [spasmReport],
    rules: ['SX-08', 'FU-01'],
    because: [K85, K87, K94],
  }),
  check({
    id: 'spasm-month-3',
    label: 'Ask about the spasm at three months, with a score',
    text: 'Nearly three in four of those who become free are so by now.',
    owner: 'surgeon',
    opens: monthThreeOpens,
    due: monthThreeDue,
    overdue: monthThreeOverdue,
    until: monthSixOpens,
    done: reportedAfter(monthThreeOpens),
    settles: [spasmReport, score],
    rules: ['SX-08', 'FU-01', 'FU-02'],
    because: [K85, K84, K49],
  }),
  check({
    id: 'spasm-month-6',
    label: 'Ask about the spasm at six months',
    text: 'Relief still comes between six and twelve months.',
    owner: 'surgeon',
    opens: monthSixOpens,
    due: monthSixDue,
    overdue: monthSixOverdue,
    until: yearOneOpens,
    done: reportedAfter(monthSixOpens),
    settles: [spasmReport],
    rules: ['SX-08', 'FU-01'],
    because: [K85, K86],
  }),
  check({
    id: 'outcome-year-1',
    label: 'Record effect and complication at one year',
    text: 'Spasm, E and C apart, and their sum T; from here on, and not before, spasm may be called persistent.',
    owner: 'surgeon',
    opens: yearOneOpens,
    due: yearOneDue,
    overdue: yearOneOverdue,
    until: yearTwoOpens,
    done: all(
      reportedAfter(yearOneOpens),
      since(score, day(yearOneOpens), not(any(unanswered(score.fields.jsE), unanswered(score.fields.jsC)))),
    ),
    settles: [spasmReport, score],
    rules: ['SX-12', 'SX-08', 'FU-01'],
    because: [K104, A23],
  }),
  check({
    id: 'spasm-year-2',
    label: 'Ask about a return of spasm at two years, with a score',
    text: 'Most returns have come by now.',
    owner: 'surgeon',
    opens: yearTwoOpens,
    due: yearTwoDue,
    overdue: yearTwoOverdue,
    done: all(reportedAfter(yearTwoOpens), not(decided(responseSurgery, 'not-reported'))),
    settles: [spasmReport, score],
    rules: ['SX-14', 'SX-15', 'FU-01'],
    because: [K90, LateRecurrence2012],
  }),
]
const bodyChecks: readonly Step[] = [
  check({
    id: 'ward-check',
    label: 'Ward check: face, hearing, swallowing, leak, headache',
    text: 'The first day shows what the operation did to the nerves beside it.',
    owner: 'surgeon',
    opens: zero,
    due: wardCheckDue,
    overdue: wardCheckOverdue,
    until: woundCheckOpens,
    done: seenAfter(zero),
    settles: [visit, symptom],
    rules: ['FU-01', 'SX-09', 'SX-11'],
    because: [AWorkflow, A24],
  }),
  check({
    id: 'wound-check',
    label: 'Wound check, and fluid from nose or ear',
    text: 'A leak of fluid shows in the first weeks.',
    owner: 'nurse',
    opens: woundCheckOpens,
    due: woundCheckDue,
    overdue: woundCheckOverdue,
    until: monthOneOverdue,
    done: seenAfter(woundCheckOpens),
    settles: [visit, symptom],
    rules: ['FU-01', 'SX-10'],
    because: [K83a, AWorkflow],
  }),
  check({
    id: 'palsy-watch',
    label: 'Watch for a palsy that comes late',
    text: 'Weakness of the face may begin between day 2 and day 44, most often about day 10, and nearly always recovers; it is a call the same day.',
    owner: 'nurse',
    opens: delayedPalsyFrom,
    due: delayedPalsyTo,
    overdue: delayedPalsyTo,
    until: { kind: 'plus', of: [delayedPalsyTo, { kind: 'number', value: 1 }] },
    done: since(symptom, lastDecompression, is(symptom.fields.kind, 'facial-weakness')),
    settles: [symptom],
    rules: ['SX-09'],
    because: [K99, K100, A24],
  }),
  check({
    id: 'audiogram-week-1',
    label: 'Audiogram in the first week',
    text: 'Fluid behind the drum is marked as such; hearing is judged at three months.',
    owner: 'nurse',
    opens: zero,
    due: audiogramWeekOneDue,
    overdue: audiogramWeekOneOverdue,
    until: audiogramMonthThreeOpens,
    done: onOrAfter(dateOf(audiogram), lastDecompression),
    settles: [audiogram],
    rules: ['FU-01', 'SX-11'],
    because: [K95, A24b],
  }),
  check({
    id: 'audiogram-month-3',
    label: 'Audiogram at three months, when hearing is judged',
    text: 'By now fluid behind the drum has gone.',
    owner: 'nurse',
    opens: audiogramMonthThreeOpens,
    due: audiogramMonthThreeDue,
    overdue: audiogramMonthThreeOverdue,
    until: yearOneOpens,
    done: onOrAfter(dateOf(audiogram), day(audiogramMonthThreeOpens)),
    settles: [audiogram],
    rules: ['FU-01', 'SX-11'],
    because: [A24b, K95],
  }),
]

const returned = latestDate(spasmReport, established(all(sinceSurgery, spasm)))
const lastFree = latestDate(spasmReport, established(all(sinceSurgery, free)))
const affirmed = latestDate(
  visit,
  established(all(yes(visit.fields.diagnosisAffirmed), onOrAfter(entryDate(visit), lastDecompression))),
)
const recurrence = decided(responseSurgery, 'recurrence')
const recurrenceWindow = { due: recurrenceReviewDue, overdue: recurrenceReviewOverdue }
/** Since the last spasm, or since the operation where none was reported. */
const freeSince = latestOf(lastDecompression, returned)

export const afterSurgerySteps: readonly Step[] = [
  ...bodyChecks,
  ...postOpCalls,
  ...spasmChecks,
  step(
    'complete-operation',
    {
      label: 'Say which operation it was, and when',
      text: 'An operation is on record without its kind or day; every check afterwards counts from it.',
      when: onPathway(
        some(
          operation,
          any(unanswered(operation.fields.kind), not(established(onOrAfter(asOf, entryDate(operation))))),
        ),
        untilGone,
      ),
      owner: 'surgeon',
      anchor: received,
      window: { due: missingFactsLetterDue },
      settles: [operation],
      rules: ['FU-01', 'SX-08'],
    },
    A23,
  ),
  step(
    'recheck-diagnosis',
    {
      label: 'Spasm is back: ask the diagnosis again first',
      text: 'After a long free time a return is recurrence; another condition is looked for before anything else.',
      when: onPathway(recurrence, since(visit, returned, yes(visit.fields.diagnosisAffirmed))),
      owner: 'surgeon',
      urgency: 'soon',
      anchor: { name: 'spasm-report', date: returned },
      window: recurrenceWindow,
      settles: [dxClass, dxPhenotype, visit],
      rules: ['SX-14'],
    },
    A23,
    S12,
    K90,
  ),
  step(
    'mri-after-recurrence',
    {
      label: 'MRI for the return of spasm',
      text: 'A new scan shows whether a vessel, the padding or something else lies at the nerve.',
      when: onPathway(recurrence, since(study, lastFree)),
      owner: 'surgeon',
      urgency: 'soon',
      anchor: { name: 'spasm-report', date: returned },
      window: { due: mriOrderDue, overdue: mriOrderOverdue },
      settles: [study],
      rules: ['SX-14'],
    },
    A23,
    K90,
  ),
  step(
    'talk-after-persistence',
    {
      label: 'Talk about what comes next: injections, or another operation',
      text: 'Spasm is still there a year after the operation; a second operation helps less often and carries more risk.',
      when: onPathway(decided(responseSurgery, 'persistent'), untilGone),
      owner: 'surgeon',
      anchor: { name: 'operation', date: latestOf(lastDecompression, affirmed) },
      window: { opens: yearOneOpens, due: yearOneOverdue },
      settles: [wishToxin, wishSurgery, operation],
      rules: ['SX-08', 'SX-01'],
    },
    K85,
    K86,
    K12b,
  ),
  step(
    'discharge',
    {
      label: 'Discharge with open access, or extend',
      text: 'Free of spasm for two years: visits end and the door stays open, for a late return is rare and does happen.',
      // Nobody is discharged from an open question, whatever became of the spasm.
      when: onPathway(
        all(
          lately(free),
          atLeast(daysBetween(lastDecompression, lastFree), yearTwoOpens),
          not(established(flags.openRedFlag)),
        ),
        untilGone,
      ),
      owner: 'surgeon',
      anchor: { name: 'operation', date: freeSince },
      window: { opens: dischargeAfterSpasmFree, due: yearTwoDue, overdue: yearTwoOverdue },
      settles: [episodeClosed],
      rules: ['SX-15'],
    },
    K90,
    A23,
    LateRecurrence2012,
  ),
]
