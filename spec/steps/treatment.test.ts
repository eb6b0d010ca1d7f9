import { type Day, formatDay, parseDate, type Span } from '@facialis/language'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepsOn } from './said-on.ts'
import { and, cleared, evaluated, injected, session } from './stories.ts'
import { dose, entry, fact, none, table, visit } from './tables.ts'

table('treatment', [
  ['cleared and signed: a treatment is chosen', cleared, 'choose-treatment', '2026-10-18', 'routine due 2026-10-18'],
  [
    'chosen: consent is taken',
    and(cleared, fact('wish.toxin', 'yes', '2026-10-01')),
    'consent-toxin',
    '2026-11-23',
    'routine due 2026-11-26',
  ],
  [
    'consent given: the first session within eight weeks',
    and(cleared, {
      said: [
        ['wish.toxin', 'yes', '2026-10-01'],
        ['consent.toxin', '2026-10-01', '2026-10-01'],
      ],
    }),
    'first-injection',
    '2026-11-26',
    'routine due 2026-11-26',
  ],
  [
    'not while the gate is shut',
    and(evaluated, {
      said: [
        ['wish.toxin', 'yes', '2026-10-01'],
        ['consent.toxin', '2026-10-01', '2026-10-01'],
      ],
    }),
    'first-injection',
    '2026-11-23',
    none,
  ],
  [
    'waiting ends after a year',
    and(cleared, {
      said: [
        ['wish.toxin', 'no', '2026-10-01'],
        ['wish.surgery', 'no', '2026-10-01'],
      ],
    }),
    'waiting-review',
    '2026-11-23',
    'routine early 2027-10-01',
  ],
  ['tablets are no first thing to talk about', cleared, 'talk-about-tablets', '2026-11-23', none],
  [
    'tablets are talked about when neither other way is wished',
    and(cleared, {
      said: [
        ['wish.toxin', 'no', '2026-10-01'],
        ['wish.surgery', 'no', '2026-10-01'],
      ],
    }),
    'talk-about-tablets',
    '2026-11-23',
    'routine overdue 2026-09-29',
  ],
  [
    'severe: the surgical team is asked',
    and(cleared, entry('score', '2026-11-01', { 'score.smc': 'III' })),
    'refer-surgery',
    '2026-11-23',
    'soon due 2026-11-29',
  ],
  ['mild and content: it is not', cleared, 'refer-surgery', '2026-11-23', none],
  [
    'after a palsy: why an operation does not help',
    and(cleared, fact('dx.phenotype', 'post-paralytic', '2026-11-01')),
    'explain-no-operation',
    '2026-11-23',
    'routine overdue 2026-10-18',
  ],
])

const day = (n: number): string => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10)
const stayedAway = and(
  and(injected, entry('missed-visit', day(85), { 'missed.why': 'did-not-attend' })),
  entry('missed-visit', day(92), { 'missed.why': 'did-not-attend' }),
)

