import {
  chart,
  contrastCt,
  ctAngiography,
  header,
  mri,
  otherStudy,
  person,
  ready,
  ruleOuts,
  today,
  workedUp,
} from './chart-parts.ts'
import type { Example } from './example.ts'

const base = [person(), workedUp()]
const request = (date: string, fields: string) => `${date} | imaging-order request | ${fields}`
const cerebellar = (date: string) => `${date} | rf.cerebellar | yes | Dr Demo Nerve, neurologist`
const numb = (date: string) => `${date} | rf.facialNumb | yes | Demo Nurse`
const full = 'sequences: [t1, t1-contrast, t2, flair, dwi, 3d-t2, tof-mra]'

/** When a scan is asked for, how fast, and what the request has to say. */
export const askingForScans: readonly Example[] = [
  {
    id: 'old-ct-holds-nothing-up',
    title: 'A CT of 2012 nobody entered, and an urgent flag',
    story:
      'Long before the spasm a CT was made; its report lies in words. The person is unsteady now, and the contrast MRI is asked for the next day.',
    asOf: today,
    chart: chart(
      ...base,
      otherStudy({ id: 'old', date: '2012-01-05' }, { modality: 'ct', report: 'not-structured' }),
      cerebellar('2026-11-20'),
    ),
    expected: {
      decisions: { imaging: { answer: 'order', because: ['RO-04'] }, botulinum: 'blocked' },
      steps: ['order-mri', 'look-at-older-scan'],
      noSteps: ['enter-read', 'acknowledge-report'],
      due: { 'order-mri': '2026-11-21' },
    },
    about: ['RO-04', 'A3', 'IM-05'],
  },
  {
    id: 'old-mri-holds-nothing-up',
    title: 'An MRI from before the spasm that nobody read',
    story: 'It was made for headache in 2012 and never read here. It cannot answer, so the scan is ordered.',
    asOf: today,
    chart: chart(...base, otherStudy({ id: 'old', date: '2012-01-05' }, { modality: 'mri', report: 'none' })),
    expected: {
      decisions: { imaging: { answer: 'order', because: ['IM-02'] } },
      steps: ['order-mri', 'look-at-older-scan'],
      noSteps: ['read-study'],
    },
    about: ['A3', 'IM-01'],
  },
  {
    id: 'flag-after-a-routine-order',
    title: 'A routine order, and then an urgent flag',
    story:
      'The MRI was ordered a month ago as routine. Yesterday the person became unsteady, and the order is made urgent.',
    asOf: today,
    chart: chart(...base, request('2026-10-22', `modality: mri; urgency: routine; ${full}`), cerebellar('2026-11-22')),
    expected: {
      decisions: { imaging: 'order' },
      steps: ['upgrade-order/urgent'],
      noSteps: ['order-mri', 'complete-order'],
      due: { 'upgrade-order/urgent': '2026-11-23' },
    },
    about: ['RO-04', 'FU-04'],
  },
  {
    id: 'only-a-ct-ordered',
    title: 'Only a CT was ordered',
    story: 'Somebody asked for a CT of the head. It clears nothing, so the MRI is still to be ordered.',
    asOf: today,
    chart: chart(...base, request('2026-11-20', 'modality: ct; urgency: routine')),
    expected: { decisions: { imaging: 'order' }, steps: ['order-mri', 'scan'], alerts: ['ct-ordered-only'] },
    about: ['IM-05'],
  },
  {
    id: 'order-without-the-sequences',
    title: 'An order that names T2 alone',
    story: 'The request asks for a T2 of the head. The sequences that draw nerve and arteries are added.',
    asOf: today,
    chart: chart(...base, request('2026-11-20', 'modality: mri; urgency: routine; sequences: [t2]')),
    expected: { decisions: { imaging: 'order' }, steps: ['complete-order'], noSteps: ['order-mri'] },
    about: ['IM-02'],
  },
  {
    id: 'late-flag-counts-from-its-day',
    title: 'Numbness six years after the referral',
    story:
      'Referred in 2020 and cleared in August. The order is due from the day the numbness was told, and not from the referral.',
    asOf: today,
    chart: chart(
      '2020-06-04 | referral.triaged | 2020-06-04',
      ready().replace('| referral.received             | 2026-06-01', '| referral.received             | 2020-06-01'),
      numb('2026-11-22'),
    ),
    expected: { decisions: { imaging: 'order' }, due: { 'order-mri': '2026-11-25' } },
    about: ['RO-04', 'FU-04'],
  },
  {
    id: 'flag-without-a-day',
    title: 'A flag nobody dated',
    story: 'Numbness is on the record without a day. The scan is asked for, and until when cannot be said.',
    asOf: today,
    chart: chart(ready(), 'undated | rf.facialNumb | yes | Demo Nurse'),
    expected: { decisions: { imaging: 'order' }, steps: ['order-mri'], due: {} },
    about: ['RO-04'],
  },
  {
    id: 'scan-made-after-the-flags',
    title: 'The scan was made after the flags and shows a plaque',
    story:
      'Multiple sclerosis and rippling were told in early August; the contrast MRI of late August shows a plaque of the pons. No other MRI is ordered; the plaque is judged.',
    asOf: today,
    chart: chart(
      ...base,
      '2026-08-03 | rf.msHistory | yes | Dr Demo Nerve, neurologist',
      '2026-08-03 | ph.continuousRipple | yes | Dr Demo Nerve, neurologist',
      mri({}, { demyelination: 'present' }),
    ),
    expected: {
      decisions: { imaging: 'adequate', 'rule-out.demyelination': 'positive', botulinum: 'blocked' },
      steps: ['judge-relevance'],
      noSteps: ['order-mri', 'repeat-mri'],
    },
    about: ['RO-04', 'RO-05'],
  },
  {
    id: 'partly-described',
    title: 'One side, facial muscles, from the eye: no more was said',
    story:
      'The conclusion is no more than possible, for nobody said whether it spread or saw it. That is enough for a scan.',
    asOf: today,
    chart: `${header}
2026-11-16 | referral.received             | 2026-11-16                       | Demo Practice
2026-11-18 | ph.unilateral                 | yes                              | Demo Practice
2026-11-18 | ph.synchronous                | yes                              | Demo Practice`,
    expected: {
      decisions: { certainty: 'possible', imaging: { answer: 'order', because: ['IM-02'] } },
      due: { 'order-mri': '2026-12-02' },
    },
    about: ['IM-01'],
  },
  {
    id: 'mri-impossible-ct-first',
    title: 'MRI impossible, nothing scanned yet',
    story:
      'MRI safety answered that the device allows no MRI. Contrast CT with CT angiography is asked for in its place.',
    asOf: today,
    chart: chart(...base, '2026-09-01 | mri.impossible | yes | Demo Safety'),
    expected: {
      decisions: { ...ruleOuts('open'), imaging: { answer: 'order', because: ['IM-12'] } },
      steps: ['substitute-ct'],
      noSteps: ['order-mri', 'repeat-mri'],
    },
    about: ['A9', 'IM-12'],
  },
  {
    id: 'mri-impossible-ct-ordered',
    title: 'The CT is ordered',
    story: 'Contrast CT is asked for in the place of the MRI. Nobody orders it a second time.',
    asOf: today,
    chart: chart(
      ...base,
      '2026-09-01 | mri.impossible | yes | Demo Safety',
      request('2026-09-02', 'modality: ct; urgency: routine; sequences: [ct-contrast]'),
    ),
    expected: {
      decisions: { imaging: 'order' },
      steps: ['scan'],
      noSteps: ['substitute-ct', 'order-mri', 'complete-order'],
    },
    about: ['A9', 'IM-12'],
  },
  {
    id: 'mri-impossible-ct-done',
    title: 'MRI impossible, CT and CT angiography done',
    story: 'Both were read by a neuroradiologist and show nothing. They clear nothing, and there is no scan to repeat.',
    asOf: today,
    chart: chart(
      ...base,
      '2026-09-01 | mri.impossible | yes | Demo Safety',
      contrastCt({ date: '2026-09-10' }),
      ctAngiography({ date: '2026-09-10' }),
    ),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        imaging: { answer: 'not-needed-yet', because: ['IM-13'] },
        botulinum: 'blocked',
      },
      steps: ['ask-mri-safety-again'],
      noSteps: ['order-mri', 'repeat-mri', 'substitute-ct'],
    },
    about: ['A9', 'IM-13'],
  },
  {
    id: 'pregnant-before-the-scan',
    title: 'Pregnant before the scan',
    story: 'The scan is needed all the same. It is asked for without gadolinium unless that is essential.',
    asOf: today,
    chart: chart(...base, '2026-11-02 | chair.pregnancy | pregnant-or-trying | Demo Nurse'),
    expected: {
      decisions: { imaging: 'order' },
      steps: ['order-mri', 'no-gadolinium-unless-essential'],
    },
    about: ['A21'],
  },
  {
    id: 'implant-fear-and-reaction',
    title: 'A cochlear implant, a fear of narrow spaces and an old reaction to gadolinium',
    story: 'None of the three holds the request back. Each says what is arranged with it.',
    asOf: today,
    chart: chart(
      ...base,
      '2026-11-02 | mri.implant | yes | Demo Nurse',
      '2026-11-02 | mri.claustrophobia | yes | Demo Nurse',
      '2026-11-02 | mri.contrastReaction | yes | Demo Nurse',
    ),
    expected: {
      decisions: { imaging: 'order' },
      steps: ['order-mri', 'ask-mri-safety', 'offer-sedation', 'gadolinium-allergy'],
    },
    about: ['A9a', 'IM-01'],
  },
  {
    id: 'report-signed-today',
    title: 'Scanned two weeks ago, signed today',
    story: 'The report arrives signed today and names nothing. Three days are left to acknowledge it.',
    asOf: today,
    chart: chart(...base, mri({ date: '2026-11-10' }, { signedOn: today, acknowledged: 'no' })),
    expected: { decisions: { imaging: 'not-needed-yet' }, due: { 'acknowledge-report': '2026-11-26' } },
    about: ['FU-01', 'IM-10'],
  },
  {
    id: 'cause-from-the-acknowledgement',
    title: 'Acknowledged ten days after the scan',
    story: 'The scan is of the tenth, the acknowledgement of the twentieth. The cause is recorded from then on.',
    asOf: today,
    chart: chart(
      person(),
      workedUp(),
      '2026-08-03 | ph.priorPalsy | ? | Dr Demo Nerve, neurologist',
      mri({ date: '2026-11-10' }, { acknowledgedOn: '2026-11-20' }),
    ),
    expected: { decisions: { imaging: 'adequate' }, due: { 'record-cause': '2026-11-20' } },
    about: ['ET-01', 'FU-01'],
  },
]
