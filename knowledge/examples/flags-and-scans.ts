import { chart, mri, person, ready, ruleOuts, today, workedUp } from './chart-parts.ts'
import type { Example } from './example.ts'
import { cleared } from './scanned.ts'

const shut = { botulinum: 'blocked' } as const

/** How red flags and scans answer each other. */
export const flagsAndScans: readonly Example[] = [
  {
    id: 'old-flag-answered-by-the-scan',
    title: 'Cancer years ago, known when the contrast scan was read',
    story: 'Melanoma of the cheek in 2015. The contrast scan of August cleared everything and answers for it.',
    asOf: today,
    chart: chart('2026-06-01 | rf.cancer | yes | Demo Practice', ready()),
    expected: { ...cleared, redFlags: { 'rf.cancer': 'resolved' } },
    about: ['FU-04', 'A6', 'RO-04'],
  },
  {
    id: 'old-flag-without-contrast',
    title: 'Cancer years ago, and a scan without contrast',
    story: 'The same history, but no contrast was given. A red flag makes contrast mandatory.',
    asOf: today,
    chart: chart(
      '2026-06-01 | rf.cancer | yes | Demo Practice',
      person(),
      workedUp(),
      mri({}, { sequences: '[t1, t2, flair, dwi, 3d-t2, tof-mra]' }),
    ),
    expected: {
      decisions: { 'rule-out.tumour': 'open', ...shut, decompression: 'not-candidate' },
      redFlags: { 'rf.cancer': 'open' },
    },
    about: ['RO-04', 'A3', 'A6'],
  },
  {
    id: 'new-flag-after-clearing',
    title: 'Numbness of the cheek after everything was cleared',
    story: 'Cleared in August and content. In November the left cheek grows numb, and the question is open again.',
    asOf: today,
    chart: chart(ready(), '2026-11-10 | rf.facialNumb | yes | Demo Nurse'),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        imaging: 'order',
        cause: 'under-review',
        ...shut,
        decompression: 'not-candidate',
        stage: 'ruling-out',
      },
      redFlags: { 'rf.facialNumb': 'open' },
    },
    about: ['FU-04', 'ET-03', 'RO-04'],
  },
  {
    id: 'new-flag-resolved-by-name',
    title: 'The numbness explained by a named clinician',
    story: 'It was the dentist’s injection and gone the next day. The neurologist wrote that down with name and date.',
    asOf: today,
    chart: chart(
      ready(),
      '2026-11-10 | rf.facialNumb | yes | Demo Nurse',
      '2026-11-16 | rf.facialNumb | yes-resolved | Dr Demo Nerve, neurologist | the dentist’s injection, gone the next day',
    ),
    expected: { ...cleared, redFlags: { 'rf.facialNumb': 'resolved' } },
    about: ['FU-04', 'A6'],
  },
  {
    id: 'new-flag-then-a-plain-no',
    title: 'The numbness, and later only a "no"',
    story:
      'A week after she told the nurse of it somebody wrote a plain no. Nobody said what it had been, so the flag is open.',
    asOf: today,
    chart: chart(ready(), '2026-11-10 | rf.facialNumb | yes | Demo Nurse', '2026-11-17 | rf.facialNumb | no'),
    expected: { decisions: { ...ruleOuts('open'), ...shut }, redFlags: { 'rf.facialNumb': 'open' } },
    about: ['FU-04', 'A6'],
  },
  {
    id: 'new-flag-resolved-at-the-bedside',
    title: 'The numbness told and explained on one day',
    story:
      'She told the nurse of it and then the neurologist. He wrote what it had been on the same visit, in one line at the bedside.',
    asOf: today,
    chart: chart(
      ready(),
      '2026-11-16 | rf.facialNumb | yes | Demo Nurse',
      '2026-11-16 | rf.facialNumb | yes-resolved | Dr Demo Nerve, neurologist | the dentist’s injection, gone the next day',
    ),
    expected: { ...cleared, redFlags: { 'rf.facialNumb': 'resolved' } },
    about: ['FU-04', 'A6'],
  },
  {
    id: 'new-flag-new-scan',
    title: 'The numbness answered by a new contrast scan',
    story: 'A second contrast scan after the numbness shows nothing. It answers for the flag.',
    asOf: today,
    chart: chart(ready(), '2026-11-10 | rf.facialNumb | yes | Demo Nurse', mri({ id: 'again', date: '2026-11-18' })),
    expected: { ...cleared, redFlags: { 'rf.facialNumb': 'resolved' } },
    about: ['FU-04', 'A6'],
  },
  {
    id: 'hearing-loss-needs-the-audiogram',
    title: 'Hearing loss on that side: scan clean, ear not tested',
    story:
      'New one-sided hearing loss was told in June and the contrast scan is clean. The audiogram that the flag makes mandatory is missing.',
    asOf: today,
    chart: chart('2026-06-01 | rf.hearingLoss | yes | Demo Practice', ready()),
    expected: { decisions: { ...shut }, redFlags: { 'rf.hearingLoss': 'open' } },
    about: ['A10', 'RF-02'],
  },
  {
    id: 'hearing-loss-tested',
    title: 'The same with the audiogram done',
    story: 'The audiogram in September shows an old conductive loss. Scan and test together answer for the flag.',
    asOf: today,
    chart: chart('2026-06-01 | rf.hearingLoss | yes | Demo Practice', ready(), '2026-09-04 | audiogram | 2026-09-04'),
    expected: { ...cleared, redFlags: { 'rf.hearingLoss': 'resolved' } },
    about: ['A10', 'A6'],
  },
]

/** What a scan has to be, what several of them come to, and how red flags and reads answer each other. */
