import { chart, exceptionFor, mri, person, ready, ruleOuts, today, workedUp } from './chart-parts.ts'
import type { Example } from './example.ts'

const operatedOn = (date: string) => `${date} | operation mvd | kind: mvd; side: left; vesselSeen: yes`
const weakSince = (date: string, more = '') => `${date} | symptom weak | kind: facial-weakness${more}`
const closed = (how: string, on = '2026-10-01') => `${on} | episode.closed | ${how}`
const hfsOn = (date: string) =>
  `${date} | session s1 | product: onabotulinumtoxinA; indication: hfs; performedHere: yes; relief: 70`

/** Steps by their days: which exception ends first, when the next session may be, when a question is asked again. */
const due: readonly Example[] = [
  {
    id: 'two-exceptions-first-to-end',
    title: 'Two exceptions, the later one ends first',
    story:
      'One was signed in August for a year, another in November until mid-January, and a third is used up. The review is due when the first that counts ends.',
    asOf: today,
    chart: chart(
      ready(),
      '2026-08-03 | chair.neuromuscular | yes',
      '2026-08-03 | chair.pregnancy | pregnant-or-trying',
      '2026-08-03 | chair.anticoagulant | warfarin-out-of-range',
      exceptionFor('neuromuscular-opinion', { date: '2026-08-10', expires: '2027-08-01' }),
      exceptionFor('pregnancy-plan', { expires: '2027-01-15' }),
      exceptionFor('warfarin', { expires: '2026-12-01', used: 'yes' }),
    ),
    expected: { decisions: { botulinum: 'blocked' }, due: { 'review-exception': '2027-01-15' } },
    about: ['A8', 'FU-01'],
  },
  {
    id: 'exceptions-used-or-over',
    title: 'One exception used, one over',
    story: 'One was used in October and one ended yesterday. There is nothing left to review.',
    asOf: today,
    chart: chart(
      ready(),
      '2026-08-03 | chair.pregnancy | pregnant-or-trying',
      exceptionFor('pregnancy-plan', { used: 'yes' }),
      exceptionFor('warfarin', { date: '2026-10-20', expires: '2026-11-22' }),
    ),
    expected: { decisions: { botulinum: 'blocked' }, noSteps: ['review-exception'] },
    about: ['A8'],
  },
  {
    id: 'next-session-after-neck-toxin',
    title: 'Toxin for the neck after the last facial session',
    story: 'Facial toxin on 1 September, the neck on 20 October. The next facial session counts from the face.',
    asOf: today,
    chart: chart(
      ready(),
      hfsOn('2026-09-01'),
      '2026-10-20 | session s2 | product: abobotulinumtoxinA; indication: other; performedHere: no',
    ),
    expected: { decisions: { stage: 'toxin-series' }, due: { 'next-session': '2027-01-19' } },
    about: ['BT-05', 'BT-06', 'A2'],
  },
  {
    id: 'next-session-after-the-forehead',
    title: 'The forehead smoothed between two sessions',
    story:
      'Facial toxin on 1 September, the forehead on 12 October. Relief ends as it would have ended, and the first day moves to 4 January.',
    asOf: today,
    chart: chart(
      ready(),
      hfsOn('2026-09-01'),
      '2026-10-12 | session s2 | product: onabotulinumtoxinA; indication: cosmetic; performedHere: no',
    ),
    expected: {
      decisions: { botulinum: { answer: 'blocked', detail: { opensOn: '2027-01-04' } } },
      due: { 'next-session-after-cosmetic': '2027-01-19' },
      noSteps: ['next-session'],
    },
    about: ['BT-05', 'BT-06', 'A19'],
  },
  {
    id: 'next-session-worn-off-and-the-forehead-some-day',
    title: 'The effect wore off, and the forehead was smoothed some day in September',
    story:
      'Facial toxin on 1 September, its effect going since 20 November. The forehead was smoothed "in September": as late as the 30th, so the session is planned from 23 December on, as the gate has it.',
    asOf: '2026-11-25',
    chart: chart(
      ready(),
      `${hfsOn('2026-09-01')}; wearOff: 2026-11-20`,
      '2026-09 | session s2 | product: onabotulinumtoxinA; indication: cosmetic; performedHere: no',
    ),
    expected: {
      decisions: { botulinum: { answer: 'blocked', detail: { opensOn: '2026-12-23' } } },
      due: { 'next-session-worn-off': '2026-12-23' },
    },
    about: ['BT-05', 'A19'],
  },
  {
    id: 'next-session-worn-off-from-a-month',
    title: 'Last session "September", and its effect wore off',
    story:
      'The letter gives the month only, and the effect has been going since 20 November. The session is due twelve weeks after the last day of September, when the gate opens, and no later.',
    asOf: '2026-11-25',
    chart: chart(ready(), `${hfsOn('2026-09')}; wearOff: 2026-11-20`),
    expected: {
      decisions: { botulinum: { answer: 'blocked', detail: { opensOn: '2026-12-23' } } },
      due: { 'next-session-worn-off': '2026-12-23' },
    },
    about: ['BT-05', 'A19'],
  },
  {
    id: 'next-session-from-a-year',
    title: 'Last session "2026", nobody knows the month',
    story:
      'The letter gives the year only. The next session is not due before the day on which it may be given: twelve weeks after the last day of that year.',
    asOf: today,
    chart: chart(ready(), hfsOn('2026')),
    expected: {
      decisions: { botulinum: { answer: 'blocked', detail: { opensOn: '2027-03-25' } } },
      due: { 'next-session': '2027-03-25' },
    },
    about: ['BT-05', 'BT-06', 'A19'],
  },
  {
    id: 'list-of-2001',
    title: 'Red flags asked in 2001, examined in 2001',
    story:
      'Seen, asked, examined and signed in 2001 and scanned this August; nobody has asked again. At the gate a list does not grow too old, and asking again has long been due.',
    asOf: today,
    chart: chart(person({ date: '2001-02-01', onset: '2000-05' }), workedUp('2001-03-05'), mri()),
    expected: {
      decisions: { ...ruleOuts('cleared'), botulinum: 'permitted' },
      due: { 'ask-red-flags-yearly': '2002-03-05' },
    },
    about: ['FU-04', 'A11', 'A12'],
  },
  {
    id: 'list-asked-this-summer',
    title: 'Red flags asked in August',
    story: 'The list was asked in August. It is asked again at the next contact, and in any case within a year.',
    asOf: today,
    chart: chart(ready()),
    expected: { decisions: { botulinum: 'permitted' }, due: { 'ask-red-flags-yearly': '2027-08-03' } },
    about: ['FU-04'],
  },
]

