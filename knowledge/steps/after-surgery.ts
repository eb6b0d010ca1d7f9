import {
  all,
  any,
  asOf,
  atLeast,
  daysBetween,
  decided,
  entryDate,
  established,
  firstDate,
  latestDate,
  latestOf,
  not,
  onOrAfter,
  type Step,
  some,
  step,
  unanswered,
  yes,
} from '@facialis/language'
import { free, lastDecompression, lately, sinceSurgery, spasm } from '../decisions/course.ts'
import { reportsToComplete, responseSurgery } from '../decisions/response-surgery.ts'
import { flags } from '../decisions/rule-outs.ts'
import { operation, spasmReport, study, visit } from '../entries/index.ts'
import { dxClass, dxPhenotype, episodeClosed, wishSurgery, wishToxin } from '../facts/index.ts'
import {
  dischargeAfterSpasmFree,
  missingFactsLetterDue,
  mriOrderDue,
  mriOrderOverdue,
  recurrenceReviewDue,
  recurrenceReviewOverdue,
  yearOneOpens,
  yearOneOverdue,
  yearTwoDue,
  yearTwoOpens,
  yearTwoOverdue,
} from '../policy/index.ts'
import { A23, K12b, K85, K86, K90, LateRecurrence2012, S12 } from '../sources/index.ts'
import { bodyChecks, postOpCalls } from './after-surgery-body.ts'
import { spasmChecks } from './after-surgery-spasm.ts'
import { onPathway, received, since, untilGone } from './calling.ts'

const firstUnanswered = firstDate(spasmReport, all(established(sinceSurgery), not(established(any(free, spasm)))))
const lastFree = latestDate(spasmReport, established(all(sinceSurgery, free)))
/** Where spasm is back, the report of it. */
const lastReport = latestDate(spasmReport, established(sinceSurgery))
const returned = latestDate(spasmReport, established(all(sinceSurgery, spasm)))
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
    'complete-spasm-report',
    {
      label: 'Complete the reports of spasm: the day, and how the spasm was',
      text: 'A report since the operation lacks its day or its answer, or two of one day disagree. Nobody knows how the face is, or how long it was free before the spasm came back.',
      when: onPathway(reportsToComplete, untilGone),
      owner: 'surgeon',
      anchor: { name: 'spasm-report', date: latestOf(lastDecompression, firstUnanswered) },
      window: { due: missingFactsLetterDue },
      settles: [spasmReport],
      rules: ['SX-22', 'SX-14', 'SX-20'],
    },
    A23,
  ),
  step(
    'recheck-diagnosis',
    {
      label: 'Spasm is back: question the diagnosis again first',
      text: 'A return after a long spasm-free period is a recurrence; look for another condition first.',
      when: onPathway(recurrence, since(visit, lastReport, yes(visit.fields.diagnosisAffirmed))),
      owner: 'surgeon',
      urgency: 'soon',
      anchor: { name: 'spasm-report', date: lastReport },
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
      anchor: { name: 'spasm-report', date: lastReport },
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
      label: 'Discharge with open access, or extend follow-up',
      text: 'Spasm-free for two years: visits end, but the patient may return directly, because late recurrence is rare but does happen.',
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
