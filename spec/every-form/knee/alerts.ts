import {
  alert as alertOf,
  atLeast,
  check,
  count,
  detail,
  has,
  is,
  moreThan,
  type Pathway,
  proposed,
  quantity,
  some,
} from '@facialis/language'
import { dose, injection, side } from './entries.ts'
import { signs } from './facts.ts'
import { troubled } from './lately.ts'
import { K1, own } from './passages.ts'

export const alerts: Pathway['alerts'] = [
  alertOf('trouble', { severity: 'warning', when: troubled, text: 'Look again.', rules: [] }, own),
  alertOf(
    'hot-knee',
    { severity: 'critical', when: has(signs, 'warmth'), text: 'A hot knee is seen today.', rules: ['N-1'] },
    K1,
  ),
  alertOf(
    'much',
    {
      severity: 'info',
      when: moreThan(count(injection, atLeast(quantity(dose), 100)), 1),
      text: 'Twice a full dose.',
      rules: [],
    },
    own,
  ),
]

export const checks: Pathway['checks'] = [
  check('C-1', {
    of: injection,
    when: moreThan(quantity(dose), 400),
    effect: 'stop',
    code: 'too-much',
    about: dose,
    text: 'More than {most} ml is never given.',
    tells: { most: detail.fixed('4') },
  }).because(K1),
  check('C-2', {
    of: injection,
    when: some(injection, proposed(injection, is(side, 'left'))),
    effect: 'confirm',
    code: 'left-again',
    about: side,
    text: 'The left knee again?',
    unknown: 'Nobody knows which knee.',
  })
    .because(own)
    .flagged(),
]