/** Weakness after an operation, by its day. */
const weakness: readonly Example[] = [
  {
    id: 'weak-on-day-60',
    title: 'The face weakens on day 60 after the operation',
    story:
      'Decompression on 14 September, weakness since 13 November. That is too late for delayed palsy: a new red flag, and every gate shuts.',
    asOf: today,
    chart: chart(ready(), operatedOn('2026-09-14'), weakSince('2026-11-13')),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        botulinum: 'blocked',
        decompression: 'not-candidate',
        cause: 'under-review',
      },
      redFlags: { 'rf.progressiveWeakness': 'open' },
      steps: ['name-weakness', 'resolve-flag/rf.progressiveWeakness', 'order-mri'],
    },
    about: ['A24', 'SX-09', 'FU-04'],
  },
  {
    id: 'weak-on-day-44',
    title: 'The face weakens on day 44',
    story:
      'Decompression on 14 September, weakness since 28 October. It is likely delayed palsy: seen promptly, stroke first, and no red flag.',
    asOf: today,
    chart: chart(ready(), operatedOn('2026-09-14'), weakSince('2026-10-28')),
    expected: {
      decisions: { ...ruleOuts('cleared'), botulinum: 'caution' },
      redFlags: {},
      steps: ['review-delayed-palsy'],
      noSteps: ['name-weakness'],
    },
    about: ['A24', 'SX-09'],
  },
  {
    id: 'weak-on-day-60-settled',
    title: 'Day 60, looked into and settled',
    story: 'The weakness of day 60 was looked into by the surgeon and is settled. The flag is answered.',
    asOf: today,
    chart: chart(ready(), operatedOn('2026-09-14'), weakSince('2026-11-13', '; settled: yes')),
    expected: {
      decisions: { ...ruleOuts('cleared'), botulinum: 'caution' },
      redFlags: { 'rf.progressiveWeakness': 'resolved' },
    },
    about: ['A24', 'A6'],
  },
  {
    id: 'weak-on-day-60-scanned',
    title: 'Day 60, scanned again with contrast',
    story:
      'A contrast MRI of 20 November clears everything and is younger than the weakness. The scan answers the flag.',
    asOf: today,
    chart: chart(ready(), operatedOn('2026-09-14'), weakSince('2026-11-13'), mri({ id: 'again', date: '2026-11-20' })),
    expected: {
      decisions: { ...ruleOuts('cleared'), botulinum: 'caution' },
      redFlags: { 'rf.progressiveWeakness': 'resolved' },
    },
    about: ['A24', 'A6', 'FU-04'],
  },
]

