import { ctAngiography, mri, ruleOuts } from './chart-parts.ts'
import type { Example } from './example.ts'
import { cleared, withScans } from './scanned.ts'

const shut = { botulinum: 'blocked' } as const

/** What one scan has to be. */
export const scanAdequacy: readonly Example[] = [
  {
    id: 'limited-quality',
    title: 'A scan spoilt by movement',
    story: 'The reader found nothing and calls the quality limited. Nothing is cleared by a blurred picture.',
    scans: [mri({}, { quality: 'limited', posteriorFossaQuality: 'limited' })],
    expected: { decisions: { ...ruleOuts('open'), imaging: 'inadequate-repeat', ...shut } },
    about: ['IM-08', 'BT-02/tumour'],
  },
  {
    id: 'limited-posterior-fossa',
    title: 'A good brain, a blurred posterior fossa',
    story: 'The brain is well seen and the posterior fossa is not. The nerve lives in the posterior fossa.',
    scans: [mri({}, { posteriorFossaQuality: 'limited' })],
    expected: { decisions: { ...ruleOuts('open'), imaging: 'inadequate-repeat', ...shut } },
    about: ['IM-08', 'A3'],
  },
  {
    id: 'limited-but-positive',
    title: 'A blurred scan that still shows a mass',
    story: 'The quality is limited, and there is a mass. Poor quality never hides a lesion.',
    scans: [mri({}, { quality: 'limited', posteriorFossaQuality: 'limited', tumour: 'present' })],
    expected: {
      decisions: { ...ruleOuts('open', { tumour: 'positive' }), ...shut, decompression: 'treat-cause-first' },
    },
    about: ['RO-05', 'IM-08'],
  },
  {
    id: 'scan-before-the-first-spasm',
    title: 'A scan made before the first spasm',
    story: 'The spasm began in May 2023; the good scan is of 2021, for headache. It cannot show what came later.',
    scans: [mri({ date: '2021-02-10' })],
    expected: { decisions: { ...ruleOuts('open'), ...shut, cause: 'undetermined' } },
    about: ['A3', 'BT-02/tumour'],
  },
  {
    id: 'old-scan-after-onset',
    title: 'A scan of three years ago, after the first spasm',
    story: 'The good scan is of June 2023, a month after the spasm began. For toxin a scan does not expire.',
    scans: [mri({ date: '2023-06-20' })],
    expected: cleared,
    about: ['A12', 'A3'],
  },
  {
    id: 'without-contrast-no-flag',
    title: 'No contrast, but thin heavy T2 and diffusion',
    story:
      'No red flag is open, and the cerebellopontine angle was seen on a thin 3D T2 sequence and on diffusion. That is enough without contrast.',
    scans: [
      mri({}, { sequences: '[t1, t2, flair, dwi, 3d-t2, tof-mra]', coverage: '[brain, posterior-fossa, angle]' }),
    ],
    expected: cleared,
    about: ['A3', 'BT-02/tumour'],
  },
  {
    id: 'contrast-without-fiesta',
    title: 'A contrast brain scan without FIESTA',
    story:
      'An outside scan with contrast, FLAIR and TOF, but no thin T2. FIESTA serves the vessel and the operation, not the toxin.',
    scans: [mri({}, { sequences: '[t1, t1-contrast, t2, flair, dwi, tof-mra]' })],
    expected: cleared,
    about: ['A3', 'S6'],
  },
  {
    id: 'arteries-on-another-study',
    title: 'No TOF on the MRI, but a CT angiogram beside it',
    story: 'The MRI answers everything but the arteries. A signed CT angiogram of the same month shows them.',
    scans: [mri({}, { sequences: '[t1, t1-contrast, t2, flair, dwi, 3d-t2]' }), ctAngiography({ date: '2026-08-27' })],
    expected: cleared,
    about: ['A3', 'BT-02/vascular-malformation'],
  },
  {
    id: 'arteries-by-nobody-who-may-read',
    title: 'No TOF on the MRI, and a CT angiogram that no reader of scans has read',
    story:
      'The CT angiogram was looked at by somebody who reads no scans. It shows the arteries to nobody until it is read.',
    scans: [
      mri({}, { sequences: '[t1, t1-contrast, t2, flair, dwi, 3d-t2]' }),
      ctAngiography({ date: '2026-08-27' }, { readerRole: 'other' }),
    ],
    expected: { decisions: { ...ruleOuts('cleared', { 'vascular-malformation': 'open' }), ...shut } },
    about: ['A3', 'BT-02/vascular-malformation'],
  },
  {
    id: 'attested-outside-report',
    title: 'An outside "normal brain and posterior fossa", attested',
    story:
      'The outside report lists neither findings nor sequences and says that brain and posterior fossa are normal. A clinician here read it and attests to it.',
    scans: [
      `2026-08-20 | study outside                 |                                  | Dr Demo Nerve, neurologist
                  |   modality                    | mri
                  |   report                      | structured
                  |   evidence                    | report-statement
                  |   normalStatement             | yes
                  |   quality                     | diagnostic
                  |   posteriorFossaQuality       | diagnostic
                  |   readerRole                  | general-radiologist
                  |   signed                      | yes
                  |   acknowledged                | yes
                  |   adequateFor                 | [tumour, vascular-malformation, demyelination, other-lesion]`,
    ],
    expected: cleared,
    about: ['A4', 'IM-08'],
  },
  {
    id: 'silent-on-the-posterior-fossa',
    title: 'A normal report that is silent on the posterior fossa',
    story:
      'The report calls the brain normal and does not mention the posterior fossa. Asking for an addendum takes days, another scan weeks.',
    scans: [mri({}, { posteriorFossaQuality: null })],
    expected: { decisions: { ...ruleOuts('open'), ...shut }, steps: ['request-addendum'] },
    about: ['A4', 'IM-08'],
  },
  {
    id: 'reader-says-inadequate',
    title: 'The right sequences, and a reader who says they will not do',
    story:
      'Everything on the list was taken, and the reader writes that the study is not adequate for a tumour. The reader is not outvoted by a list.',
    scans: [mri({}, { inadequateFor: '[tumour]' })],
    expected: {
      decisions: {
        ...ruleOuts('cleared', { tumour: 'open' }),
        imaging: 'inadequate-repeat',
        botulinum: { answer: 'blocked', because: ['BT-02/tumour'] },
      },
    },
    about: ['IM-08', 'BT-02/tumour'],
  },
  {
    id: 'reader-does-not-exclude',
    title: 'Nothing found, and the reader does not exclude a lesion',
    story:
      'Every finding is marked absent, but the conclusion says that a lesion is not excluded. The conclusion can shut, never open.',
    scans: [mri({}, { lesionExcluded: 'no' })],
    expected: { decisions: { ...ruleOuts('open'), ...shut } },
    about: ['IM-08', 'A3'],
  },
  {
    id: 'excluded-in-one-word',
    title: '"Lesion excluded", with one finding left blank',
    story:
      'The reader concludes that a lesion is excluded and left the tumour line empty. The conclusion opens nothing by itself.',
    scans: [mri({}, { lesionExcluded: 'yes', tumour: null })],
    expected: { decisions: { ...ruleOuts('cleared', { tumour: 'open' }), ...shut } },
    about: ['BT-02/tumour', 'A3'],
  },
].map(withScans)
