/** Words the steps about studies and requests share. */
import {
  type Anchor,
  all,
  any,
  type Condition,
  dateOf,
  earliest,
  established,
  firstDate,
  firstOf,
  is,
  lastOf,
  latestDate,
  latestOf,
  type NumberTerm,
  not,
  provided,
  recordedOn,
  type Step,
  unanswered,
  yes,
} from '@facialis/language'
import { flags } from '../decisions/rule-outs.ts'
import { flagDays, soonFlagToScan, urgentFlagToScan } from '../decisions/scans-and-orders.ts'
import { study } from '../entries/index.ts'
import {
  coreFeatures,
  dxClass,
  functionalBlindness,
  mriDeclined,
  mriImpossible,
  referralReceived,
  referralTriaged,
} from '../facts/index.ts'
import { mriOrderSoonDue, mriOrderUrgentDue } from '../policy/index.ts'
import { firstSeen, soonest, whereDated } from './calling.ts'

const f = study.fields

export const scanPossible = not(established(any(yes(mriImpossible), yes(mriDeclined))))
export const haste: readonly (readonly [Condition, 'urgent' | 'soon'])[] = [
  [flags.urgentFlagOpen, 'urgent'],
  [any(flags.soonFlagOpen, yes(functionalBlindness)), 'soon'],
]
export const notAcknowledged = all(is(f.report, 'structured', 'not-structured'), not(established(yes(f.acknowledged))))
export const lastStudy = (where: Condition): Anchor => ({
  name: 'study',
  date: latestDate(study, established(where)),
})

/** The oldest of those that wait: a newer one does not hide how long. */
export const firstStudy = (where: Condition): Anchor => ({ name: 'study', date: firstDate(study, established(where)) })

const signedIn = (where: Condition): Condition => established(all(where, not(unanswered(f.signedOn))))
const unsignedIn = (where: Condition): Condition => established(all(where, unanswered(f.signedOn)))
/** The day the oldest of these reports was signed; of one without that day, the scan, which is the earliest it can have been. */
export const firstReported = (where: Condition): Anchor => ({
  name: 'study.signedOn',
  date: earliest(firstOf(study, f.signedOn, signedIn(where)), firstDate(study, unsignedIn(where))),
})
export const lastReported = (where: Condition): Anchor => ({
  name: 'study.signedOn',
  date: latestOf(lastOf(study, f.signedOn, signedIn(where)), latestDate(study, unsignedIn(where))),
})

/** The day somebody first described what may be the spasm: at a visit, or in a letter. */
const suspected: Anchor = {
  name: 'dx.class',
  date: earliest(
    firstSeen.date,
    ...[...coreFeatures, dxClass].map((fact) => provided(not(unanswered(fact)), whereDated(recordedOn(fact)))),
  ),
}
/** A scan can be asked for from when the person came, was suspected to have it and raised the flag, whichever was last. */
export const askingForScan: readonly Anchor[] = [
  { name: 'referral.received', date: whereDated(dateOf(referralReceived)) },
  { name: 'referral.triaged', date: whereDated(dateOf(referralTriaged)) },
  suspected,
  {
    name: 'functionalBlindness',
    date: provided(established(yes(functionalBlindness)), recordedOn(functionalBlindness)),
  },
  ...flagDays,
]
const shorter = [
  [any(soonFlagToScan, yes(functionalBlindness)), mriOrderSoonDue],
  [urgentFlagToScan, mriOrderUrgentDue],
] as const
/** A flag shortens the window in which the scan is asked for. */
export const orderWindow = (due: NumberTerm, overdue: NumberTerm): Step['window'] => ({
  opens: { kind: 'number', value: 0 },
  due: soonest(due, ...shorter),
  overdue: soonest(overdue, ...shorter),
})
