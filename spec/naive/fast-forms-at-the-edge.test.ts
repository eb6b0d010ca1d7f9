import { type Answers, answersBy, answersOf, cohortOf } from '@facialis/engine'
import {
  asOf,
  type Chart,
  daysSince,
  earliest,
  entry,
  fact,
  fieldsOf,
  latestOf,
  lessThan,
  type NumberTerm,
  neutral,
  type Pathway,
  plus,
  policyNumber,
  provided,
  quantity,
  shifted,
  some,
  sum,
  times,
  yearsBetween,
  yes,
} from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { writtenModule } from '../../bench/written-module.ts'
import { naiveAnswers } from './naive.ts'
import { asking, chartOf, pathwayOf, plain, read, reason, says, studies, word, yesWhere } from './small-charts.ts'

/** Pathways as small, and numbers as great, as can be written: every form says the same of them, or refuses them in words. */
const most = 1_000_000_000
const amount = (id: string) => fact.quantity(id, { unit: 'x', min: -most, max: most }, plain)
const [one, other] = [amount('one'), amount('other')]
const is = fact.yesNo('is', plain)
const dose = fieldsOf('study').quantity('dose', { unit: 'x', min: 0, max: most }, plain)
const given = entry('study', { label: 'study', plural: 'studies' }, { dose })
const nothing = { facts: [], entries: [], screens: [], policy: [] }
const asked = (...terms: readonly NumberTerm[]): Pathway => ({
  ...pathwayOf(
    ...terms.flatMap((term, at) => [
      yesWhere(`${at} below 5`, lessThan(term, 5)),
      yesWhere(`${at} above 5`, lessThan(5, term)),
      yesWhere(`${at} below one`, lessThan(term, quantity(one))),
    ]),
  ),
  ...nothing,
  facts: [one, other, is],
  entries: [given],
})
const amounts = [most, -most, most - 1, 70_000, 3, 0, -3]
const people: readonly Chart[] = amounts.flatMap((number) =>
  amounts.flatMap((than) =>
    ['yes', 'no', '?'].map((word) =>
      chartOf(
        says(one, { number }, '2026-03-01'),
        says(other, { number: than }, '2026-03-01'),
        says(is, word, '2026-03-01'),
      ),
    ),
  ),
)

function inCohort(pathway: Pathway, charts: readonly Chart[], policy = {}): readonly Answers[] {
  const cohort = cohortOf(pathway, { ...asking, policy })
  for (const chart of charts) cohort.add(chart)
  const { decisions, answer } = cohort.decide()
  return charts.map((_, person) =>
    Object.fromEntries(decisions.map(({ id, answers }, at) => [id, answers[answer(at, person)] as string])),
  )
}

/** What the naive reader says, once the functions and a written module were found to say it as well. */
async function saidBy(pathway: Pathway, charts: readonly Chart[]): Promise<readonly Answers[]> {
  const said = charts.map((chart) => naiveAnswers(pathway, chart, asking))
  const written = answersBy(pathway, await writtenModule(pathway))
  expect(charts.map((chart) => answersOf(pathway, chart, asking))).toEqual(said)
  expect(charts.map((chart) => written(chart, asking))).toEqual(said)
  return said
}

describe('a pathway in which there is next to nothing', () => {
  const mass = fieldsOf('study').yesNo('mass', { question: '?', adverse: neutral('made up') })
  const only = entry('study', { label: 'study', plural: 'studies' }, { mass })
  const onlyEntries = { ...nothing, entries: [only] }
  it.each<readonly [string, Pathway]>([
    ['no fact about a person', { ...pathwayOf(yesWhere('mass', some(only, yes(mass)))), ...onlyEntries }],
    ['neither facts nor entries', { ...pathwayOf(yesWhere('today', lessThan(daysSince(asOf), 1))), ...nothing }],
    [
      'no decision about a person',
      { ...pathwayOf({ ...yesWhere('mass', yes(mass)), scope: 'study' }), ...onlyEntries },
    ],
    ['no decision', { ...pathwayOf(), ...onlyEntries }],
  ])('%s', async (_, pathway) => {
    const charts = [
      chartOf(),
      studies(read('a', '2026-03-01', { mass: word('yes') })),
      studies(read('a', null, { mass: word('no') }), read('b', '2026', {})),
    ]
    const said = await saidBy(pathway, charts)
    expect(inCohort(pathway, charts)).toEqual(said)
    expect(inCohort(pathway, [])).toEqual([])
  })

  it.each(['\n', '\r', '\u2028', '\u2029', '"', '`', '*/', '\\', '\u0000'])('a name with %j in it', async (sign) => {
    const named = fact.yesNo(`is${sign}throw`, plain)
    const pathway: Pathway = {
      ...pathwayOf(yesWhere(`is${sign}it`, yes(named))),
      ...nothing,
      id: `made${sign}up`,
      version: `1${sign}2`,
      facts: [named],
    }
    const charts = [chartOf(says(named, 'yes', '2026-03-01'))]
    expect(inCohort(pathway, charts)).toEqual(await saidBy(pathway, charts))
  })
})

describe('numbers that are great, and still fit', () => {
  it.each<readonly [string, NumberTerm]>([
    ['two amounts', plus(quantity(one), quantity(other))],
    ['twice an amount', times(quantity(one), 2)],
    ['years since a day that an amount tells', yearsBetween(shifted(asOf, quantity(one)), asOf)],
    [
      'days since the later of two',
      daysSince(latestOf(provided(yes(is), shifted(asOf, quantity(one))), shifted(asOf, quantity(other)))),
    ],
  ])('%s', async (_, term) => {
    expect(inCohort(asked(term), people)).toEqual(await saidBy(asked(term), people))
  })
})

describe('numbers that do not fit among the columns of a cohort', () => {
  const product = times(quantity(one), quantity(other))
  const far = shifted(asOf, product)
  it.each<readonly [string, NumberTerm]>([
    ['three amounts', plus(quantity(one), quantity(other), quantity(one))],
    ['a product', product],
    ['ten times an amount', times(10, quantity(one))],
    ['days since the later of two', daysSince(latestOf(provided(yes(is), asOf), far))],
    ['days since the earlier of two', daysSince(earliest(provided(yes(is), asOf), far))],
    ['years between', yearsBetween(shifted(asOf, times(2, quantity(one))), asOf)],
  ])('%s: the others say it, a cohort says that it does not fit', async (_, term) => {
    await saidBy(asked(term), people)
    expect(() => cohortOf(asked(term), asking)).toThrow(/can come to -?\d.* does not fit/)
  })

  it('an amount of every entry: of as many as could go too far together', async () => {
    const pathway = asked(sum(given, dose))
    const entries = (count: number): Chart =>
      studies(...Array.from({ length: count }, (_, at) => read(`s${at}`, '2026-03-01', { dose: { number: most } })))
    const [fits, far] = [[entries(0), entries(1), entries(2)], entries(3)]
    expect(inCohort(pathway, fits)).toEqual(await saidBy(pathway, fits))
    await saidBy(pathway, [far])
    expect(() => inCohort(pathway, [...fits, far])).toThrow(/can come to 3000000000, which does not fit/)
  })

  it.each([0.5, 3 * most, Number.NaN])('a number of a site that is %d', (number) => {
    const limit = policyNumber('limit', { label: '', unit: 'd', default: 1, min: 0, max: 9, because: [reason] })
    const pathway = { ...asked(limit), policy: [limit] }
    expect(() => inCohort(pathway, people, { limit: number })).toThrow(/is no whole number that fits/)
  })
})
