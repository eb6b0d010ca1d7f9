import { evaluate } from '@facialis/engine'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import {
  type Advice,
  alert,
  all,
  always,
  atLeast,
  atMost,
  atTheChair,
  type Chart,
  type Day,
  dateOf,
  daysBetween,
  daysSince,
  decide,
  detail,
  earliest,
  entryDate,
  formatDay,
  gate,
  is,
  latestDate,
  need,
  otherwise,
  parseDate,
  plus,
  rule,
  type Span,
  shifted,
  some,
  step,
  times,
  asOf as today,
  yearsBetween,
} from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Asked, asking, fromPlainFacts } from '../examples/forms.ts'
import { casesWithSteps } from '../naive/arbitrary-steps.ts'
import {
  asOf,
  born,
  chartOf,
  found,
  goodFor,
  infected,
  on,
  pathwayOf,
  read,
  reason,
  says,
  signed,
  studies,
  study,
  word,
  yesWhere,
} from '../naive/small-charts.ts'

/** Days looked at where nothing is said to change ever again. */
const later = [1, 90, 1500]

/** What advice says, without the day it was asked for and what would be worth asking. */
const said = ({ asOf: _, holdsUntil: __, missing: ___, ...advice }: Advice) => ({
  ...advice,
  decisions: Object.fromEntries(
    Object.entries(advice.decisions).map(([id, { missing: _, because, ...decided }]) => [
      id,
      { ...decided, because: because.map(({ waitsFor: _, until: __, ...reason }) => reason) },
    ]),
  ),
})

/** What is dated after the day first asked for stays unheard. */
const heardOn = ({ observations, screens, entries }: Chart, day: Day): Chart => {
  const heard = ({ date }: { date: Span | null }): boolean => date === null || date.lo <= day
  return { observations: observations.filter(heard), screens: screens.filter(heard), entries: entries.filter(heard) }
}

/** The same person on another day. */
const onDay = ({ chart, asOf }: Asked, day: Day) => said(evaluate(pathway, heardOn(chart, asOf), asking(day)))

