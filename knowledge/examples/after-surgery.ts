import { chart, ruleOuts } from './chart-parts.ts'
import type { Example } from './example.ts'
import { operated, reported } from './operated.ts'

/** What came of the operation. */
export const afterSurgery: readonly Example[] = [
  {
    id: 'operated-not-asked',
    title: 'Day 30, nobody asked',
    story: 'Operated a month ago. No report since.',
    asOf: '2026-02-11',
    chart: chart(...operated),
    expected: {
      decisions: {
        'response.surgery': 'not-reported',
        cause: { answer: 'vascular-presumed', detail: { vessel: 'seen-at-surgery' } },
        stage: 'after-surgery',
      },
    },
    about: ['SX-17', 'SX-08'],
  },
  {
    id: 'day-thirty-less-spasm',
    title: 'Day 30 with less spasm',
    story: 'A month after the operation the spasm is less and not gone. Relief often takes months.',
    asOf: '2026-02-11',
    chart: chart(...operated, reported('2026-02-11', 'reduced')),
    expected: {
      decisions: { 'response.surgery': 'improving', stage: 'after-surgery' },
      alerts: ['relief-may-come-late'],
    },
    about: ['SX-08', 'S16'],
  },
  {
    id: 'day-thirty-same-spasm',
    title: 'Day 30 with the same spasm',
    story:
      'A month after the operation nothing has changed, and the lateral spread was still there at the end. It is too early to say anything.',
    asOf: '2026-02-11',
    chart: chart(...operated, reported('2026-02-11', 'unchanged')),
    expected: {
      decisions: { 'response.surgery': 'too-early', stage: 'after-surgery' },
      alerts: ['relief-may-come-late'],
    },
    about: ['SX-08', 'S16'],
  },
  {
    id: 'early-report-and-a-year-of-silence',
    title: 'A report of day 30, and nobody asked since',
    story:
      'The last word is a month after the operation, and now more than a year has gone by. Waiting turns no early report into a verdict.',
    asOf: '2027-02-16',
    chart: chart(...operated, reported('2026-02-11', 'unchanged')),
    expected: {
      decisions: { 'response.surgery': { answer: 'not-reported', because: ['SX-21'] } },
      noSteps: ['talk-after-persistence'],
    },
    about: ['SX-21', 'SX-08', 'A23'],
  },
  {
    id: 'day-364-same-spasm',
    title: 'Day 364 with the same spasm',
    story: 'One day short of a year. Nothing is called persistent today.',
    asOf: '2027-01-11',
    chart: chart(...operated, reported('2027-01-11', 'unchanged')),
    expected: { decisions: { 'response.surgery': 'too-early', stage: 'after-surgery' } },
    about: ['SX-08', 'A23'],
  },
  {
    id: 'day-365-same-spasm',
    title: 'Day 365 with the same spasm',
    story: 'A year to the day. From here it may be called persistent.',
    asOf: '2027-01-12',
    chart: chart(...operated, reported('2027-01-12', 'unchanged')),
    expected: { decisions: { 'response.surgery': 'persistent', stage: 'follow-up' } },
    about: ['SX-08', 'SX-12'],
  },
  {
    id: 'day-four-hundred-spasm',
    title: 'Day 400 with spasm',
    story: 'More than a year after the operation and never free. The surgeon and the person talk about what next.',
    asOf: '2027-02-16',
    chart: chart(
      ...operated,
      reported('2026-02-11', 'unchanged'),
      reported('2026-07-20', 'reduced'),
      reported('2027-02-16', 'reduced'),
    ),
    expected: {
      decisions: { 'response.surgery': 'persistent', stage: 'follow-up' },
      steps: ['talk-after-persistence'],
    },
    about: ['SX-08', 'SX-12'],
  },
  {
    id: 'spasm-free-at-a-year',
    title: 'Spasm-free at twelve months',
    story: 'Free since spring, and free today. Effect and complications are written down.',
    asOf: '2027-01-18',
    chart: chart(
      ...operated,
      reported('2026-02-11', 'reduced'),
      reported('2026-05-04', 'none'),
      reported('2027-01-18', 'none'),
    ),
    expected: {
      decisions: { 'response.surgery': 'spasm-free', decompression: 'not-candidate', stage: 'follow-up' },
      steps: ['outcome-year-1'],
      noSteps: ['renew-consent'],
    },
    about: ['SX-12'],
  },
  {
    id: 'delayed-palsy',
    title: 'Weakness on day 10',
    story:
      'Spasm-free, and on day ten the left face droops, forehead and all. A stroke is looked for first; nearly all recover.',
    asOf: '2026-01-22',
    chart: chart(
      ...operated,
      reported('2026-01-19', 'none'),
      '2026-01-22 | symptom droop | kind: facial-weakness; strokeChecked: yes',
    ),
    expected: {
      decisions: { ...ruleOuts('cleared'), 'response.surgery': 'spasm-free', stage: 'after-surgery' },
      redFlags: {},
      alerts: ['weakness-after-surgery'],
      steps: ['review-delayed-palsy'],
    },
    about: ['SX-09', 'A7'],
  },
  {
    id: 'hearing-change-after-surgery',
    title: 'Hearing changed after the operation',
    story: 'In the first week the left ear is dull. An urgent audiogram and the ear clinic.',
    asOf: '2026-01-19',
    chart: chart(...operated, '2026-01-18 | symptom ear | kind: hearing-change'),
    expected: { decisions: { stage: 'after-surgery' }, alerts: ['hearing-after-surgery'], steps: ['urgent-audiogram'] },
    about: ['SX-11'],
  },
  {
    id: 'fluid-and-fever-after-surgery',
    title: 'Clear fluid from the nose and fever',
    story: 'On day eight water runs from the nose, and there is fever. That is an emergency.',
    asOf: '2026-01-20',
    chart: chart(
      ...operated,
      '2026-01-20 | symptom fluid | kind: clear-fluid',
      '2026-01-20 | symptom hot | kind: fever',
    ),
    expected: {
      decisions: { botulinum: 'blocked', decompression: 'not-candidate', stage: 'other-pathway' },
      alerts: ['emergency-after-surgery'],
      steps: ['emergency-after-surgery'],
    },
    about: ['SX-10'],
  },
  {
    id: 'two-free-years',
    title: 'Two years spasm-free',
    story: 'Free since the first spring and at 24 months. Discharge with open access.',
    asOf: '2028-01-24',
    chart: chart(
      ...operated,
      reported('2026-05-04', 'none'),
      reported('2027-01-18', 'none'),
      reported('2028-01-24', 'none'),
    ),
    expected: {
      decisions: { 'response.surgery': 'spasm-free', decompression: 'not-candidate', stage: 'follow-up' },
      steps: ['discharge'],
    },
    about: ['SX-15', 'A23'],
  },
  {
    id: 'discharged',
    title: 'Discharged',
    story: 'Two years free and discharged with open access. The journey is closed.',
    asOf: '2028-03-01',
    chart: chart(...operated, reported('2028-01-24', 'none'), '2028-01-24 | episode.closed | discharged'),
    expected: { decisions: { stage: 'closed' } },
    about: ['ST-01'],
  },
]
