import {
  all,
  any,
  atLeast,
  before,
  entryDate,
  established,
  is,
  latestDate,
  moreThan,
  onOrAfter,
  quantity,
  type Step,
  some,
  step,
} from '@facialis/language'
import { score, visit } from '../entries/index.ts'
import { phqContactDue, phqHumanContact, phqItemNineAbove } from '../policy/index.ts'
import { A27 } from '../sources/index.ts'
import { whileOpen } from './calling.ts'

/** Inside a score: somebody has to speak with the person today. */
export const asksForContact = any(
  moreThan(quantity(score.fields.phq9Item9), phqItemNineAbove),
  atLeast(quantity(score.fields.phq9), phqHumanContact),
)
const scored = latestDate(score, established(asksForContact))
/** A call on the day or later, or a meeting on a later day: the form itself is no contact. */
export const contacted = some(
  visit,
  any(all(is(visit.fields.kind, 'phone'), onOrAfter(entryDate(visit), scored)), before(scored, entryDate(visit))),
)

export const moodSteps: readonly Step[] = [
  step(
    'mood-contact',
    {
      label: 'A named person makes contact today',
      text: 'Thoughts of self-harm or severe low mood were reported. Give the local crisis numbers at once. This blocks neither injections nor surgery.',
      when: whileOpen(some(score, asksForContact), contacted),
      owner: 'clinician',
      urgency: 'urgent',
      anchor: { name: 'score', date: scored },
      window: { due: phqContactDue },
      settles: [visit, score],
      rules: ['FU-03'],
    },
    A27,
  ),
]
