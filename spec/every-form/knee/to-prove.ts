import {
  always,
  any,
  assumption,
  atLeast,
  dateOf,
  daysBetween,
  decided,
  entryDate,
  invariant,
  no,
  onOrAfter,
  type Pathway,
  recordedOn,
  unmoved,
  yes,
} from '@facialis/language'
import { operation } from './course.ts'
import { reported, scan, signed } from './entries.ts'
import { born, fever, pain, thinner } from './facts.ts'
import { atSession, injectionGate, kind, mass } from './gate.ts'
import { K1, own } from './passages.ts'

export const toProve: Pathway['toProve'] = {
  invariants: [
    invariant(
      'P-1',
      {
        text: 'Nobody with a mass is injected.',
        whenever: decided(injectionGate, 'permitted', 'caution'),
        holds: decided(mass, 'cleared'),
      },
      K1,
    ),
    invariant('P-2', { text: 'Every knee is plain.', whenever: always, holds: decided(kind, 'plain') }, own),
    invariant(
      'P-3',
      {
        text: 'Whoever takes a blood thinner said so after the birthday.',
        whenever: yes(thinner),
        holds: onOrAfter(recordedOn(thinner), dateOf(born)),
      },
      own,
    ),
  ],
  assumptions: [
    assumption(
      'A-1',
      {
        text: 'What is signed was reported.',
        about: 'scan',
        holds: any(no(signed), atLeast(daysBetween(entryDate(scan), dateOf(reported)), 0)),
      },
      own,
    ),
  ],
  unmoved: [
    unmoved('U-1', { text: 'A fever says nothing of a mass.', decisions: [mass], by: [fever] }, own),
    unmoved('U-2', { text: 'No pain says what kind of knee it is.', decisions: [kind], by: [pain] }, own),
  ],
  offers: [injectionGate, atSession, mass, operation],
  wide: [],
}
