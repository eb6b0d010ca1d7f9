import { chart, ready, today } from './chart-parts.ts'
import type { Example } from './example.ts'

const s = (id: string, date: string, fields: string): string =>
  `${date.padEnd(10)} | session ${id} | product: onabotulinumtoxinA; indication: hfs; side: left; performedHere: yes; ${fields}`

/** What the toxin did. Relief is asked at its best, not on the day of the next visit. */
export const toxinSeries: readonly Example[] = [
  {
    id: 'too-early-to-tell',
    title: 'Ten days after the first session',
    story: 'Nothing much has happened yet. Day ten is too early to say.',
    asOf: '2026-11-23',
    chart: chart(ready(), s('s1', '2026-11-13', 'units: 20')),
    expected: { decisions: { 'response.toxin': 'too-early', botulinum: 'blocked', stage: 'toxin-series' } },
    about: ['BT-17', 'A22'],
  },
  {
    id: 'nobody-asked',
    title: 'Two months after the first session, nobody asked',
    story: 'The call on day 14 was missed. It is not known how well it worked.',
    asOf: today,
    chart: chart(ready(), s('s1', '2026-09-21', 'units: 20')),
    expected: { decisions: { 'response.toxin': 'not-reported', stage: 'toxin-series' }, steps: ['toxin-call'] },
    about: ['BT-18', 'A22'],
  },
  {
    id: 'good-relief-worn-off',
    title: 'Good relief, worn off on the day of the visit',
    story: 'Eighty per cent at best, and the spasm is back today, week 13. That is wear-off, not failure.',
    asOf: '2026-12-01',
    chart: chart(
      ready(),
      s(
        's1',
        '2026-09-01',
        'units: 22.5; relief: 80; reliefAsked: 2026-09-29; wearOff: 2026-11-27; sideEffects: [none]',
      ),
      '2026-12-01 | spasm-report r1 | status: unchanged',
    ),
    expected: {
      decisions: { 'response.toxin': 'good', botulinum: 'permitted', stage: 'toxin-series' },
      steps: ['next-session-worn-off'],
      noSteps: ['next-session'],
    },
    about: ['BT-19', 'BT-06', 'A22', 'S10'],
  },
  {
    id: 'partial-relief',
    title: 'A third of it gone',
    story:
      'Thirty-five per cent relief at best after the first session. The next plan is changed; nothing is called failed.',
    asOf: today,
    chart: chart(ready(), s('s1', '2026-08-28', 'units: 15; relief: 35')),
    expected: { decisions: { 'response.toxin': 'partial', botulinum: 'permitted' }, noSteps: ['review-non-response'] },
    about: ['BT-20', 'A22'],
  },
  {
    id: 'asked-before-the-peak',
    title: 'Two poor reports, the second on day five',
    story:
      'Ten per cent after the first session, and five days after the second the person sees nothing yet. Before the peak nobody can say.',
    asOf: '2026-12-06',
    chart: chart(
      ready(),
      s('s1', '2026-08-28', 'units: 15; relief: 10'),
      s('s2', '2026-12-01', 'units: 17.5; relief: 0'),
    ),
    expected: {
      decisions: { 'response.toxin': 'too-early' },
      noSteps: ['review-non-response', 'refer-surgery'],
    },
    about: ['BT-17', 'A22'],
  },
  {
    id: 'nearly-half-then-two-poor',
    title: 'Nearly half gone once, then two poor sessions',
    story:
      'Forty-nine per cent after the first session, then twice a quarter. That is no failure from the start, and the review is due all the same.',
    asOf: today,
    chart: chart(
      ready(),
      s('s1', '2026-02-10', 'units: 15; relief: 49'),
      s('s2', '2026-05-20', 'units: 17.5; relief: 24'),
      s('s3', '2026-08-28', 'units: 20; relief: 24'),
    ),
    expected: { decisions: { 'response.toxin': 'partial' }, steps: ['review-non-response'] },
    about: ['BT-20', 'BT-09', 'A22'],
  },
  {
    id: 'two-poor-sessions',
    title: 'Two poor sessions from the start',
    story: 'Ten and twenty per cent relief at best. Before more units, the diagnosis is asked again.',
    asOf: today,
    chart: chart(
      ready(),
      s('s1', '2026-05-04', 'units: 20; relief: 10'),
      s('s2', '2026-08-28', 'units: 25; relief: 20'),
    ),
    expected: { decisions: { 'response.toxin': 'none', decompression: 'consider' }, steps: ['review-non-response'] },
    about: ['BT-09', 'A22', 'S12'],
  },
  {
    id: 'one-poor-session',
    title: 'One poor session',
    story: 'Ten per cent relief after the first session. One alone opens no review.',
    asOf: today,
    chart: chart(ready(), s('s1', '2026-08-28', 'units: 20; relief: 10')),
    expected: { decisions: { 'response.toxin': 'partial' }, noSteps: ['review-non-response'] },
    about: ['BT-09', 'A22'],
  },
  {
    id: 'secondary-non-response',
    title: 'Good for years, then twice nothing',
    story: 'Seventy-five per cent in earlier sessions, then fifteen and ten. That is secondary non-response.',
    asOf: today,
    chart: chart(
      ready(),
      s('s1', '2025-09-01', 'units: 20; relief: 75'),
      s('s2', '2026-01-12', 'units: 20; relief: 70'),
      s('s3', '2026-05-04', 'units: 25; relief: 15'),
      s('s4', '2026-08-28', 'units: 30; relief: 10'),
    ),
    expected: { decisions: { 'response.toxin': 'secondary-non-response' }, steps: ['review-non-response'] },
    about: ['BT-09/secondary', 'A22'],
  },
  {
    id: 'ptosis-last-time',
    title: 'A drooping lid last time',
    story: 'Good relief, and the lid drooped for three weeks. The next map leaves out the inner upper lid.',
    asOf: today,
    chart: chart(ready(), s('s1', '2026-08-28', 'units: 25; relief: 80; sideEffects: [ptosis]')),
    expected: { decisions: { 'response.toxin': 'good', botulinum: 'permitted' }, steps: ['change-map'] },
    about: ['BT-08'],
  },
  {
    id: 'breathing-after-toxin',
    title: 'Trouble swallowing a week after a session',
    story:
      'Seven days after the injection food sticks in the throat. That is an emergency, whatever it turns out to be.',
    asOf: today,
    chart: chart(ready(), s('s1', '2026-11-16', 'units: 25'), `${today} | symptom swallow | kind: swallowing`),
    expected: { decisions: { botulinum: 'blocked' }, alerts: ['toxin-spread'], steps: ['emergency-after-toxin'] },
    about: ['BT-11'],
  },
]
