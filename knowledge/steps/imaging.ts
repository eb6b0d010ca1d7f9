import {
  all,
  any,
  decided,
  established,
  is,
  not,
  plus,
  recordedOn,
  type Step,
  some,
  step,
  yes,
} from '@facialis/language'
import { certainty } from '../decisions/certainty.ts'
import { notStructured, unread } from '../decisions/course.ts'
import { imaging } from '../decisions/imaging.ts'
import { found } from '../decisions/relevance.ts'
import { flags } from '../decisions/rule-outs.ts'
import { anyMriAwaited, olderThanSpasm, scanAwaited } from '../decisions/scans-and-orders.ts'
import { findings, imagingOrder, study } from '../entries/index.ts'
import { mriDeclined, mriImpossible } from '../facts/index.ts'
import {
  lesionAcknowledgedDue,
  mriOrderDue,
  mriOrderOverdue,
  mriReportDue,
  mriReportOverdue,
  mriRoutineDue,
  reportAcknowledgedDue,
  yearlyReviewDue,
} from '../policy/index.ts'
import {
  A3,
  A4,
  A8,
  A9,
  AWorkflow,
  K14,
  K15,
  K24,
  K25,
  K27,
  K28,
  K33,
  S2,
  S4,
  S6,
  S13,
  T19,
  T21,
} from '../sources/index.ts'
import { onPathway, received, untilGone, whileOpen } from './calling.ts'
import { requests } from './imaging-requests.ts'
import { mriSafetySteps } from './mri-safety.ts'
import {
  askingForScan,
  firstReported,
  firstStudy,
  haste,
  lastStudy,
  notAcknowledged,
  orderWindow,
  scanPossible,
} from './of-studies.ts'
import { reportGaps } from './report-gaps.ts'

const f = study.fields
const o = imagingOrder.fields

const unsigned = all(is(f.report, 'structured'), not(established(yes(f.signed))))
const lesion = found(...findings)
/** What a reader and a clinician still owe to scans that can count; older ones have a step of their own. */
const toRead = all(any(unread, unsigned), not(olderThanSpasm))
const toEnter = all(notStructured, not(olderThanSpasm))
const toAcknowledge = all(notAcknowledged, not(established(lesion)), not(olderThanSpasm))
const olderUnknown = all(olderThanSpasm, any(unread, notStructured, all(notAcknowledged, not(established(lesion)))))

