import { contrastCt, exceptionFor, mri } from './chart-parts.ts'
import type { Example } from './example.ts'
import { abroad, exceptionPatient, type Row, substitute, unscanned } from './exception-row.ts'

const impossible = `2026-10-01 | mri.impossible                | yes                              | Demo MRI safety
2026-10-01 | mri.impossibleReason          | "ICD, not conditional"           | Demo MRI safety`
const declined = (capacity: string) => `2026-10-01 | mri.declined                  | yes
2026-10-01 | mri.declinedCapacity          | ${capacity}`

const rows: readonly Row[] = [
  [
    'mri-impossible',
    'MRI impossible, contrast CT and CT angiography clean',
    'MRI safety refused an ICD; thin contrast CT and CT angiography were read and show nothing. They clear nothing and satisfy this exception for a year.',
    [...unscanned, impossible, ...substitute, exceptionFor('mri-impossible', { expires: '2027-11-19' })],
    ['mri-impossible'],
    ['mri-impossible'],
    'A9',
  ],
  [
    'mri-impossible-plain-ct',
    'MRI impossible, plain CT of the head only',
    'MRI safety refused, and only a plain CT of the head was made. A plain CT alone satisfies nothing.',
    [
      ...unscanned,
      impossible,
      contrastCt({}, { sequences: null, coverage: '[brain]' }),
      exceptionFor('mri-impossible'),
    ],
    [],
    [],
    'A9',
  ],
  [
    'mri-impossible-nothing-done',
    'MRI impossible, nothing done instead',
    'MRI safety refused and nothing was scanned. The substitute comes first.',
    [...unscanned, impossible, exceptionFor('mri-impossible')],
    [],
    [],
    'A9',
  ],
  [
    'imaging-declined',
    'Declined with capacity',
    'Every scan was declined twice, sedation and a wide scanner were offered, capacity and risks are recorded. A senior clinician signed.',
    [...unscanned, declined('yes'), exceptionFor('imaging-declined', { expires: '2027-11-19' })],
    ['imaging-declined'],
    ['imaging-declined'],
    'A8',
  ],
  [
    'imaging-declined-no-capacity',
    'Declined, capacity not recorded',
    'The scan was declined and nobody wrote down whether the person could decide. Then this exception does not exist.',
    [...unscanned, declined('no'), exceptionFor('imaging-declined')],
    [],
    [],
    'A8',
  ],
  [
    'imaging-declined-too-long',
    'Declined, signed for fourteen months',
    'The exception was written to run fourteen months. It may run twelve.',
    [...unscanned, declined('yes'), exceptionFor('imaging-declined', { expires: '2028-01-20' })],
    ['imaging-declined'],
    [],
    'A8',
  ],
  [
    'known-meningioma',
    'An observed meningioma, treated for its spasm',
    'The meningioma of the cerebellopontine angle is observed by neurosurgery with a named plan. The spasm is treated meanwhile under this exception.',
    [...unscanned, mri({}, { tumour: 'present' }), exceptionFor('known-cause-symptomatic', { expires: '2027-11-19' })],
    ['known-cause-symptomatic'],
    ['known-cause-symptomatic'],
    'A8',
  ],
  [
    'known-cause-urgent-flag',
    'The same with unsteadiness since last week',
    'The meningioma is observed, and the walk has become unsteady. No exception covers an urgent flag.',
    [
      ...unscanned,
      mri({}, { tumour: 'present' }),
      exceptionFor('known-cause-symptomatic', { expires: '2027-11-19' }),
      '2026-11-16 | rf.cerebellar | yes | Demo Nurse',
    ],
    [],
    [],
    'A8',
  ],
  [
    'continuity',
    'Two good sessions elsewhere, report on its way',
    'Treated abroad with good effect; the scan report is requested. One session may bridge the wait.',
    [...unscanned, abroad, exceptionFor('continuity')],
    ['continuity'],
    ['continuity'],
    'A8',
  ],
  [
    'continuity-one-session',
    'One session elsewhere',
    'Only one session abroad. This exception asks for two.',
    [
      ...unscanned,
      '2026-05 | session s2 | product: onabotulinumtoxinA; performedHere: no; relief: 75',
      exceptionFor('continuity'),
    ],
    [],
    [],
    'A8',
  ],
  [
    'continuity-poor-response',
    'Two sessions elsewhere that did not help',
    'Treated abroad twice with little effect. There is nothing to continue.',
    [
      ...unscanned,
      abroad.replace('relief: 80', 'relief: 10').replace('relief: 75', 'relief: 15'),
      exceptionFor('continuity'),
    ],
    [],
    [],
    'A8',
  ],
]

/** No clean scan stands behind the act: impossible, declined, made elsewhere, or a known cause treated for its symptom. */
export const exceptionsScanMissing: readonly Example[] = rows.map(exceptionPatient)
