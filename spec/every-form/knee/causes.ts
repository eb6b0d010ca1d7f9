import {
  any,
  asOf,
  candidate,
  collection,
  dateOf,
  decide,
  detail,
  feature,
  has,
  not,
  onOrAfter,
  otherwise,
  ranking,
  rule,
  some,
  yes,
} from '@facialis/language'
import { injection } from './entries.ts'
import { booked, locked, signs } from './facts.ts'
import { adult } from './gate.ts'
import { K1, own } from './passages.ts'

export const causes = ranking('causes', {
  asks: 'What could it be?',
  candidates: [
    candidate('wear', {
      label: 'wear',
      for: [feature('it clicks', has(signs, 'clicking'), 2)],
      against: [feature('young', not(adult))],
      test: 'an X-ray',
      because: [K1],
    }),
    candidate('gout', {
      label: 'gout',
      for: [
        feature('warm', has(signs, 'warmth')),
        feature('swollen or stuck', any(has(signs, 'swelling'), yes(locked))),
      ],
      against: [],
      test: 'a needle',
      because: [own],
    }),
  ],
})
export const stage = decide('stage', {
  asks: 'Where does the person stand?',
  answers: ['looking', 'waiting', 'treating'],
  undetermined: 'looking',
  rules: [
    rule('G-1', some(injection)).answers('treating').because('An injection was given.', own).over('G-2'),
    rule('G-2', onOrAfter(dateOf(booked), asOf))
      .answers('waiting')
      .because('A visit is booked.', own),
  ],
  otherwise: otherwise('G-0', 'looking', 'Nothing has begun.', own),
  detail: { leading: detail.leaderOf(causes) },
})
export const flags = collection('flags', {
  asks: 'What is dangerous?',
  items: [
    {
      id: 'heat',
      when: has(signs, 'warmth'),
      detail: { urgency: detail.fixed('urgent') },
      text: 'A hot knee.',
      because: [K1],
    },
    {
      id: 'lock',
      when: yes(locked),
      detail: { urgency: detail.fixed('soon') },
      text: 'A locked knee.',
      because: [own],
    },
  ],
})