describe('advice says how long it holds', () => {
  const people = examples.filter((_, i) => i % 5 === 0)
  test.each(people.map((example) => [example.id, example] as const))('%s', (_, example) => {
    const asked = fromPlainFacts(example)
    const { holdsUntil } = evaluate(pathway, asked.chart, asking(asked.asOf))
    const now = onDay(asked, asked.asOf)
    if (holdsUntil === null) {
      for (const days of later) expect(onDay(asked, asked.asOf + days)).toEqual(now)
      return
    }
    const change = parseDate(holdsUntil)?.lo as Day
    expect(change).toBeGreaterThan(asked.asOf)
    if (change - 1 > asked.asOf) expect(onDay(asked, change - 1)).toEqual(now)
    expect(onDay(asked, change)).not.toEqual(now)
  })

  test('of any pathway, to the day', () => {
    const met = { never: 0, soon: 0, late: 0 }
    fc.assert(
      fc.property(casesWithSteps, fc.array(fc.nat(900), { minLength: 2, maxLength: 2 }), (one, others) => {
        const { asOf } = one.asking
        const { holdsUntil } = evaluate(one.pathway, one.chart, one.asking)
        const change = holdsUntil === null ? Number.POSITIVE_INFINITY : (parseDate(holdsUntil)?.lo as Day)
        const then = (day: Day) => {
          // What disagrees or stays unheard is told beside the advice.
          const {
            conflicts: _,
            ignored: __,
            ...advice
          } = said(evaluate(one.pathway, heardOn(one.chart, asOf), { ...one.asking, asOf: day }))
          return advice
        }
        const now = then(asOf)
        expect(change).toBeGreaterThan(asOf)
        met[holdsUntil === null ? 'never' : change < asOf + 8 ? 'soon' : 'late']++
        const before = new Set(
          [1, 2, 3, 5, 8, change - asOf - 1, ...others].filter(
            (days) => days > 0 && days < 1000 && asOf + days < change,
          ),
        )
        for (const days of before) expect([days, then(asOf + days)]).toEqual([days, now])
        // Where something might change day after day and does not, nobody looks further than this.
        if (change <= asOf + 120) expect(then(change)).not.toEqual(now)
      }),
      { numRuns: 24, endOnFailure: true },
    )
    for (const many of Object.values(met)) expect(many).toBeGreaterThan(0)
  })

  test('is not for ever, where a hundred and fifty studies grow old one by one and only the last of them counts', () => {
    const isOld = atMost(200, daysSince(entryDate(study)))
    const decision = decide('old', {
      asks: 'Is a finding old?',
      answers: ['yes', 'no', 'undetermined'],
      undetermined: 'undetermined',
      rules: [
        rule('A', some(study, all(isOld, is(found, 'present'))))
          .answers('yes')
          .because('made up', reason),
      ],
      otherwise: otherwise('B', 'no', 'made up', reason),
    })
    const ago = (days: number) =>
      read(`${days}`, formatDay(asOf - days), { [found.id]: word(days === 0 ? 'present' : 'absent') })
    const chart = studies(...Array.from({ length: 151 }, (_, days) => ago(days)))
    const then = (days: number) => evaluate(pathwayOf(decision), chart, { asOf: asOf + days, policy: {} })
    const answers = [0, 50, 120, 170, 199, 200].map((days) => then(days).decisions.old?.answer)
    expect(answers).toEqual(['no', 'no', 'no', 'no', 'no', 'yes'])
    const { holdsUntil } = then(0)
    expect(holdsUntil).not.toBe(null)
    expect(holdsUntil && holdsUntil <= formatDay(asOf + 200)).toBe(true)
  })

  const since = daysSince(entryDate(study))
  test.each([
    ['twice a day', times(2, since), 50],
    ['by a number of the site', times(since, goodFor), 50],
    ['with itself', times(since, since), 50],
    ['twice a day against once', plus(times(2, since), times(-1, since)), 12],
    ['since a day, once it is past,', daysBetween(earliest(shifted(entryDate(study), 10), today), today), 5],
  ] as const)('is not past the day on which days counted %s come to so many', (_, counted, most) => {
    const decision = yesWhere('enough', some(study, atLeast(counted, most)))
    const chart = studies(read('one', formatDay(asOf - 3), {}))
    const then = (days: number) => evaluate(pathwayOf(decision), chart, { asOf: asOf + days, policy: {} })
    const answer = (days: number) => then(days).decisions.enough?.answer
    const turns = Array.from({ length: 60 }, (_, days) => days).findIndex((days) => answer(days) !== answer(0))
    expect(turns).toBeGreaterThan(1)
    expect(then(0).holdsUntil).toBe(formatDay(asOf + turns))
  })

  const years = yearsBetween(entryDate(study), today)
  test.each([
    ['as they are', years, 4, 20],
    ['twice', times(2, years), 8, 20],
    ['each with each', times(years, years), 16, 20],
    ['with three more', plus(years, 3), 7, 20],
    ['with days', plus(years, since), 1450, 6],
    [
      'against the same years later on',
      plus(years, times(-1, yearsBetween(entryDate(study), shifted(today, 9)))),
      0,
      11,
    ],
    ['up to five days from now', yearsBetween(entryDate(study), shifted(today, 5)), 4, 15],
    ['up to five days ago', yearsBetween(entryDate(study), shifted(today, -5)), 4, 25],
    ['up to a day that is as many days from now', yearsBetween(entryDate(study), shifted(today, years)), 4, 17],
    ['up to today or a day that is past', yearsBetween(entryDate(study), earliest(today, shifted(today, -7))), 4, 27],
    ['from today to a day that stands', yearsBetween(today, shifted(entryDate(study), 2912)), 4, 11],
    ['from a day that goes back', yearsBetween(shifted(entryDate(study), times(-123, years)), today), 5, 16],
    ['that a date is moved by', daysBetween(shifted(entryDate(study), times(-9, years)), today), 1480, 12],
  ] as const)(
    'is not past the day on which whole years, counted %s, come to another number',
    (_, counted, most, turn) => {
      const decision = yesWhere('enough', some(study, atLeast(counted, most)))
      const chart = studies(read('one', formatDay(asOf - 1441), {}))
      const then = (days: number) => evaluate(pathwayOf(decision), chart, { asOf: asOf + days, policy: {} })
      const answer = (days: number) => then(days).decisions.enough?.answer
      const turns = Array.from({ length: 30 }, (_, days) => days).findIndex((days) => answer(days) !== answer(0))
      expect([turns, then(0).holdsUntil]).toEqual([turn, formatDay(asOf + turn)])
    },
  )

  const isLater = some(study, atLeast(since, 20))
  const words = { label: 'look', text: 'Look.', owner: 'nurse', window: { due: 0 }, settles: [], rules: [] }
  const anchor = { name: 'born', date: dateOf(born) }
  test.each([
    ['a step is called for', { steps: [step('look', { ...words, anchor, when: isLater }, reason)] }],
    [
      'a step becomes urgent',
      { steps: [step('look', { ...words, anchor, when: always, urgency: [[isLater, 'urgent']] }, reason)] },
    ],
    [
      'an alert is raised',
      { alerts: [alert('look', { severity: 'warning', when: isLater, text: 'Look.', rules: [] }, reason)] },
    ],
  ] as const)('is not past the day on which nothing turns but that %s', (_, said) => {
    const pathway = { ...pathwayOf(yesWhere('calm', is(signed, 'yes'))), ...said }
    const chart = chartOf(
      says(signed, 'yes', formatDay(asOf)),
      says(born, { date: on('1970-01-01')! }, formatDay(asOf)),
    )
    const person = { ...chart, entries: studies(read('one', formatDay(asOf - 3), {})).entries }
    expect(evaluate(pathway, person, { asOf, policy: { [goodFor.id]: 99 } }).holdsUntil).toBe(formatDay(asOf + 17))
  })

  test('is not past the day on which a number is told otherwise, because more of a month is over, and nothing else is', () => {
    const days = daysBetween(dateOf(born), latestDate(study))
    const decision = { ...yesWhere('calm', is(signed, 'yes')), detail: { days: detail.numberOf(days) } }
    const chart: Chart = {
      ...chartOf(says(born, { date: on('1970-01-01')! }, '1970-01-01')),
      entries: studies(read('one', '2026-03')).entries,
    }
    const then = (later: number) => evaluate(pathwayOf(decision), chart, { asOf: asOf + later, policy: {} })
    expect(then(1).decisions.calm?.detail).not.toEqual(then(0).decisions.calm?.detail)
    expect(then(0).holdsUntil).toBe(formatDay(asOf + 1))
  })

  test('is not past the day on which a gate asks again for what was answered at the chair', () => {
    const standing = gate('standing', {
      asks: 'May it be done?',
      needs: [need('N', is(signed, 'yes')).because('made up', reason)],
      limits: [atTheChair('L', infected, 'yes').blocks().because('made up', reason)],
      exceptions: [],
    })
    const chart = chartOf(says(infected, 'no', formatDay(asOf)))
    const then = (days: number) => evaluate(pathwayOf(standing), chart, { asOf: asOf + days, policy: {} })
    const confirmed = [0, 1].map((days) => then(days).decisions.standing?.detail.confirmAtSession)
    expect(confirmed).toEqual([[], [infected.id]])
    expect(then(0).holdsUntil).toBe(formatDay(asOf + 1))
  })
})
