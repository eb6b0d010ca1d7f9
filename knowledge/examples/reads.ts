import { chart, ctAngiography, mri, person, ready, ruleOuts, today, workedUp } from './chart-parts.ts'
import type { Example, Expected } from './example.ts'

const shut = { botulinum: 'blocked' } as const
const cleared: Expected = {
  decisions: { ...ruleOuts('cleared'), imaging: 'adequate', cause: 'vascular-presumed', botulinum: 'permitted' },
}
type Told = Omit<Example, 'asOf' | 'chart'> & Readonly<{ scans: readonly string[] }>

/** The same typical, signed person every time; only the scans differ. */
const withScans = ({ scans, ...told }: Told): Example => ({
  ...told,
  asOf: today,
  chart: chart(person(), workedUp(), ...scans),
})

const adequacy: readonly Example[] = [
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
      'No red flag is open, and the angle was seen on a thin 3D T2 sequence and on diffusion. That is enough without contrast.',
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

const severalStudies: readonly Example[] = [
  {
    id: 'three-studies-disagree',
    title: 'Clear, then an aneurysm, then clear again',
    story:
      'Two good scans show nothing; the one between them shows an aneurysm. Order, age and number never hide a lesion.',
    scans: [
      mri({ id: 'first', date: '2024-03-04' }),
      mri({ id: 'second', date: '2025-05-06' }, { aneurysm: 'present' }),
      mri({ id: 'third', date: '2026-08-20' }),
    ],
    expected: {
      decisions: {
        ...ruleOuts('cleared', { 'vascular-malformation': 'positive' }),
        cause: 'secondary',
        ...shut,
        decompression: 'treat-cause-first',
      },
    },
    about: ['RO-05', 'A5'],
  },
  {
    id: 'report-amended',
    title: 'A report that was amended',
    story: 'The first report read a flow void as a mass. The radiologist amended it the next day.',
    scans: [mri({ id: 'first-report' }, { tumour: 'present' }), mri({ id: 'amended' }, { supersedes: 'first-report' })],
    expected: cleared,
    about: ['RO-05', 'A5'],
  },
  {
    id: 'report-amended-for-the-worse',
    title: 'A clean report amended to a mass',
    story: 'The first report was clean. The addendum names a small mass in the canal.',
    scans: [mri({ id: 'first-report' }), mri({ id: 'amended' }, { tumour: 'present', supersedes: 'first-report' })],
    expected: { decisions: { ...ruleOuts('cleared', { tumour: 'positive' }), cause: 'secondary', ...shut } },
    about: ['RO-05'],
  },
  {
    id: 'report-withdrawn',
    title: 'A report of somebody else, withdrawn',
    story:
      'A report of a fistula had been filed to the wrong person and was withdrawn. The person’s own scan is clean.',
    scans: [
      mri({ id: 'wrong-person', date: '2026-07-01' }, { vascularMalformation: 'present', withdrawn: 'yes' }),
      mri({ id: 'own' }),
    ],
    expected: cleared,
    about: ['RO-05'],
  },
  {
    id: 'only-report-withdrawn',
    title: 'The only report withdrawn',
    story: 'The clean report turned out to be of somebody else. Nothing is left that was read.',
    scans: [mri({ id: 'wrong-person' }, { withdrawn: 'yes' })],
    expected: { decisions: { ...ruleOuts('open'), ...shut, cause: 'undetermined', imaging: 'order' } },
    about: ['BT-02/tumour'],
  },
  {
    id: 'named-second-read',
    title: 'A second read by a named neuroradiologist',
    story:
      'A general radiologist suspected plaques; a neuroradiologist read the same images again and found the white spots of age. The named second read stands.',
    scans: [
      mri({ id: 'general-read' }, { readerRole: 'general-radiologist', demyelination: 'present' }),
      mri({ id: 'second-read', by: 'Dr Demo Look, neuroradiologist' }, { supersedes: 'general-read' }),
    ],
    expected: cleared,
    about: ['RO-05', 'A5'],
  },
].map(withScans)

const flagsAndReads: readonly Example[] = [
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
      '2026-11-16 | rf.facialNumb | yes-resolved | Dr Demo Nerve, neurologist',
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
export const reads: readonly Example[] = [...adequacy, ...severalStudies, ...flagsAndReads]
