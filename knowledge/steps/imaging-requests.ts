import {
  all,
  any,
  type Condition,
  established,
  has,
  is,
  latestDate,
  type NumberTerm,
  not,
  type Step,
  some,
  step,
  type Urgency,
  urgencies,
  yes,
} from '@facialis/language'
import { flags } from '../decisions/rule-outs.ts'
import {
  anyMriAwaited,
  flagDays,
  mriAwaited,
  scanAwaited,
  soonFlagToScan,
  urgentFlagToScan,
} from '../decisions/scans-and-orders.ts'
import { imagingOrder, study } from '../entries/index.ts'
import { functionalBlindness } from '../facts/index.ts'
import {
  mriEmergencyDue,
  mriOrderSoonDue,
  mriOrderUrgentDue,
  mriRoutineDue,
  mriSoonDue,
  mriUrgentDue,
  orderCompletedDue,
} from '../policy/index.ts'
import { A8, K13, K14, K24, K27, S2, S6, S13 } from '../sources/index.ts'
import { untilGone, whileOpen } from './calling.ts'
import { haste, orderWindow, scanPossible } from './of-studies.ts'

const o = imagingOrder.fields
const requested = { name: 'imaging-order', date: latestDate(imagingOrder, established(mriAwaited)) }

/** Of a request: it is still to be done, and wanted this fast; without a word it is routine. */
const wanted = (...as: readonly Urgency[]): Condition =>
  all(
    scanAwaited,
    as.includes('routine')
      ? not(established(is(o.urgency, 'soon', 'urgent', 'emergency')))
      : established(any(...as.map((one) => is(o.urgency, one)))),
  )

/** One step for each haste of the request, for each has its own window; of several requests the fastest counts. */
function scan(id: string, urgency: Urgency, due: NumberTerm): Step {
  const faster = urgencies.slice(0, urgencies.indexOf(urgency))
  return step(
    id,
    {
      label: 'Arrange the scan',
      text: 'It has been requested but not done; treatment decisions are waiting for it.',
      when: whileOpen(
        some(imagingOrder, wanted(urgency)),
        faster.length === 0 ? untilGone : some(imagingOrder, wanted(...faster)),
      ),
      owner: 'coordinator',
      urgency,
      anchor: { name: 'imaging-order', date: latestDate(imagingOrder, established(wanted(urgency))) },
      window: { due },
      settles: [study],
      rules: ['IM-01', 'RO-01', 'RO-02', 'RO-03'],
    },
    S13,
    S2,
  )
}

/** The sequences that draw nerve, vessels and arteries, and contrast while a flag asks for it. */
const complete = all(
  has(o.sequences, '3d-t2'),
  has(o.sequences, 'tof-mra'),
  any(not(established(flags.openRedFlag)), has(o.sequences, 't1-contrast')),
)

type Upgrade = Readonly<{ id: string; when: Condition; urgency: 'urgent' | 'soon'; due: NumberTerm }>

/** A flag raised after the request makes it faster: nobody waits six weeks because the form was written in time. */
const upgrade = ({ id, when, urgency, due }: Upgrade): Step =>
  step(
    id,
    {
      label: 'Upgrade the order',
      text: `A red flag is open, or the patient cannot see because of the spasm, and the MRI is ordered with too low a priority: mark it ${urgency}, with contrast for a flag.`,
      when: whileOpen(
        all(when, anyMriAwaited, scanPossible, not(established(flags.emergencyFlag))),
        some(
          imagingOrder,
          all(mriAwaited, any(...urgencies.slice(0, urgencies.indexOf(urgency) + 1).map((one) => is(o.urgency, one)))),
        ),
      ),
      owner: 'clinician',
      urgency,
      anchor: [requested, ...flagDays],
      window: { due },
      settles: [imagingOrder, study],
      rules: ['RO-04', 'FU-04'],
    },
    K14,
    K13,
    A8,
  )

export const requests: readonly Step[] = [
  upgrade({ id: 'upgrade-order/urgent', when: urgentFlagToScan, urgency: 'urgent', due: mriOrderUrgentDue }),
  upgrade({
    id: 'upgrade-order/soon',
    when: all(any(soonFlagToScan, yes(functionalBlindness)), not(urgentFlagToScan)),
    urgency: 'soon',
    due: mriOrderSoonDue,
  }),
  step(
    'complete-order',
    {
      label: 'Add the missing sequences to the order',
      text: 'The request names the heavily T2-weighted sequence (FIESTA-C, CISS, DRIVE, bFFE, SPACE or CUBE) and TOF angiography, and contrast while a red flag is open; the MRI on order does not.',
      when: whileOpen(all(anyMriAwaited, scanPossible), some(imagingOrder, all(mriAwaited, complete))),
      owner: 'clinician',
      urgency: haste,
      anchor: [requested, ...flagDays],
      window: orderWindow(orderCompletedDue, orderCompletedDue),
      settles: [imagingOrder],
      rules: ['IM-02'],
    },
    S6,
    K24,
    K27,
  ),
  scan('scan', 'routine', mriRoutineDue),
  scan('scan-soon', 'soon', mriSoonDue),
  scan('scan-urgent', 'urgent', mriUrgentDue),
  scan('scan-emergency', 'emergency', mriEmergencyDue),
]