table('injections', [
  ['the next session opens on day 84', injected, 'next-session', day(83), `routine early ${day(140)}`],
  ['and not before', injected, 'next-session', day(84), `routine due ${day(140)}`],
  ['it is due by day 140', injected, 'next-session', day(141), `routine grace ${day(140)}`],
  [
    'and overdue after the six months of the seed page',
    injected,
    'next-session',
    day(183),
    `routine overdue ${day(140)}`,
  ],
  [
    'worn off, it is wanted soon',
    and(injected, session('2026-10-02', { 'session.wearOff': '2027-01-20' })),
    'next-session-worn-off',
    '2027-01-22',
    'soon grace 2027-01-06',
  ],
  [
    'worn off early, never before the interval',
    and(injected, session('2026-10-02', { 'session.wearOff': '2026-12-10' })),
    'next-session-worn-off',
    '2026-12-12',
    'soon early 2026-12-26',
  ],
  [
    'a month opens it on the last day that month can mean',
    and(cleared, session('2026-10')),
    'next-session',
    '2026-11-23',
    'routine early 2027-02-18',
  ],
  [
    'what needs no waiting is due from the first day that a month can mean, before it is over',
    and(cleared, entry('score', '2026-11', { 'score.smc': 'III' })),
    'refer-surgery',
    '2026-11-02',
    'soon due 2026-11-29',
  ],
  [
    'and on its last day',
    and(cleared, entry('score', '2026-11', { 'score.smc': 'III' })),
    'refer-surgery',
    '2026-11-30',
    'soon grace 2026-11-29',
  ],
  ...['2026-10-18', '2026-11-23', '2026-12-31', '2027-01-01', '2027-03-24'].map(
    (asked) =>
      [
        `a year opens it after the last day that year can mean, asked on ${asked} as on any other day`,
        and(cleared, session('2026')),
        'next-session',
        asked,
        'routine early 2027-03-25',
      ] as const,
  ),
  [
    'cosmetic toxin is waited for, too',
    and(cleared, session('2026-11-01', { 'session.indication': 'cosmetic' })),
    'wait-interval',
    '2026-11-23',
    'routine early 2027-03-21',
  ],
  ['the call opens on day 10', injected, 'toxin-call', day(9), `routine early ${day(21)}`],
  ['and is due by day 21', injected, 'toxin-call', day(10), `routine due ${day(21)}`],
  [
    'after the third session nobody rings',
    and(and(injected, session('2026-06-01')), session('2026-03-01')),
    'toxin-call',
    day(14),
    none,
  ],
  [
    'they get a link',
    and(and(injected, session('2026-06-01')), session('2026-03-01')),
    'ask-relief',
    day(14),
    `routine due ${day(42)}`,
  ],
  [
    'unless the product changed',
    and(
      and(and(cleared, session('2026-10-01', { 'session.product': 'incobotulinumtoxinA' })), session('2026-06-01')),
      session('2026-03-01'),
    ),
    'toxin-call',
    day(14),
    `routine due ${day(21)}`,
  ],
  ['a call on day 14 is done', and(injected, visit('phone', day(14))), 'toxin-call', day(15), none],
  [
    'history from elsewhere is not rung',
    and(cleared, session('2026-10-01', { 'session.performedHere': 'no' })),
    'toxin-call',
    day(14),
    none,
  ],
  ['the first review opens in the fourth week', injected, 'first-review', day(28), `routine due ${day(42)}`],
  ['a face check a year after the first', injected, 'face-check', day(365), `routine due ${day(365)}`],
  [
    'and a year after the last',
    and(injected, fact('faceCheck', day(100))),
    'face-check-again',
    day(466),
    `routine grace ${day(465)}`,
  ],
  [
    'the diagnosis is affirmed yearly, as a reminder',
    injected,
    'reaffirm-diagnosis',
    day(457),
    `routine overdue ${day(365)}`,
  ],
  [
    'a drooping lid changes the map',
    and(cleared, session('2026-10-01', { 'session.sideEffects': ['ptosis'] })),
    'change-map',
    '2026-11-23',
    `routine due ${day(140)}`,
  ],
  [
    'two poor sessions: the diagnosis first',
    and(and(cleared, dose(10, '2026-06-01')), dose(20, '2026-10-01')),
    'review-non-response',
    day(50),
    `soon due ${day(56)}`,
  ],
  [
    'reviewed, it is done',
    and(and(and(cleared, dose(10, '2026-06-01')), dose(20, '2026-10-01')), entry('non-response-review', day(50), {})),
    'review-non-response',
    day(51),
    none,
  ],
  ['one poor session is not enough', and(cleared, dose(10, '2026-10-01')), 'review-non-response', day(50), none],
  [
    'one missed appointment is recorded and the next session keeps its day',
    and(injected, entry('missed-visit', day(85), { 'missed.why': 'did-not-attend' })),
    'next-session',
    day(86),
    `routine due ${day(140)}`,
  ],
  [
    'nobody is rung for one',
    and(injected, entry('missed-visit', day(85), { 'missed.why': 'did-not-attend' })),
    'ring-after-missed-visits',
    day(86),
    none,
  ],
  ['two without a word: the clinic rings', stayedAway, 'ring-after-missed-visits', day(93), `routine due ${day(95)}`],
  [
    'what either side called off does not count',
    and(
      and(injected, entry('missed-visit', day(85), { 'missed.why': 'patient-cancelled' })),
      entry('missed-visit', day(92), { 'missed.why': 'clinic-cancelled' }),
    ),
    'ring-after-missed-visits',
    day(93),
    none,
  ],
  ['rung, it is done', and(stayedAway, visit('phone', day(94))), 'ring-after-missed-visits', day(95), none],
  [
    'toxin given elsewhere is entered',
    and(injected, fact('chair.toxinElsewhere', 'yes', '2026-11-22')),
    'enter-toxin-elsewhere',
    '2026-11-23',
    'routine due 2026-11-29',
  ],
])

test.each(['2027-01-01', '2027-01-10', '2027-02-03'])(
  'a year is told as a year, and not as a month of it: asked on %s',
  (asked) => {
    const steps = stepsOn(and(cleared, session('2027')), asked)
    expect(steps.find(({ id }) => id === 'next-session')?.anchor).toEqual({ fact: 'session', date: '2027' })
  },
)

test('whatever is known of the day of a session, the next is due between what its first and its last day would make due, and once it may be given', () => {
  const due = (on: string, asked: Day) =>
    stepsOn(and(cleared, session(on)), formatDay(asked)).find(({ id }) => id === 'next-session')?.dueBy ?? 'no day'
  const written = fc.integer({ min: 2020, max: 2026 }).chain((year) =>
    fc.oneof(
      fc.constant(`${year}`),
      fc.integer({ min: 1, max: 12 }).map((month) => `${year}-${String(month).padStart(2, '0')}`),
    ),
  )
  const [since, until] = ['2026-10-01', '2027-02-01'].map((day) => (parseDate(day) as Span).lo) as [Day, Day]
  fc.assert(
    fc.property(written, fc.integer({ min: since, max: until }), (date, day) => {
      const { lo, hi } = parseDate(date) as Span
      const [first, last] = [lo, hi].map((exact) => due(formatDay(exact), until))
      const found = due(date, Math.max(lo, day))
      const bounds = [first, last, formatDay(hi + 84)]
      expect([date, found, ...bounds, found >= bounds[0]! && found <= bounds[1]! && found >= bounds[2]!]).toEqual([
        date,
        found,
        ...bounds,
        true,
      ])
    }),
    { numRuns: 60, examples: ['2024-02', '2024', '2023-02', '2026', '2026-11'].map((date) => [date, since + 50]) },
  )
})
