import { chart, exceptionFor, ready } from './chart-parts.ts'
import type { Example, ExpectedAnswer } from './example.ts'

type Row = readonly [
  id: string,
  asOf: string,
  title: string,
  story: string,
  parts: readonly string[],
  botulinum: ExpectedAnswer,
  rule: string,
]

/** On 1 September 2026, so that 23 November is day 83 and 24 November day 84. */
const here =
  '2026-09-01 | session s1 | product: onabotulinumtoxinA; units: 22.5; indication: hfs; side: left; performedHere: yes; relief: 75; reliefAsked: 2026-09-29; sideEffects: [none]'
const permitted = { answer: 'permitted' } as const
const shut = (
  opensOn: string,
  overridableBy: readonly string[],
  exceptions: readonly string[] = [],
): ExpectedAnswer => ({
  answer: 'blocked',
  because: ['BT-05'],
  detail: { opensOn, overridableBy, exceptions },
})

/** Shut by the forehead of 12 October, with what was given within twelve weeks. */
const lately = (...cumulative: readonly string[]): ExpectedAnswer => ({
  answer: 'blocked',
  because: ['BT-05'],
  detail: { opensOn: '2027-01-04', cumulative },
})

const rows: readonly Row[] = [
  [
    'ten-weeks',
    '2026-11-10',
    'Ten weeks after the last session',
    'The effect is fading and the date is early. The gate opens by itself on day 84.',
    [here],
    shut('2026-11-24', ['touch-up', 'interval']),
    'BT-05',
  ],
  [
    'day-76',
    '2026-11-16',
    'Day 76',
    'Eight days early. A clinic date may be brought forward by seven.',
    [here, exceptionFor('clinic-date', { date: '2026-11-13', expires: '2026-11-24' })],
    shut('2026-11-24', ['touch-up', 'interval']),
    'A19',
  ],
  [
    'day-77',
    '2026-11-17',
    'Day 77, brought forward for a clinic date',
    'The clinic is closed next week. The exception was signed.',
    [here, exceptionFor('clinic-date', { date: '2026-11-13', expires: '2026-11-24' })],
    shut('2026-11-24', ['clinic-date', 'touch-up', 'interval'], ['clinic-date']),
    'A19',
  ],
  [
    'day-83',
    '2026-11-23',
    'Day 83',
    'One day early. It is still too early, and tomorrow it is not.',
    [here],
    shut('2026-11-24', ['clinic-date', 'touch-up', 'interval']),
    'BT-05',
  ],
  [
    'day-84',
    '2026-11-24',
    'Twelve weeks: day 84',
    'Twelve weeks to the day. The gate is open.',
    [here],
    permitted,
    'BT-05',
  ],
  [
    'twenty-six-weeks',
    '2027-03-02',
    'Twenty-six weeks',
    'Half a year, as the seed page has it. Nothing holds the session; it is the outer bound.',
    [here],
    permitted,
    'BT-06',
  ],
  [
    'touch-up',
    '2026-09-15',
    'A missed muscle on day 14',
    'The cheek was missed. A small touch-up is signed for day 14.',
    [here, exceptionFor('touch-up', { date: '2026-09-14', expires: '2026-09-30' })],
    shut('2026-11-24', ['touch-up', 'interval'], ['touch-up']),
    'A19',
  ],
  [
    'touch-up-resets-nothing',
    '2026-11-24',
    'Day 84, with a touch-up on day 14',
    'The cheek was touched up on 15 September under the exception. The next session counts from the first of September.',
    [here, '2026-09-15 | session s2 | product: onabotulinumtoxinA; units: 2.5; performedHere: yes; touchUp: yes'],
    { ...permitted, detail: { cumulative: ['onabotulinumtoxinA: 2.5, face 2.5'] } },
    'touch-up',
  ],
  [
    'touch-up-again',
    '2026-09-28',
    'A second touch-up on day 27, thirteen days after the first',
    'The cheek was touched up and is still not still. A touch-up keeps fourteen days from the last needle, the first touch-up included.',
    [
      here,
      '2026-09-15 | session s2 | product: onabotulinumtoxinA; units: 2.5; performedHere: yes; touchUp: yes',
      exceptionFor('touch-up', { date: '2026-09-27', expires: '2026-10-10' }),
    ],
    shut('2026-11-24', ['interval']),
    'touch-up',
  ],
  [
    'touch-up-no-muscle',
    '2026-09-15',
    'A touch-up that names no muscle',
    'Signed for day 14 without a word about what was missed. It is a touch-up of nothing.',
    [here, exceptionFor('touch-up', { date: '2026-09-14', expires: '2026-09-30', says: {} })],
    shut('2026-11-24', ['touch-up', 'interval']),
    'touch-up',
  ],
  [
    'touch-up-too-soon',
    '2026-09-14',
    'A touch-up on day 13',
    'Day 13, with the touch-up signed for the next day. It is a day too soon.',
    [here, exceptionFor('touch-up', { date: '2026-09-11', expires: '2026-09-30' })],
    shut('2026-11-24', ['interval']),
    'A19',
  ],
  [
    'partial-date-not-yet',
    '2026-12-22',
    'Last session "September 2026", 83 days after its last day',
    'The letter gives the month only. It is counted from the last day it could have been.',
    ['2026-09 | session s1 | product: onabotulinumtoxinA; performedHere: no'],
    shut('2026-12-23', ['clinic-date', 'touch-up', 'interval']),
    'A19',
  ],
  [
    'partial-date-open',
    '2026-12-23',
    'Last session "September 2026", 84 days after its last day',
    'Twelve weeks after the thirtieth. Whatever the day was, it is long enough ago.',
    ['2026-09 | session s1 | product: onabotulinumtoxinA; performedHere: no'],
    permitted,
    'A19',
  ],
  [
    'session-without-date',
    '2026-11-23',
    'An earlier session that nobody can date',
    'The person had an injection "some time ago". Until somebody asks when, it may have been last week.',
    ['undated | session s1 | product: unknown; performedHere: no'],
    { answer: 'blocked', because: ['BT-05'], detail: { opensOn: null } },
    'A1',
  ],
  [
    'cosmetic-toxin',
    '2026-11-23',
    'Forehead lines in October',
    'The last session for the spasm was in June, and the forehead was smoothed on 12 October. Cosmetic toxin counts.',
    [
      '2026-06-01 | session s1 | product: onabotulinumtoxinA; units: 25; indication: hfs; performedHere: yes; relief: 70',
      '2026-10-12 | session s2 | product: onabotulinumtoxinA; units: 20; indication: cosmetic; performedHere: no',
    ],
    shut('2027-01-04', ['touch-up', 'interval']),
    'A19',
  ],
  [
    'toxin-for-migraine',
    '2026-11-23',
    'Toxin for migraine five weeks ago',
    'The headache clinic gave 155 units on 19 October. It is not refused here and counts in the total: caution.',
    ['2026-10-19 | session s1 | product: onabotulinumtoxinA; units: 155; indication: other; performedHere: no'],
    { answer: 'caution', because: ['BT-05/other'], detail: { cumulative: ['onabotulinumtoxinA: 155, face 0'] } },
    'A2',
  ],
  [
    'two-products-lately',
    '2026-11-23',
    'Two products within twelve weeks',
    'Twenty units here in September, and 120 of another product for the forehead in October. They are told one beside the other and never added up.',
    [
      '2026-09-10 | session s1 | product: onabotulinumtoxinA; units: 20; indication: hfs; performedHere: yes; relief: 70',
      '2026-10-12 | session s2 | product: abobotulinumtoxinA; units: 120; indication: cosmetic; performedHere: no',
    ],
    lately('abobotulinumtoxinA: 120, face 120', 'onabotulinumtoxinA: 20, face 20'),
    'BT-07/twelve-weeks',
  ],
  [
    'units-not-known-lately',
    '2026-11-23',
    'Thirty units here, and an unknown number for the forehead',
    'Nobody wrote down what the forehead was given. The total is not known, and not thirty.',
    [
      '2026-09-10 | session s1 | product: onabotulinumtoxinA; units: 30; indication: hfs; performedHere: yes; relief: 70',
      '2026-10-12 | session s2 | product: onabotulinumtoxinA; units: unknown; indication: cosmetic; performedHere: no',
    ],
    lately('onabotulinumtoxinA: null, face null'),
    'BT-07/twelve-weeks',
  ],
  [
    'product-not-known-lately',
    '2026-11-23',
    'Thirty units here, and twenty of something for the forehead',
    'The forehead was given twenty units of a product nobody remembers. It may have been the same one: thirty to fifty units.',
    [
      '2026-09-10 | session s1 | product: onabotulinumtoxinA; units: 30; indication: hfs; performedHere: yes; relief: 70',
      '2026-10-12 | session s2 | product: unknown; units: 20; indication: cosmetic; performedHere: no',
    ],
    lately('onabotulinumtoxinA: 30,50, face 30,50', 'unknown: 20, face 20'),
    'BT-07/twelve-weeks',
  ],
  [
    'toxin-for-the-neck-long-ago',
    '2026-11-23',
    'Toxin for the neck half a year ago',
    'The last injection for the neck was in May. It is more than twelve weeks ago.',
    ['2026-05-11 | session s1 | product: abobotulinumtoxinA; units: 500; indication: other; performedHere: no'],
    permitted,
    'A2',
  ],
  [
    'toxin-within-a-year-of-surgery',
    '2026-11-23',
    'Spasm seven months after the operation, toxin asked for',
    'Decompression in April, still some spasm. Toxin now would hide late relief: caution.',
    ['2026-04-20 | operation mvd | kind: mvd; side: left; vesselSeen: yes'],
    { answer: 'caution', because: ['BT-15'] },
    'A23',
  ],
]

/** How long since the last toxin. Everything else is in order. */
export const intervals: readonly Example[] = rows.map(([id, asOf, title, story, parts, botulinum, rule]) => ({
  id: `interval-${id}`,
  title,
  story,
  asOf,
  chart: chart(ready(), ...parts),
  expected: { decisions: { botulinum, ...(botulinum.answer === 'blocked' ? { 'botulinum.session': 'blocked' } : {}) } },
  about: [rule],
}))
