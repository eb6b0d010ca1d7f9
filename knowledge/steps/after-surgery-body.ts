import { dateOf, is, type NumberTerm, onOrAfter, type Step } from '@facialis/language'
import { lastDecompression } from '../decisions/course.ts'
import { symptom, visit } from '../entries/index.ts'
import { audiogram } from '../facts/index.ts'
import {
  audiogramMonthThreeDue,
  audiogramMonthThreeOpens,
  audiogramMonthThreeOverdue,
  audiogramWeekOneDue,
  audiogramWeekOneOverdue,
  delayedPalsyFrom,
  delayedPalsyTo,
  monthOneOverdue,
  monthThreeOpens,
  nurseCallFirst,
  nurseCallFourth,
  nurseCallSecond,
  nurseCallThird,
  wardCheckDue,
  wardCheckOverdue,
  woundCheckDue,
  woundCheckOpens,
  woundCheckOverdue,
  yearOneOpens,
} from '../policy/index.ts'
import { A24, A24b, A28, AWorkflow, K83a, K95, K99, K100 } from '../sources/index.ts'
import { check, day, seenAfter, spokenAfter } from './after-surgery-check.ts'
import { since } from './calling.ts'

const calls = [
  ['post-op-call-1', 'First', nurseCallFirst, nurseCallSecond],
  ['post-op-call-2', 'Second', nurseCallSecond, nurseCallThird],
  ['post-op-call-3', 'Third', nurseCallThird, nurseCallFourth],
  ['post-op-call-4', 'Fourth', nurseCallFourth, monthThreeOpens],
] as const
export const postOpCalls = calls.map(([id, which, on, next]) =>
  check({
    id,
    label: `${which} nurse call after the operation`,
    text: 'Ask about the face, eye closure, hearing, swallowing, fluid from nose or ear, headache and mood: each problem starts its own deadline.',
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

const zero: NumberTerm = { kind: 'number', value: 0 }

export const bodyChecks: readonly Step[] = [
  check({
    id: 'ward-check',
    label: 'Ward check: face, hearing, swallowing, CSF leak, headache',
    text: 'The first day shows whether neighbouring nerves were affected.',
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
    text: 'A leak of cerebrospinal fluid (CSF) shows in the first weeks.',
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
    label: 'Watch for delayed facial palsy',
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
    text: 'Fluid behind the eardrum is marked as such; hearing is judged at three months.',
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
    text: 'By now fluid behind the eardrum has gone.',
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
