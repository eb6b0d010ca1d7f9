import {
  atChairAsked,
  chart,
  examined,
  flagsAsked,
  mri,
  person,
  ready,
  ruleOuts,
  signedAs,
  today,
  typicalPicture,
  workedUp,
} from './chart-parts.ts'
import type { Example } from './example.ts'

const twelveYears = (wish: string): string => `
2026-08-03 | ph.ipsiEarClick               | yes                              | Dr Demo Nerve, neurologist
2026-08-03 | rf.painfulTonic               | no                               | Dr Demo Nerve, neurologist
2026-08-03 | rf.hearingLoss                | no                               | Dr Demo Nerve, neurologist
2026-08-03 | score smc                     | smc: III
2026-08-03 | asa                           | II
2026-08-03 | onlyHearingEar                | no
${wish}
2026-11-23 | chair.anticoagulant           | doac                             | Demo Nurse`
const smcThree = (wish: string): string =>
  chart(
    person({ born: '1962-09-30', onset: '"2014"' }),
    workedUp(),
    mri({}, { 'left.contact': 'not-seen', 'right.contact': 'not-seen' }),
    atChairAsked(today),
    twelveYears(wish),
  )

/** A first session on 14 November 2026: the 19th is day 5, the 23rd day 9. */
const afterToxin = chart(
  ready(),
  '2026-11-14 | session s1                    | product: onabotulinumtoxinA; units: 22.5; side: left; performedHere: yes',
  '2026-11-19 | symptom red-eye               | kind: red-painful-eye',
  '2026-11-19 | symptom open-eye              | kind: eye-not-closing',
  '2026-11-23 | symptom droop                 | kind: facial-weakness',
  '2026-11-23 | symptom slur                  | kind: speech',
  '2026-11-23 | rf.limbOrSpeech               | yes                              | Demo Nurse',
)

/** Operated on 12 January 2026 (day 0). */
const relapsing = chart(
  person({ date: '2025-08-04', onset: '2016-05' }),
  workedUp('2025-09-01'),
  mri({ date: '2025-10-10' }),
  `2026-01-12 | operation mvd                 | kind: mvd; side: left; vesselSeen: yes; vessels: [AICA]
   2026-01-18 | spasm-report day-6            | status: none
   2026-01-24 | spasm-report day-12           | status: reduced
   2026-02-01 | symptom day-20                | kind: facial-weakness; strokeChecked: yes
   2026-07-31 | spasm-report day-200          | status: none
   2027-03-08 | spasm-report day-420          | status: unchanged`,
)
const onDay = (
  day: number,
  asOf: string,
  title: string,
  story: string,
  rest: Pick<Example, 'expected' | 'about'>,
): Example => ({
  id: `tricky-10-day-${day}`,
  title,
  story,
  asOf,
  chart: relapsing,
  ...rest,
})

/** A session here on 2 September 2026 (day 0), the forehead elsewhere on 12 October (day 40); 23 November is day 82. */
const busyAutumn = (pregnancy: string): string =>
  chart(
    person({ born: '2000-02-14', onset: '2025-04' }),
    workedUp('2026-04-20'),
    mri({ date: '2026-06-10' }),
    `2026-09-02 | session s1                    | product: onabotulinumtoxinA; units: 30; indication: hfs; performedHere: yes; relief: 75
     2026-10-12 | session s2                    | product: onabotulinumtoxinA; units: 20; indication: cosmetic; performedHere: no`,
    atChairAsked(today),
    `2026-11-23 | chair.antiplatelet            | yes                              | Demo Nurse
     2026-11-23 | chair.pregnancy               | ${pregnancy}                     | Demo Nurse`,
  )

