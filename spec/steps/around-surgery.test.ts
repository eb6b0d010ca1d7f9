import { and, operatedOn, surgical } from './stories.ts'
import { entry, fact, none, spasm, table } from './tables.ts'

const booked = and(surgical, fact('theatreDate', '2027-02-01'))
table('before the operation', [
  ['a candidate has the consent talk', surgical, 'consent-surgery', '2026-10-29', 'routine due 2026-10-29'],
  ['and an audiogram ordered', surgical, 'audiogram-for-booking', '2026-10-29', 'routine due 2026-10-29'],
  ['theatre is not booked before both', surgical, 'book-theatre', '2026-11-23', none],
  [
    'with both it is',
    and(surgical, {
      said: [
        ['consent.surgery', '2026-11-01'],
        ['audiogram', '2026-11-01'],
      ],
    }),
    'book-theatre',
    '2026-11-23',
    'routine due 2026-11-29',
  ],
  [
    'booked: an audiogram half a year old on the day counts',
    and(booked, fact('audiogram', '2026-08-03')),
    'audiogram-before-surgery',
    '2026-11-23',
    none,
  ],
  [
    'a day older does not',
    and(booked, fact('audiogram', '2026-08-02')),
    'audiogram-before-surgery',
    '2026-11-23',
    'routine due 2027-01-25',
  ],
  ['anaesthesia is too early to count', booked, 'anaesthesia-before-surgery', '2027-01-01', 'routine early 2027-01-25'],
  ['thirty days before it counts', booked, 'anaesthesia-before-surgery', '2027-01-02', 'routine due 2027-01-25'],
  ['a week before it is overdue', booked, 'anaesthesia-before-surgery', '2027-01-26', 'routine overdue 2027-01-25'],
  ['blood thinners need a written plan', booked, 'blood-thinner-plan', '2026-11-23', 'routine due 2027-01-25'],
  ['written, it is done', and(booked, fact('bloodThinnerPlan', 'yes')), 'blood-thinner-plan', '2026-11-23', none],
  ['nobody with no injection is asked about one', booked, 'tell-surgeon-of-toxin', '2026-11-23', none],
  ['the MRI is counted to the day of theatre', booked, 'mri-before-surgery', '2026-11-23', none],
  [
    'moved too far, it is too old',
    and(surgical, fact('theatreDate', '2027-09-21')),
    'mri-before-surgery',
    '2026-11-23',
    'routine due 2027-09-14',
  ],
  ['theatre passed and nothing recorded', booked, 'operate', '2027-02-04', 'routine overdue 2027-02-01'],
])

const op = operatedOn('2026-11-01')
const on = (n: number): string => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10)
table('after the operation', [
  ['the ward looks on day 1', op, 'ward-check', on(1), `routine due ${on(1)}`],
  ['day 3 without it is late', op, 'ward-check', on(3), `routine overdue ${on(1)}`],
  ['an operation of long ago asks for no ward round', op, 'ward-check', on(90), none],
  ['the wound from day 7', op, 'wound-check', on(7), `routine due ${on(14)}`],
  ['a late palsy is watched for until day 44', op, 'palsy-watch', on(44), `routine due ${on(44)}`],
  ['and no longer on day 45', op, 'palsy-watch', on(45), none],
  ['spasm is asked in week 1', op, 'spasm-week-1', on(5), `routine due ${on(10)}`],
  ['reported, it is done', and(op, spasm('none', on(6))), 'spasm-week-1', on(7), none],
  ['at one month', op, 'spasm-month-1', on(25), `routine due ${on(40)}`],
  ['at three', op, 'spasm-month-3', on(75), `routine due ${on(110)}`],
  ['at six', op, 'spasm-month-6', on(150), `routine due ${on(210)}`],
  ['E and C at a year', op, 'outcome-year-1', on(329), `routine early ${on(400)}`],
  ['from day 330', op, 'outcome-year-1', on(330), `routine due ${on(400)}`],
  ['spasm alone is not enough', and(op, spasm('none', on(366))), 'outcome-year-1', on(367), `routine due ${on(400)}`],
  [
    'spasm, E and C are',
    and(and(op, spasm('none', on(366))), entry('score', on(366), { 'score.jsE': 0, 'score.jsC': 0 })),
    'outcome-year-1',
    on(367),
    none,
  ],
  ['a return of spasm at two years is asked for', op, 'spasm-year-2', on(700), `routine due ${on(790)}`],
  ['hearing is judged at three months', op, 'audiogram-month-3', on(80), `routine due ${on(90)}`],
  [
    'recurrence: the diagnosis first',
    and(and(op, spasm('none', on(200))), spasm('worse', on(420))),
    'recheck-diagnosis',
    on(420),
    `soon due ${on(434)}`,
  ],
  [
    'then a scan',
    and(and(op, spasm('none', on(200))), spasm('worse', on(420))),
    'mri-after-recurrence',
    on(420),
    `soon due ${on(434)}`,
  ],
  [
    'an early return is no recurrence',
    and(and(op, spasm('none', on(6))), spasm('worse', on(12))),
    'recheck-diagnosis',
    on(13),
    none,
  ],
  [
    'on day 364 nobody talks of persistence',
    and(op, spasm('unchanged', on(360))),
    'talk-after-persistence',
    on(364),
    none,
  ],
  [
    'on day 365 one may, if that is how it is then',
    and(op, spasm('unchanged', on(365))),
    'talk-after-persistence',
    on(365),
    `routine due ${on(450)}`,
  ],
  [
    'an earlier report is asked again first',
    and(op, spasm('unchanged', on(360))),
    'talk-after-persistence',
    on(365),
    none,
  ],
  [
    'free for two years: open access instead of visits',
    and(op, spasm('none', on(720))),
    'discharge',
    on(730),
    `routine due ${on(790)}`,
  ],
  ['a day earlier it waits', and(op, spasm('none', on(720))), 'discharge', on(729), `routine early ${on(790)}`],
])
