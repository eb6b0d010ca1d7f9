import {
  all,
  any,
  type Cites,
  type Condition,
  decided,
  established,
  type Fact,
  is,
  not,
  onOrAfter,
  ownJudgement,
  recordedOn,
  type Step,
  step,
  unanswered,
  yes,
} from '@facialis/language'
import { imaging } from '../decisions/imaging.ts'
import { anyMriAwaited } from '../decisions/scans-and-orders.ts'
import { imagingOrder, study } from '../entries/index.ts'
import { chairPregnancy, mriClaustrophobia, mriContrastReaction, mriImplant, mriImpossible } from '../facts/index.ts'
import { mriOrderDue } from '../policy/index.ts'
import { A8, A9a, A21 } from '../sources/index.ts'
import { untilGone, whileOpen } from './calling.ts'
import { haste, orderWindow } from './of-studies.ts'

/** A scan is asked for, or should be. */
const scanAhead = all(
  any(anyMriAwaited, decided(imaging, 'order', 'inadequate-repeat')),
  not(established(yes(mriImpossible))),
)

type Arranged = Readonly<{
  id: string
  fact: Fact
  when: Condition
  done?: Condition
  label: string
  text: string
  settles: Step['settles']
}>

/** What has to be arranged for the scan is a step beside the request: it never holds the request back. */
const arrange = ({ id, fact, when, done = untilGone, label, text, settles }: Arranged, ...because: Cites): Step =>
  step(
    id,
    {
      label,
      text,
      when: whileOpen(all(scanAhead, when), done),
      owner: 'clinician',
      // No later than the request it belongs to: what radiology hears after the scan is of no use.
      urgency: haste,
      anchor: { name: fact.id, date: recordedOn(fact) },
      window: orderWindow(mriOrderDue, mriOrderDue),
      settles,
      rules: ['IM-01', 'IM-02'],
    },
    ...because,
  )

const asked = ownJudgement('asked with every MRI request; no source of this pathway states it')

export const mriSafetySteps: readonly Step[] = [
  arrange(
    {
      id: 'ask-mri-safety',
      fact: mriImplant,
      when: yes(mriImplant),
      done: all(not(unanswered(mriImpossible)), onOrAfter(recordedOn(mriImpossible), recordedOn(mriImplant))),
      label: 'Ask MRI safety about the implant before the scan is booked',
      text: 'The scan is asked for all the same, and MRI safety says whether and how it can be made: many devices are MR-conditional, and an implant alone does not rule out MRI.',
      settles: [mriImpossible],
    },
    A9a,
  ),
  arrange(
    {
      id: 'offer-sedation',
      fact: mriClaustrophobia,
      when: yes(mriClaustrophobia),
      label: 'Offer sedation or a wide-bore scanner with the request',
      text: 'This patient has claustrophobia; state it on the request, so that the scan can still be done.',
      settles: [study, imagingOrder],
    },
    A8,
    asked,
  ),
  arrange(
    {
      id: 'gadolinium-allergy',
      fact: mriContrastReaction,
      when: yes(mriContrastReaction),
      label: 'Tell radiology of the earlier reaction to gadolinium',
      text: 'The allergy pathway of radiology decides on another agent, on cover, or on a scan without contrast.',
      settles: [study, imagingOrder],
    },
    asked,
  ),
  arrange(
    {
      id: 'no-gadolinium-unless-essential',
      fact: chairPregnancy,
      when: is(chairPregnancy, 'pregnant-or-trying'),
      label: 'Ask for the MRI without gadolinium unless it is essential',
      text: 'Pregnant or trying to conceive: request MRI as usual, with gadolinium only if radiology and the clinician agree that it is essential.',
      settles: [study, imagingOrder],
    },
    A21,
  ),
]