export const imagingSteps: readonly Step[] = [
  step(
    'order-mri',
    {
      label: 'Order the MRI protocol',
      text: 'Everybody who may have hemifacial spasm is scanned for tumour, malformation and multiple sclerosis: T2, FLAIR and diffusion, FIESTA, CISS, DRIVE or SPACE, TOF angiography, and T1 before and after contrast.',
      when: whileOpen(
        all(decided(imaging, 'order'), scanPossible, not(established(flags.emergencyFlag))),
        anyMriAwaited,
      ),
      owner: 'clinician',
      urgency: haste,
      anchor: askingForScan,
      window: orderWindow(mriOrderDue, mriOrderOverdue),
      settles: [study, imagingOrder],
      rules: ['IM-01', 'IM-02', 'RO-01', 'RO-02', 'RO-03', 'RO-04'],
    },
    S4,
    S2,
    S6,
    K24,
    K25,
    K27,
    K14,
    K15,
    T19,
  ),
  ...requests,
  ...mriSafetySteps,
  step(
    'read-study',
    {
      label: 'Read the study and sign the report',
      text: 'A scan nobody has read or signed rules nothing out.',
      when: whileOpen(some(study, toRead), untilGone),
      owner: 'imaging-reader',
      urgency: haste,
      anchor: firstStudy(toRead),
      window: { due: mriReportDue, overdue: mriReportOverdue },
      settles: [study],
      rules: ['RO-01', 'RO-02', 'RO-03', 'IM-08'],
    },
    S13,
    S2,
    AWorkflow,
  ),
  step(
    'enter-read',
    {
      label: 'Enter the report in structured form',
      text: 'A report is there but its findings are not entered; a signed report that calls brain and posterior fossa normal is attested in one press.',
      when: whileOpen(some(study, toEnter), untilGone),
      owner: 'clinician',
      urgency: haste,
      anchor: firstReported(toEnter),
      window: { due: reportAcknowledgedDue },
      settles: [study],
      rules: ['RO-01', 'RO-02', 'RO-03', 'IM-08'],
    },
    A4,
    S13,
  ),
  ...reportGaps,
  step(
    'acknowledge-lesion',
    {
      label: 'Acknowledge the report that names a lesion, today',
      text: 'A lesion was reported and no clinician here has acknowledged it; until then nobody is responsible for it.',
      when: whileOpen(some(study, all(notAcknowledged, lesion)), untilGone),
      owner: 'clinician',
      urgency: 'urgent',
      anchor: firstReported(all(notAcknowledged, lesion)),
      window: { due: lesionAcknowledgedDue },
      settles: [study],
      rules: ['RO-05', 'FU-01'],
    },
    S13,
    AWorkflow,
  ),
  step(
    'acknowledge-report',
    {
      label: 'Acknowledge the report',
      text: 'A result that nobody has read is a known way for a lesion to be missed.',
      when: whileOpen(some(study, toAcknowledge), untilGone),
      owner: 'clinician',
      anchor: firstReported(toAcknowledge),
      window: { due: reportAcknowledgedDue },
      settles: [study],
      rules: ['FU-01'],
    },
    AWorkflow,
    A3,
  ),
  step(
    'look-at-older-scan',
    {
      label: 'Look at the older scan',
      text: 'It was made before the first spasm, so it rules nothing out and delays nothing; its findings may still be useful.',
      when: whileOpen(some(study, olderUnknown), untilGone),
      owner: 'clinician',
      anchor: received,
      window: { due: plus(mriReportDue, reportAcknowledgedDue) },
      settles: [study],
      rules: ['FU-01', 'IM-08'],
    },
    A3,
    AWorkflow,
  ),
  step(
    'second-read',
    {
      label: 'Offer a second reading for a vessel',
      text: 'The diagnosis is definite and a general radiologist saw no contact; the reader’s experience matters as much as the scanner.',
      when: onPathway(
        all(
          decided(certainty, 'definite'),
          some(
            study,
            all(
              is(f.readerRole, 'general-radiologist'),
              any(is(f.rightContact, 'not-seen'), is(f.leftContact, 'not-seen')),
            ),
          ),
        ),
        some(study, established(is(f.readerRole, 'neuroradiologist', 'neurosurgeon'))),
      ),
      owner: 'imaging-reader',
      anchor: lastStudy(is(f.readerRole, 'general-radiologist')),
      window: { due: plus(mriReportDue, mriRoutineDue) },
      settles: [study],
      rules: ['IM-03'],
    },
    K28,
    K33,
  ),
  step(
    'substitute-ct',
    {
      label: 'Contrast CT and CT angiography instead of MRI',
      text: 'MRI safety says MRI is impossible: thin contrast CT of posterior fossa and temporal bone with CT angiography, read by a neuroradiologist. It can support an exception, but rules nothing out.',
      when: onPathway(
        all(yes(mriImpossible), decided(imaging, 'order')),
        some(imagingOrder, all(scanAwaited, is(o.modality, 'ct', 'ct-angiography'))),
      ),
      owner: 'clinician',
      urgency: haste,
      anchor: { name: 'mri.impossible', date: recordedOn(mriImpossible) },
      window: { due: mriOrderDue, overdue: mriOrderOverdue },
      settles: [study, imagingOrder],
      rules: ['IM-05', 'IM-01'],
    },
    A9,
    S4,
  ),
  step(
    'ask-mri-safety-again',
    {
      label: 'Ask MRI safety again whether MRI is still not possible',
      text: 'Implants change and many are conditional; after a “no”, ask again once a year.',
      when: onPathway(all(yes(mriImpossible), not(established(decided(imaging, 'adequate')))), untilGone),
      owner: 'clinician',
      anchor: { name: 'mri.impossible', date: recordedOn(mriImpossible) },
      window: { opens: yearlyReviewDue, due: yearlyReviewDue },
      settles: [mriImpossible, study],
      rules: ['IM-01'],
    },
    A9,
    T21,
  ),
  step(
    'offer-scan-again',
    {
      label: 'Offer the scan again, with sedation or a wide-bore scanner',
      text: 'Imaging was declined; explain and document the risks, and keep the offer open.',
      when: onPathway(all(yes(mriDeclined), not(established(decided(imaging, 'adequate')))), untilGone),
      owner: 'clinician',
      anchor: { name: 'mri.declined', date: recordedOn(mriDeclined) },
      window: { due: yearlyReviewDue },
      settles: [mriDeclined, study],
      rules: ['IM-01'],
    },
    A8,
    T21,
    S13,
  ),
]