/** A journey that was closed: what is still said, and the way back. */
const ended: readonly Example[] = [
  {
    id: 'closed-deceased',
    title: 'Somebody who has died',
    story: 'Everything was in order, and the person died in October. Nothing is offered, due or told any more.',
    asOf: today,
    chart: chart(ready(), hfsOn('2026-05-01'), '2026-08-03 | wish.surgery | yes', closed('deceased')),
    expected: {
      decisions: {
        botulinum: { answer: 'blocked', because: ['ST-01'], detail: { overridableBy: [], exceptions: [] } },
        'botulinum.session': 'blocked',
        decompression: { answer: 'not-candidate', because: ['ST-01'] },
        stage: 'closed',
      },
      noSteps: ['next-session', 'face-check', 're-open', 'ask-red-flags-yearly'],
    },
    about: ['ST-01', 'FU-01'],
  },
  {
    id: 'closed-discharged',
    title: 'Discharged with open access',
    story:
      'Two years free of spasm after the operation, discharged in October. The answers stay as they are, nothing is due, and the door stays open.',
    asOf: today,
    chart: chart(ready(), operatedOn('2024-09-10'), closed('discharged')),
    expected: {
      decisions: { botulinum: 'permitted', stage: 'closed' },
      noSteps: ['re-open', 'ask-red-flags-yearly', 'choose-treatment'],
      noAlerts: ['relief-may-come-late'],
    },
    about: ['ST-01', 'SX-15'],
  },
  {
    id: 'closed-and-back',
    title: 'Discharged, and on the telephone again',
    story:
      'Discharged in October; on 20 November the spasm is back and a call is noted. The way back is a step of its own.',
    asOf: today,
    chart: chart(
      ready(),
      operatedOn('2024-09-10'),
      closed('discharged'),
      '2026-11-20 | visit call | kind: phone',
      '2026-11-20 | spasm-report back | status: occasional',
    ),
    expected: {
      decisions: { stage: 'closed' },
      steps: ['re-open'],
      due: { 're-open': '2026-11-21' },
      noSteps: ['ask-red-flags-yearly', 'recheck-diagnosis'],
    },
    about: ['ST-01', 'SX-15', 'A23'],
  },
  {
    id: 'closed-and-an-emergency',
    title: 'Discharged, and an arm goes weak',
    story:
      'Discharged in October; the family rings on 23 November because of a weak arm. An emergency is said wherever the person stands.',
    asOf: today,
    chart: chart(ready(), closed('discharged'), '2026-11-23 | symptom arm | kind: limb-weakness'),
    expected: { decisions: { stage: 'closed' }, alerts: ['emergency-complaint'], steps: ['re-open'] },
    about: ['RF-03', 'ST-01', 'A15'],
  },
  {
    id: 'closed-withdrawn-new-flag',
    title: 'Withdrawn, and a red flag since',
    story:
      'The person withdrew in October, and the practice writes of a numb cheek in November. The gates shut, and the way back is soon.',
    asOf: today,
    chart: chart(ready(), closed('withdrawn'), '2026-11-16 | rf.facialNumb | yes | Demo Practice'),
    expected: {
      decisions: { botulinum: 'blocked', stage: 'closed' },
      steps: ['re-open'],
      due: { 're-open': '2026-11-17' },
      noSteps: ['resolve-flag/rf.facialNumb', 'order-mri'],
    },
    about: ['ST-01', 'FU-04'],
  },
  {
    id: 'closed-transferred',
    title: 'Transferred to another clinic',
    story: 'Treatment goes on elsewhere since October. Nothing is due here.',
    asOf: today,
    chart: chart(ready(), hfsOn('2026-05-01'), closed('transferred')),
    expected: {
      decisions: { botulinum: 'permitted', stage: 'closed' },
      noSteps: ['next-session', 'face-check', 're-open'],
    },
    about: ['ST-01'],
  },
]

export const clocks: readonly Example[] = [...due, ...weakness, ...ended]
