import { mri, ruleOuts } from './chart-parts.ts'
import type { Example } from './example.ts'
import { cleared, withScans } from './scanned.ts'

const radiologist = 'Dr Demo Look, neuroradiologist'
const shut = { botulinum: 'blocked' } as const

/** What several scans come to, and what lowers a finding. */
export const severalStudies: readonly Example[] = [
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
        'rule-out.vascular-malformation': {
          answer: 'positive',
          detail: { evidence: ['second'], reader: 'neuroradiologist', date: '2025-05-06' },
        },
        cause: 'under-review',
        ...shut,
        decompression: 'treat-cause-first',
      },
    },
    about: ['RO-05', 'A5'],
  },
  {
    id: 'mass-then-clean-scan',
    title: 'A mass in March, and a clean scan in August',
    story:
      'The scan of March showed a mass at the cerebellopontine angle, and nobody has said what became of it. A later clean scan hides nothing: until a specialist judges it, the mass stands.',
    scans: [mri({ id: 'march', date: '2026-03-10' }, { tumour: 'present' }), mri({ id: 'august' })],
    expected: {
      decisions: {
        ...ruleOuts('cleared', { tumour: 'positive' }),
        cause: 'under-review',
        ...shut,
        decompression: 'treat-cause-first',
      },
    },
    about: ['RO-05', 'A5'],
  },
  {
    id: 'plaque-then-clean-scan',
    title: 'A plaque in March, and a clean scan in August',
    story:
      'A plaque of March is not seen again in August. Plaques come and go, and multiple sclerosis does not: it stays found.',
    scans: [mri({ id: 'march', date: '2026-03-10' }, { demyelination: 'present' }), mri({ id: 'august' })],
    expected: {
      decisions: {
        ...ruleOuts('cleared', { demyelination: 'positive' }),
        cause: 'under-review',
        ...shut,
        decompression: 'not-candidate',
      },
    },
    about: ['RO-05', 'SX-00', 'A5'],
  },
  {
    id: 'chiari-then-clean-scan',
    title: 'A Chiari malformation in March, and a clean scan in August',
    story: 'Two readers differ about the tonsils. The finding stands until a specialist says which of them is right.',
    scans: [mri({ id: 'march', date: '2026-03-10' }, { chiari: 'present' }), mri({ id: 'august' })],
    expected: {
      decisions: {
        ...ruleOuts('cleared', { 'other-lesion': 'positive' }),
        cause: 'under-review',
        ...shut,
        decompression: 'treat-cause-first',
      },
    },
    about: ['RO-05', 'A5'],
  },
  {
    id: 'not-excluded-then-silent',
    title: 'A reader does not exclude a lesion, and a later one does not mention it',
    story: 'In June the reader wrote that a lesion is not excluded. The clean scan of August says nothing about that.',
    scans: [mri({ id: 'june', date: '2026-06-20' }, { lesionExcluded: 'no' }), mri({ id: 'august' })],
    expected: { decisions: { ...ruleOuts('open'), ...shut } },
    about: ['IM-09', 'A3'],
  },
  {
    id: 'not-excluded-then-excluded',
    title: 'The same, and the later reader does exclude it',
    story: 'In June a lesion was not excluded. The reader of August writes that there is none.',
    scans: [
      mri({ id: 'june', date: '2026-06-20' }, { lesionExcluded: 'no' }),
      mri({ id: 'august' }, { lesionExcluded: 'yes' }),
    ],
    expected: cleared,
    about: ['IM-09', 'A3'],
  },
  {
    id: 'excluded-and-not-on-one-day',
    title: 'Two readers of one day, the doubtful one listed last',
    story:
      'One reader excludes a lesion and another, of the same day, does not. Which of them stands first in the record is no reason.',
    scans: [mri({ id: 'sure' }, { lesionExcluded: 'yes' }), mri({ id: 'unsure' }, { lesionExcluded: 'no' })],
    expected: { decisions: { ...ruleOuts('open'), ...shut } },
    about: ['IM-09', 'A3'],
  },
  {
    id: 'not-excluded-and-excluded-on-one-day',
    title: 'The same two readers, the doubtful one listed first',
    story: 'The very same day told in the other order. The answer is the same.',
    scans: [mri({ id: 'unsure' }, { lesionExcluded: 'no' }), mri({ id: 'sure' }, { lesionExcluded: 'yes' })],
    expected: { decisions: { ...ruleOuts('open'), ...shut } },
    about: ['IM-09', 'A3'],
  },
  {
    id: 'report-amended',
    title: 'A report that was amended',
    story: 'The first report read a flow void as a mass. The radiologist amended it the next day.',
    scans: [
      mri({ id: 'first-report' }, { tumour: 'present', signedOn: '2026-08-20' }),
      mri({ id: 'amended', by: radiologist }, { signedOn: '2026-08-21', supersedes: 'first-report' }),
    ],
    expected: cleared,
    about: ['RO-05', 'A5'],
  },
  {
    id: 'report-amended-for-the-worse',
    title: 'A clean report amended to a mass',
    story: 'The first report was clean. The addendum names a small mass in the canal.',
    scans: [
      mri({ id: 'first-report' }),
      mri(
        { id: 'amended', by: radiologist },
        { tumour: 'present', signedOn: '2026-08-21', supersedes: 'first-report' },
      ),
    ],
    expected: { decisions: { ...ruleOuts('cleared', { tumour: 'positive' }), cause: 'under-review', ...shut } },
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
      mri({ id: 'second-read', by: radiologist }, { signedOn: '2026-09-02', supersedes: 'general-read' }),
    ],
    expected: cleared,
    about: ['RO-05', 'A5'],
  },
  {
    id: 'later-read-of-an-unknown-scan',
    title: 'A later read that takes the answer back, of a scan of unknown kind',
    story:
      'The MRI is clear. A later report, which does not say what was scanned, concludes that a lesion is not excluded: the reader is asked, and until then nothing is adequate.',
    scans: [
      mri({ id: 'clear', date: '2026-08-10' }),
      mri({ id: 'unsure', date: '2026-08-20' }, { modality: null, lesionExcluded: 'no' }),
    ],
    expected: {
      decisions: { ...ruleOuts('open'), ...shut, imaging: 'inadequate-repeat' },
      steps: ['request-addendum'],
    },
    about: ['IM-09', 'IM-08'],
  },
].map(withScans)