/** The tricky patients 7 to 12: what happens over time. */
export const trickyCourses: readonly Example[] = [
  {
    id: 'tricky-7-long-spasms',
    title: 'Grade III for twelve years, long spasms, ear click, apixaban, no vessel seen',
    story:
      'Long tonic phases, a click with the spasm and the even hearing loss of age are no red flags. The person wishes an operation.',
    asOf: today,
    chart: smcThree('2026-11-02 | wish.surgery | yes'),
    expected: {
      decisions: {
        phenotype: 'typical',
        ...ruleOuts('cleared'),
        cause: { answer: 'vascular-presumed', detail: { vessel: 'not-seen' } },
        botulinum: { answer: 'caution', because: ['BT-03/anticoagulant'] },
        'botulinum.session': 'caution',
        decompression: 'candidate',
        stage: 'surgical-work-up',
      },
      redFlags: {},
      alerts: ['vessel-not-seen'],
    },
    about: ['A7', 'A20', 'ET-02', 'IM-03'],
  },
  {
    id: 'tricky-7-wish-unknown',
    title: 'The same before anybody asked about an operation',
    story: 'The wish is not known. An operation is talked about, not planned.',
    asOf: today,
    chart: smcThree('2026-11-02 | wish.surgery | ?'),
    expected: { decisions: { botulinum: 'caution', decompression: 'consider' }, redFlags: {} },
    about: ['A25'],
  },
  {
    id: 'tricky-8-blepharospasm-with-a-vessel',
    title: 'Both eyes synchronous, and a vessel on the right nerve',
    story:
      'Blepharospasm, with the AICA on the right facial nerve on MRI. The vessel never makes it hemifacial spasm; another pathway treats it.',
    asOf: today,
    chart: chart(
      person({ side: 'both' }),
      `2026-08-03 | visit first-visit             | kind: first
       2026-08-03 | ph.unilateral                 | no
       2026-08-03 | ph.bilateralSync              | yes
       2026-08-03 | ph.lightSensitive             | yes
       2026-08-03 | ph.sensoryTrick               | yes
       2026-08-03 | rf.bilateral                  | yes`,
      examined(),
      flagsAsked(),
      signedAs({ sure: 'unlikely', kind: 'mimic' }),
      mri({}, { 'right.contact': 'seen', 'right.vessels': '[AICA]', 'left.contact': 'not-seen' }),
    ),
    expected: {
      decisions: {
        phenotype: { answer: 'mimic', detail: { certainty: 'unlikely', leading: 'bleph' } },
        cause: 'undetermined',
        botulinum: 'blocked',
        decompression: 'not-candidate',
        stage: 'other-pathway',
      },
      alerts: ['mimic', 'vessel-proves-nothing'],
    },
    about: ['DX-04', 'IM-04'],
  },
  {
    id: 'tricky-9-day-5',
    title: 'Day 5 after toxin: a red, painful eye that will not close',
    story: 'The cornea is at risk: eye doctor the same day. It re-opens no rule-out.',
    asOf: '2026-11-19',
    chart: afterToxin,
    expected: {
      decisions: {
        ...ruleOuts('cleared'),
        cause: 'vascular-presumed',
        botulinum: { answer: 'blocked', because: ['BT-05'], detail: { opensOn: '2027-02-06' } },
        'response.toxin': 'too-early',
        stage: 'toxin-series',
      },
      redFlags: {},
      alerts: ['eye-today'],
      steps: ['eye-doctor'],
      noAlerts: ['emergency-flag', 'droop-with-slurred-speech'],
    },
    about: ['BT-14', 'A15'],
  },
  {
    id: 'tricky-9-day-9',
    title: 'Day 9: the mouth droops and the speech is slurred',
    story: 'Nine days after toxin this is not "toxin weakness". It is an emergency and leaves this pathway.',
    asOf: '2026-11-23',
    chart: afterToxin,
    expected: {
      decisions: {
        ...ruleOuts('open'),
        botulinum: 'blocked',
        stage: { answer: 'other-pathway', detail: { since: '2026-11-23' } },
      },
      redFlags: { 'rf.limbOrSpeech': 'open' },
      alerts: ['emergency-flag', 'droop-with-slurred-speech'],
      steps: ['emergency/rf.limbOrSpeech'],
    },
    about: ['RF-03', 'BT-11', 'A15'],
  },
  onDay(
    6,
    '2026-01-18',
    'Day 6 after the operation: no spasm',
    'Free in the first week. It may be the silent period.',
    {
      expected: { decisions: { 'response.surgery': 'spasm-free', stage: 'after-surgery' } },
      about: ['SX-12', 'A23'],
    },
  ),
  onDay(
    12,
    '2026-01-24',
    'Day 12: the spasm is back',
    'Six free days and twitching again. The silent period ended; most of these settle.',
    {
      expected: { decisions: { 'response.surgery': 'improving', stage: 'after-surgery' }, noAlerts: ['recurrence'] },
      about: ['SX-19', 'A23'],
    },
  ),
  onDay(
    20,
    '2026-02-01',
    'Day 20: the face is weak',
    'A stroke was looked for first and excluded. Delayed palsy, and no red flag.',
    {
      expected: {
        decisions: { ...ruleOuts('cleared'), 'response.surgery': 'improving', stage: 'after-surgery' },
        redFlags: {},
        alerts: ['weakness-after-surgery'],
        steps: ['review-delayed-palsy'],
      },
      about: ['SX-09', 'A24', 'A7'],
    },
  ),
  onDay(200, '2026-07-31', 'Day 200: the spasm is gone', 'Half a year after the operation. Relief came late.', {
    expected: { decisions: { 'response.surgery': 'spasm-free', stage: 'after-surgery' } },
    about: ['SX-12', 'SX-08'],
  }),
  onDay(
    420,
    '2027-03-08',
    'Day 420: it returns daily',
    'After 220 free days it is a recurrence. The diagnosis is asked again, then MRI; nothing is called failed.',
    {
      expected: {
        decisions: { 'response.surgery': { answer: 'recurrence', detail: { freeDays: 220 } }, stage: 'follow-up' },
        alerts: ['recurrence'],
        steps: ['recheck-diagnosis', 'mri-after-recurrence'],
      },
      about: ['SX-14', 'A23'],
    },
  ),
  {
    id: 'tricky-11-child',
    title: 'Eleven years old, EEG normal, one good dose of toxin elsewhere',
    story:
      'Left facial spasms for two years; a normal EEG and a good response clear nothing. Paediatric neurology owns the next step.',
    asOf: today,
    chart: chart(
      person({ born: '2015-02-10', onset: '2024-11' }),
      typicalPicture('2026-11-16'),
      signedAs({ date: '2026-11-16', sure: 'probable' }),
      examined('2026-11-16'),
      flagsAsked('2026-11-16'),
      `2026-04-14 | session s1                    | product: onabotulinumtoxinA; indication: hfs; performedHere: no; relief: 80`,
    ),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        imaging: 'order',
        cause: 'under-review',
        'response.toxin': 'good',
        botulinum: { answer: 'blocked', detail: { exceptions: [] } },
        'botulinum.session': 'blocked',
        decompression: 'not-candidate',
      },
      redFlags: { 'rf.ageUnder18': 'open', 'rf.ageUnder30': 'open' },
      steps: ['order-mri', 'video-eeg', 'paediatric-neurology'],
      noSteps: ['next-session'],
      alerts: ['child'],
    },
    about: ['A16', 'RF-02', 'BT-02/tumour'],
  },
  {
    id: 'tricky-12-day-82',
    title: 'Day 82 before a holiday, forehead toxin between, trying to conceive, aspirin',
    story:
      'Twenty-six, 30 units here, 20 for the forehead on day 40. Two things shut the gate, both of them shared decisions; aspirin is a note.',
    asOf: today,
    chart: busyAutumn('pregnant-or-trying'),
    expected: {
      decisions: {
        ...ruleOuts('cleared'),
        botulinum: {
          answer: 'blocked',
          because: ['BT-05', 'BT-03/pregnancy'],
          detail: {
            opensOn: null,
            overridableBy: ['touch-up', 'interval', 'pregnancy-plan'],
            exceptions: [],
            cumulative: ['onabotulinumtoxinA: 50, face 50'],
          },
        },
        'botulinum.session': 'blocked',
        stage: 'toxin-series',
      },
      redFlags: { 'rf.ageUnder30': 'resolved' },
      alerts: ['bruise-note'],
    },
    about: ['A19', 'A20', 'A21', 'BT-05', 'BT-07/twelve-weeks'],
  },
  {
    id: 'tricky-12-interval-only',
    title: 'The same, not trying to conceive',
    story: 'Only the interval is left, and it counts from the forehead. Day 84 after it is 4 January.',
    asOf: today,
    chart: busyAutumn('no'),
    expected: {
      decisions: {
        botulinum: {
          answer: 'blocked',
          because: ['BT-05'],
          detail: { opensOn: '2027-01-04', overridableBy: ['touch-up', 'interval'] },
        },
      },
      redFlags: { 'rf.ageUnder30': 'resolved' },
    },
    about: ['A19', 'BT-05'],
  },
]
