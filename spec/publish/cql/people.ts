import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import {
  type Asking,
  type Chart,
  civil,
  type Day,
  dayOf,
  type EntryRecord,
  exactly,
  type Observation,
  type Pathway,
  parseDate,
  type Span,
} from '@facialis/language'
import fc from 'fast-check'
import { fromPlainFacts } from '../../examples/forms.ts'
import { anyValueOf, people as aroundReady, asking as usual } from '../../promises/people.ts'

export type Case = Readonly<{ chart: Chart; asking: Asking }>

/** Distances at which something changes, and the days beside them. */
const marks = [
  ...new Set([0, 1, 30, 365, ...pathway.policy.flatMap(({ unit, default: n }) => (unit === 'a' ? [n * 365] : [n]))]),
]
const ages = pathway.policy.flatMap(({ unit, default: n }) => (unit === 'a' ? [n - 1, n, n + 1] : []))
const distance = fc.tuple(fc.constantFrom(...marks), fc.integer({ min: -2, max: 2 })).map(([mark, by]) => mark + by)

const month = (day: Day): Span => {
  const { year, month } = civil(day)
  return parseDate(`${year}-${String(month).padStart(2, '0')}`) as Span
}
const year = (day: Day): Span => parseDate(String(civil(day).year)) as Span

/** A date some way back: a day, a month, a year, or from one day to another; sometimes it lies ahead. */
const dateBefore = (asOf: Day): fc.Arbitrary<Span> => {
  const { year: thisYear, month: thisMonth, day: today } = civil(asOf)
  const birthday = fc
    .tuple(fc.constantFrom(...ages, 50), fc.integer({ min: -1, max: 1 }))
    .map(([age, by]) => exactly(dayOf(thisYear - age, thisMonth, today) + by))
  const before = fc.tuple(distance, fc.constantFrom('day', 'day', 'day', 'month', 'year', 'days')).map(([back, as]) => {
    const day = asOf - back
    if (as === 'month') return month(day)
    if (as === 'year') return year(day)
    return as === 'days' ? { lo: day - 3, hi: day + 2 } : exactly(day)
  })
  return fc.oneof({ weight: 6, arbitrary: before }, { weight: 1, arbitrary: birthday })
}

type Change = (chart: Chart) => Chart
const source = { source: 'made up' }

const changedAt = <T>(list: readonly T[], at: number, change: (one: T) => readonly T[]): readonly T[] =>
  list.flatMap((one, index) => (list.length > 0 && index === at % list.length ? change(one) : [one]))

const changes = (asOf: Day): fc.Arbitrary<Change> => {
  const at = fc.nat(200)
  const date = dateBefore(asOf)
  const inObservations =
    (make: (one: Observation) => readonly Observation[], index: number): Change =>
    (chart) => ({
      ...chart,
      observations: changedAt(chart.observations, index, make),
    })
  const inEntries =
    (make: (one: EntryRecord) => readonly EntryRecord[], index: number): Change =>
    (chart) => ({
      ...chart,
      entries: changedAt(chart.entries, index, make),
    })
  const aFact = fc
    .constantFrom(...pathway.facts)
    .chain((fact) => fc.record({ fact: fc.constant(fact), value: anyValueOf(fact), date }))
  const aField = fc
    .constantFrom(...pathway.entries)
    .chain((kind) => fc.record({ kind: fc.constant(kind), field: fc.constantFrom(...Object.values(kind.fields)) }))
    .chain(({ kind, field }) => anyValueOf(field).map((value) => ({ kind, field, value })))
  return fc.oneof(
    at.map((index) => inObservations(() => [], index)),
    at.map((index) => inObservations((one) => [{ ...one, value: { unknown: 'pending' } }], index)),
    fc
      .tuple(at, date)
      .map(([index, when]) =>
        inObservations(
          (one) => [{ ...one, ...('date' in one.value ? { value: { date: when } } : { date: when }) }],
          index,
        ),
      ),
    aFact.map(
      ({ fact, value, date }): Change =>
        (chart) => ({
          ...chart,
          observations: [...chart.observations, { fact: fact.id, value, date, provenance: source }],
        }),
    ),
    fc
      .tuple(at, fc.option(date, { nil: null, freq: 8 }))
      .map(([index, when]) => inEntries((one) => [{ ...one, date: when }], index)),
    // The same again on another day, or on the same one, with something else in it.
    fc
      .tuple(at, fc.option(date, { nil: null }), aField, fc.boolean())
      .map(([index, when, { kind, field, value }, same]) =>
        inEntries(
          (one) => [
            one,
            {
              ...one,
              id: `${one.id}-${index}`,
              date: same ? one.date : when,
              fields: one.kind === kind.id ? { ...one.fields, [field.id]: value } : one.fields,
            },
          ],
          index,
        ),
      ),
    fc.tuple(at, aField).map(
      ([index, { kind, field, value }]): Change =>
        (chart) => {
          const of = chart.entries.filter((one) => one.kind === kind.id)
          const chosen = of[index % Math.max(1, of.length)]
          return {
            ...chart,
            entries: chart.entries.map((one) =>
              one === chosen ? { ...one, fields: { ...one.fields, [field.id]: value } } : one,
            ),
          }
        },
    ),
    fc.tuple(date, aField, at).map(
      ([when, { kind, field, value }, index]): Change =>
        (chart) => ({
          ...chart,
          entries: [
            ...chart.entries,
            {
              id: `new-${index}`,
              kind: kind.id,
              date: when,
              withdrawn: false,
              supersedes: [],
              fields: { [field.id]: value },
              provenance: source,
            },
          ],
        }),
    ),
  )
}

/** Numbers of a site: mostly the usual ones, else one of them at its bound. */
const policies = fc.option(
  fc
    .constantFrom(...pathway.policy)
    .chain(({ id, min, max, default: usual }) =>
      fc.constantFrom(min, max, Math.min(max, usual + 1)).map((number) => ({ [id]: number })),
    ),
  { nil: {}, freq: 3 },
)

const aroundExamples: fc.Arbitrary<Case> = fc
  .record({
    example: fc.constantFrom(...examples),
    later: fc.oneof(fc.constant(0), distance),
    policy: policies,
  })
  .chain(({ example, later, policy }) => {
    const { chart, asOf: day } = fromPlainFacts(example)
    const asOf = day + later
    return fc
      .array(changes(asOf), { minLength: 1, maxLength: 6 })
      .map((list) => ({ chart: list.reduce((so, change) => change(so), chart), asking: { asOf, policy } }))
  })

/** People near an example or near somebody ready for treatment, with anything about them changed. */
export const madeUp: fc.Arbitrary<Case> = fc.oneof(
  { weight: 3, arbitrary: aroundExamples },
  {
    weight: 1,
    arbitrary: fc.tuple(aroundReady, policies).map(([chart, policy]) => ({ chart, asking: { ...usual, policy } })),
  },
)

/** Pathways each under a name of its own, so that their libraries can stand side by side. */
export const numbered = <T extends Readonly<{ pathway: Pathway }>>(list: readonly T[]): readonly T[] =>
  list.map((one, at) => ({ ...one, pathway: { ...one.pathway, id: `${one.pathway.id}-${at}` } }))
