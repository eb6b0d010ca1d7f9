import {
  type Anchor,
  all,
  amount,
  any,
  decided,
  established,
  firstOf,
  no,
  not,
  recordedOn,
  type Step,
  some,
  step,
} from '@facialis/language'
import { botulinum } from '../decisions/botulinum.ts'
import { signedDiagnosis } from '../decisions/diagnosis-conditions.ts'
import { exceptionKinds } from '../decisions/exceptions.ts'
import { exception } from '../entries/index.ts'
import { chairNeuromuscular, mriDeclined, mriImpossible, wishToxin } from '../facts/index.ts'
import { exceptionEndingWarning, treatmentChoiceDue, treatmentChoiceOverdue } from '../policy/index.ts'
import { A8, A9, A16, A21 } from '../sources/index.ts'
import { ahead, onPathway, received, untilGone } from './calling.ts'
import { lastScan } from './treatment.ts'

/** For which exceptions a senior clinician is asked; those about a single date belong to the booking. */
const askFor = [
  'mri-impossible',
  'imaging-declined',
  'known-cause-symptomatic',
  'paediatric-opinion',
  'neuromuscular-opinion',
] as const
const anchorOfException: Readonly<Record<(typeof askFor)[number], Anchor>> = {
  'mri-impossible': { name: 'mri.impossible', date: recordedOn(mriImpossible) },
  'imaging-declined': { name: 'mri.declined', date: recordedOn(mriDeclined) },
  'known-cause-symptomatic': lastScan,
  'paediatric-opinion': received,
  'neuromuscular-opinion': { name: 'chair.neuromuscular', date: recordedOn(chairNeuromuscular) },
}
/** Inside an exception: it may still be used. */
const inForce = any(...exceptionKinds.map((kind) => kind.inForce))

const askException = askFor.map((code) => {
  const kind = exceptionKinds.find((k) => k.code === code)
  if (!kind) throw new Error(`There is no exception ${code}.`)
  return step(
    `ask-exception/${code}`,
    {
      label: `Ask a senior clinician for an exception: ${kind.label}`,
      text: 'The gate stays blocked; a signed exception allows the treatment, provided the patient has been told and it ends within a year. Refusing the exception is also an answer.',
      when: onPathway(
        all(decided(botulinum, 'blocked'), signedDiagnosis, kind.available, not(established(no(wishToxin)))),
        some(exception, established(kind.inForce)),
      ),
      owner: 'clinician',
      anchor: anchorOfException[code],
      window: { due: treatmentChoiceDue, overdue: treatmentChoiceOverdue },
      settles: [exception],
      rules: ['BT-02'],
    },
    A8,
    ...(code === 'mri-impossible' ? [A9] : []),
    ...(code === 'paediatric-opinion' ? [A16] : []),
    ...(code === 'neuromuscular-opinion' ? [A21] : []),
  )
})

export const exceptionSteps: readonly Step[] = [
  ...askException,
  step(
    'review-exception',
    {
      label: 'Review the standing exception before it ends',
      text: 'An exception expires automatically, and at once if a new red flag is raised; before the first one expires, its owner says whether the reason still applies.',
      when: onPathway(some(exception, established(inForce)), untilGone),
      owner: 'clinician',
      anchor: { name: 'exception.expires', date: firstOf(exception, exception.fields.expires, established(inForce)) },
      window: { opens: ahead(exceptionEndingWarning), due: amount(0) },
      settles: [exception],
      rules: ['BT-02'],
    },
    A8,
  ),
]
