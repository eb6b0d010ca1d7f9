import { and, injected, operatedOn, triagedStory } from './stories.ts'
import { entry, fact, none, symptom, table, visit } from './tables.ts'

const day = (n: number): string => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10)
const op = operatedOn('2026-11-01')
const on = (n: number): string => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10)

table('complaints', [
  [
    'breathing trouble after toxin is an emergency',
    and(injected, symptom('breathing', '2026-11-23')),
    'emergency-after-toxin',
    '2026-11-23',
    'emergency due 2026-11-23',
  ],
  [
    'settled, it is done',
    and(injected, symptom('breathing', '2026-11-22', { 'symptom.settled': 'yes' })),
    'emergency-after-toxin',
    '2026-11-23',
    none,
  ],
  [
    'fever after the operation is an emergency',
    and(op, symptom('fever', on(5))),
    'emergency-after-surgery',
    on(5),
    `emergency due ${on(5)}`,
  ],
  [
    'fever without an operation is a call back',
    and(injected, symptom('fever', '2026-11-23')),
    'call-back',
    '2026-11-23',
    'soon due 2026-11-23',
  ],
  [
    'a red eye sees the eye doctor today',
    and(injected, symptom('red-painful-eye', '2026-11-23')),
    'eye-doctor',
    '2026-11-23',
    'urgent due 2026-11-23',
  ],
  [
    'weakness on day 1 belongs to the operation',
    and(op, symptom('facial-weakness', on(1))),
    'operative-palsy',
    on(1),
    `urgent due ${on(1)}`,
  ],
  [
    'on day 2 it is delayed palsy, stroke first',
    and(op, symptom('facial-weakness', on(2))),
    'review-delayed-palsy',
    on(2),
    `urgent due ${on(4)}`,
  ],
  [
    'on day 44 still',
    and(op, symptom('facial-weakness', on(44))),
    'review-delayed-palsy',
    on(44),
    `urgent due ${on(46)}`,
  ],
  [
    'on day 45 it is a new flag',
    and(op, symptom('facial-weakness', on(45))),
    'name-weakness',
    on(45),
    `urgent due ${on(45)}`,
  ],
  [
    'weeks after toxin mild weakness is expected',
    and(injected, symptom('facial-weakness', '2026-10-20')),
    'weakness-after-toxin',
    '2026-10-20',
    'soon due 2026-10-20',
  ],
  [
    'begun after week six it asks for the red flags',
    and(injected, symptom('facial-weakness', '2026-11-13')),
    'name-weakness',
    '2026-11-13',
    'urgent due 2026-11-13',
  ],
  [
    'after 16 weeks it is not',
    and(injected, symptom('facial-weakness', day(113))),
    'name-weakness',
    day(113),
    `urgent due ${day(113)}`,
  ],
  [
    'hearing after the operation: urgent audiogram',
    and(op, symptom('hearing-change', on(10))),
    'urgent-audiogram',
    on(10),
    `urgent due ${on(12)}`,
  ],
  [
    'heard since, it is done',
    and(and(op, symptom('hearing-change', on(10))), fact('audiogram', on(11))),
    'urgent-audiogram',
    on(12),
    none,
  ],
  [
    'hearing without an operation is named as a flag',
    and(injected, symptom('hearing-change', '2026-11-23')),
    'name-hearing-change',
    '2026-11-23',
    'urgent due 2026-11-24',
  ],
  [
    'thoughts of self-harm: a person today',
    and(injected, entry('score', '2026-11-23', { 'phq9.item9': 1 })),
    'mood-contact',
    '2026-11-23',
    'urgent due 2026-11-23',
  ],
  [
    'a low total alone is not',
    and(injected, entry('score', '2026-11-23', { 'phq9.total': 19, 'phq9.item9': 0 })),
    'mood-contact',
    '2026-11-23',
    none,
  ],
  [
    'after the call it is done',
    and(and(injected, entry('score', '2026-11-22', { 'phq9.total': 20 })), visit('phone', '2026-11-22')),
    'mood-contact',
    '2026-11-23',
    none,
  ],
])

table('other roads', [
  [
    'both sides in step go to the other team',
    and(triagedStory, {
      said: [['ph.bilateralSync', 'yes']],
      entries: [['visit', '2026-11-20', { 'visit.kind': 'first' }]],
    }),
    'hand-over',
    '2026-11-23',
    'routine due 2026-12-04',
  ],
  [
    'handed over, the way back has an owner',
    and(triagedStory, {
      said: [
        ['ph.bilateralSync', 'yes'],
        ['episode.closed', 'other-pathway', '2026-11-22'],
      ],
    }),
    'way-back',
    '2026-11-23',
    'routine due 2027-02-14',
  ],
  [
    'and nothing is handed over twice',
    and(triagedStory, {
      said: [
        ['ph.bilateralSync', 'yes'],
        ['episode.closed', 'other-pathway', '2026-11-22'],
      ],
    }),
    'hand-over',
    '2026-11-23',
    none,
  ],
])
