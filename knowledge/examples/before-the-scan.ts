import {
  chart,
  examined,
  flagsAsked,
  header,
  mri,
  otherStudy,
  person,
  ready,
  ruleOuts,
  signedAs,
  today,
  typicalPicture,
  workedUp,
} from './chart-parts.ts'
import type { Example } from './example.ts'

const shut = { botulinum: 'blocked', 'botulinum.session': 'blocked' } as const
const nothingYet = { 'response.toxin': 'not-applicable', 'response.surgery': 'not-applicable' } as const

/** From the first letter to the scan. */
export const beforeTheScan: readonly Example[] = [
  {
    id: 'bare-referral',
    title: 'A referral that says "facial movement" and no more',
    story: 'A practice writes that the face moves. Nobody has described it yet.',
    asOf: today,
    chart: `${header}
2026-11-16 | referral.reason               | facial-movement                  | Demo Practice
2026-11-16 | referral.received             | 2026-11-16                       | Demo Practice`,
    expected: {
      decisions: {
        phenotype: 'undetermined',
        ...ruleOuts('open'),
        cause: 'undetermined',
        ...shut,
        decompression: 'not-candidate',
        ...nothingYet,
        stage: 'referred',
      },
    },
    about: ['RF-01', 'BT-02/tumour'],
  },
  {
    id: 'symptoms-only-referral',
    title: 'A typical description and nothing else',
    story:
      'The letter describes twitches of one side that began at the lower lid and moved down to the mouth. No examination, no history, no scan, no signature.',
    asOf: today,
    chart: `${header}
2026-11-16 | referral.reason               | facial-movement                  | Demo Practice
2026-11-16 | referral.received             | 2026-11-16                       | Demo Practice
2026-11-16 | ph.unilateral                 | yes                              | Demo Practice
2026-11-16 | ph.cn7Only                    | yes                              | Demo Practice
2026-11-16 | ph.onsetOrbicularisOculi      | yes                              | Demo Practice
2026-11-16 | ph.downwardSpread             | yes                              | Demo Practice`,
    expected: {
      decisions: {
        phenotype: { answer: 'typical', detail: { certainty: 'probable', leading: 'hfs' } },
        ...ruleOuts('open'),
        imaging: 'order',
        cause: 'undetermined',
        ...shut,
        decompression: 'not-candidate',
        ...nothingYet,
      },
      steps: ['order-mri'],
    },
    about: ['DX-01', 'IM-01', 'BT-02/tumour', 'DX-05'],
  },
  {
    id: 'typical-left-before-the-scan',
    title: 'Typical left hemifacial spasm, signed, not yet scanned',
    story:
      'Seen by a neurologist: brow sign, same-instant contractions, nothing else on examination. The scan is not even ordered.',
    asOf: today,
    chart: chart(person(), workedUp()),
    expected: {
      decisions: {
        phenotype: { answer: 'typical', detail: { certainty: 'definite', leading: 'hfs' } },
        ...ruleOuts('open'),
        imaging: 'order',
        cause: 'undetermined',
        botulinum: {
          answer: 'blocked',
          because: ['BT-02/tumour', 'BT-02/vascular-malformation', 'BT-02/demyelination', 'BT-02/other-lesion'],
        },
        'botulinum.session': 'blocked',
        decompression: 'not-candidate',
        ...nothingYet,
        stage: 'evaluating',
      },
      redFlags: {},
      steps: ['order-mri'],
    },
    about: ['DX-03', 'IM-01', 'BT-02/tumour', 'ET-01'],
  },
  {
    id: 'scan-ordered',
    title: 'The same person with the scan ordered',
    story: 'The MRI is asked for and booked in three weeks. An order rules out nothing.',
    asOf: today,
    chart: chart(
      person(),
      workedUp(),
      `2026-11-16 | imaging-order order           | modality: mri; urgency: routine; bookedFor: 2026-12-14`,
    ),
    expected: {
      decisions: { ...ruleOuts('open'), cause: 'undetermined', ...shut, stage: 'ruling-out' },
      noSteps: ['order-mri'],
    },
    about: ['IM-01', 'BT-02/tumour'],
  },
  {
    id: 'scan-not-read',
    title: 'Scanned, not read',
    story: 'The images came in three months ago. Nobody has reported on them.',
    asOf: today,
    chart: chart(
      person(),
      workedUp(),
      otherStudy({}, { modality: 'mri', sequences: '[t1-contrast, t2, flair, dwi, 3d-t2, tof-mra]', report: 'none' }),
    ),
    expected: { decisions: { ...ruleOuts('open'), cause: 'undetermined', ...shut, stage: 'ruling-out' } },
    about: ['BT-02/tumour', 'A3'],
  },
  {
    id: 'report-in-words-only',
    title: 'A report that nobody has entered',
    story:
      'A signed report lies in the record as text. Text is never searched for findings, so it has to be entered first.',
    asOf: today,
    chart: chart(person(), workedUp(), otherStudy({}, { modality: 'mri', report: 'not-structured', signed: 'yes' })),
    expected: {
      decisions: { ...ruleOuts('open'), cause: 'undetermined', ...shut, stage: 'ruling-out' },
      steps: ['enter-read'],
    },
    about: ['BT-02/tumour', 'A4'],
  },
  {
    id: 'typical-left-after-the-scan',
    title: 'Typical left hemifacial spasm after an adequate MRI',
    story:
      'The full protocol was read by a neuroradiologist and shows the AICA on the left nerve and no lesion. What is asked at the chair has not been asked today.',
    asOf: today,
    chart: chart(
      person(),
      workedUp(),
      mri({}, { 'left.contact': 'seen', 'left.vessels': '[AICA]', 'right.contact': 'not-seen' }),
    ),
    expected: {
      decisions: {
        phenotype: { answer: 'typical', detail: { certainty: 'definite' } },
        ...ruleOuts('cleared'),
        imaging: 'adequate',
        cause: { answer: 'vascular-presumed', detail: { vessel: 'seen' } },
        botulinum: 'permitted',
        'botulinum.session': 'blocked',
        decompression: 'consider',
        ...nothingYet,
        stage: 'choosing-treatment',
      },
      redFlags: {},
      noSteps: ['order-mri'],
    },
    about: ['BT-01', 'BT-02/tumour', 'ET-01', 'S13'],
  },
  {
    id: 'typical-left-first-session',
    title: 'The same person at the chair, asked, nothing new',
    story: 'It is the day of the first injection. One press says that everything was asked and nothing is new.',
    asOf: today,
    chart: chart(ready(), `${today} | screen at-chair | complete | Demo Nurse`),
    expected: {
      decisions: {
        botulinum: { answer: 'permitted', detail: { confirmAtSession: [] } },
        'botulinum.session': 'permitted',
      },
    },
    about: ['BT-03/infection', 'A1'],
  },
  {
    id: 'no-vessel-seen',
    title: 'An adequate MRI that shows no vessel',
    story: 'No lesion, and no vessel on either nerve. Not seen is not the same as not there.',
    asOf: today,
    chart: chart(person(), workedUp(), mri({}, { 'left.contact': 'not-seen', 'right.contact': 'not-seen' })),
    expected: {
      decisions: {
        ...ruleOuts('cleared'),
        cause: { answer: 'vascular-presumed', detail: { vessel: 'not-seen' } },
        botulinum: 'permitted',
        decompression: 'consider',
      },
    },
    about: ['ET-01', 'ET-02', 'IM-03', 'S5'],
  },
  {
    id: 'vessel-without-spasm',
    title: 'A vessel on the nerve of somebody who was never described',
    story:
      'A scan for another reason shows the AICA touching the left nerve. Half of healthy people have such a contact.',
    asOf: today,
    chart: chart(person(), flagsAsked(), mri({}, { 'left.contact': 'seen', 'left.vessels': '[AICA]' })),
    expected: {
      decisions: {
        phenotype: 'undetermined',
        cause: 'undetermined',
        ...shut,
        decompression: 'not-candidate',
      },
    },
    about: ['IM-04', 'DX-05'],
  },
  {
    id: 'vessel-seen-atypical-picture',
    title: 'A vessel on the nerve, and a twitch nobody signed for',
    story:
      'One-sided twitching that nobody has seen or signed, with a clear vessel loop. The vessel does not make the diagnosis.',
    asOf: today,
    chart: chart(
      person(),
      examined(),
      flagsAsked(),
      '2026-08-03 | ph.unilateral | yes',
      mri({}, { 'left.contact': 'seen', 'left.indented': 'yes' }),
    ),
    expected: {
      decisions: {
        phenotype: { answer: 'undetermined', detail: { certainty: 'possible' } },
        cause: 'undetermined',
        botulinum: { answer: 'blocked', because: ['DX-04', 'DX-05'] },
        decompression: 'not-candidate',
      },
    },
    about: ['IM-04', 'DX-05', 'ET-01'],
  },
  {
    id: 'problem-list-only',
    title: 'Hemifacial spasm on the problem list, signed by nobody who may sign',
    story:
      'The record carries the diagnosis from another practice. The scan is clean, but the diagnosis has no signature that counts.',
    asOf: today,
    chart: chart(person(), examined(), flagsAsked(), signedAs({ sure: 'probable', by: 'other' }), mri()),
    expected: {
      decisions: {
        phenotype: { answer: 'typical', detail: { certainty: 'probable' } },
        ...ruleOuts('cleared'),
        cause: 'undetermined',
        botulinum: { answer: 'blocked', because: ['DX-04', 'DX-05', 'DX-08'] },
        decompression: 'not-candidate',
      },
    },
    about: ['DX-05', 'A11'],
  },
  {
    id: 'video-instead-of-spasm-in-the-room',
    title: 'Nothing to see today, but a film from home',
    story: 'The face is still in the consulting room. A home video shows the brow rising as the eye shuts.',
    asOf: today,
    chart: chart(
      person(),
      typicalPicture().replace('| seen ', '| video'),
      examined(),
      flagsAsked(),
      '2026-08-03 | dx.signedBy | neurologist',
    ),
    expected: {
      decisions: {
        phenotype: { answer: 'typical', detail: { certainty: 'definite' } },
        imaging: 'order',
        botulinum: 'blocked',
      },
    },
    about: ['DX-02', 'DX-03', 'A12'],
  },
]
