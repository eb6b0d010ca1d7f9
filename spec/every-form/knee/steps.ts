import {
  all,
  any,
  dateOf,
  decided,
  earliest,
  firstDate,
  firstOf,
  has,
  lastOf,
  latestOf,
  not,
  type Pathway,
  plus,
  provided,
  recordedOn,
  shifted,
  some,
  step,
  unanswered,
  yes,
} from '@facialis/language'
import { expires, injection, relief, scan } from './entries.ts'
import { booked, fever, infection, locked, pain, signs, thinner } from './facts.ts'
import { injectionGate, lastInjection, mass } from './gate.ts'
import { interval, K1, K2, own } from './passages.ts'

export const steps: Pathway['steps'] = [
  step(
    'ask',
    {
      label: 'Ask',
      text: 'Nobody has asked.',
      when: any(unanswered(pain), unanswered(locked)),
      owner: 'nurse',
      anchor: { name: 'knee.booked', date: dateOf(booked) },
      window: { due: 0 },
      settles: [pain, locked, fever],
      rules: [],
    },
    own,
  ),
  step(
    'order-scan',
    {
      label: 'Order a scan',
      text: 'Nobody has looked inside.',
      when: not(decided(mass, 'cleared')),
      owner: 'clinician',
      urgency: [
        [has(signs, 'warmth'), 'urgent'],
        [yes(locked), 'soon'],
      ],
      anchor: { name: 'knee.pain', date: recordedOn(pain) },
      window: { due: 14, overdue: 28 },
      settles: [scan],
      rules: ['M-9'],
    },
    K1,
  ),
  step(
    'inject-again',
    {
      label: 'Inject again',
      text: 'It is time.',
      when: all(some(injection), decided(injectionGate, 'permitted', 'caution')),
      owner: 'nurse',
      urgency: 'routine',
      anchor: [
        { name: 'injection', date: latestOf(lastInjection, firstDate(injection)) },
        { name: 'vial', date: earliest(firstOf(injection, expires), lastOf(injection, expires)) },
      ],
      window: { opens: interval, due: plus(interval, 14) },
      settles: [infection, fever, relief],
      rules: ['I-4', 'R-4'],
    },
    K2,
    own,
  ),
  step(
    'call',
    {
      label: 'Call',
      text: 'How is it?',
      when: yes(thinner),
      owner: 'nurse',
      anchor: { name: 'injection', date: provided(some(injection), shifted(lastInjection, 7)) },
      window: { due: 3 },
      settles: [relief],
      rules: [],
    },
    own,
  ),
]
