import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import type { Chart, EntryRecord, Fact, Observation, ScreenDone, Span, Unknown, Value } from '@facialis/language'
import fc from 'fast-check'
import { fromPlainFacts } from '../spec/examples/forms.ts'
import { anyValueOf } from '../spec/promises/people.ts'
import type { Case } from '../spec/publish/cql/people.ts'

const people = examples.map(fromPlainFacts)
const source = { source: 'made up' }

/** Days at which something changes, vague ones, some that reach past today or lie ahead; now and then none at all. */
const dateNear = (asOf: number): fc.Arbitrary<Span> =>
  fc
    .tuple(
      fc.constantFrom(0, 0, 1, 2, 3, 14, 30, 84, 90, 100, 112, 200, 365, 366, 400, 1000, -20),
      fc.constantFrom([0, 0], [0, 0], [0, 0], [20, 0], [3, 30]),
    )
    .map(([back, [less, more]]) => ({ lo: asOf - back - (less as number), hi: asOf - back + (more as number) }))

/** What stands when nobody has said anything is said by nobody. */
const sayable = (fact: Fact): fc.Arbitrary<Value | Unknown> =>
  anyValueOf(fact).filter(
    (value) =>
      !('word' in value && fact.unrecorded && 'word' in fact.unrecorded && fact.unrecorded.word === value.word),
  )

/** The same fact stated up to five times, of no more than three days. */
const statements = (date: fc.Arbitrary<Span | null>): fc.Arbitrary<readonly Observation[]> =>
  fc.constantFrom(...pathway.facts).chain((fact) =>
    fc.tuple(date, date, date).chain((dates) =>
      fc.array(
        fc.record({
          fact: fc.constant(fact.id),
          value: sayable(fact),
          date: fc.constantFrom(...dates),
          provenance: fc.constant(source),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    ),
  )

const someKinds = pathway.entries.filter(({ id }) => !['exception', 'missed-visit', 'non-response-review'].includes(id))
const entries = (date: fc.Arbitrary<Span | null>): fc.Arbitrary<readonly EntryRecord[]> =>
  fc
    .array(
      fc.constantFrom(...someKinds).chain((kind) =>
        fc.subarray(Object.values(kind.fields)).chain((fields) =>
          fc.record({
            kind: fc.constant(kind.id),
            date,
            withdrawn: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
            fields: fc.record(Object.fromEntries(fields.map((field) => [field.id, sayable(field)]))),
            provenance: fc.constant(source),
          }),
        ),
      ),
      { maxLength: 5 },
    )
    .map((list) => list.map((one, index) => ({ ...one, id: `new-${index}`, supersedes: [] })))

/** Of so many entries: which is withdrawn, dated anew, there twice, or put in the place of another. */
type Change = Readonly<{
  at: number
  does: 'withdraw' | 'date' | 'repeat' | 'replace'
  date: Span | null
  other: number
}>
const changes = (date: fc.Arbitrary<Span | null>): fc.Arbitrary<readonly Change[]> =>
  fc.array(
    fc.record({
      at: fc.nat(9),
      does: fc.constantFrom('withdraw', 'date', 'repeat', 'replace'),
      date,
      other: fc.nat(9),
    }),
    { maxLength: 3 },
  )

function changed(list: readonly EntryRecord[], { at, does, date, other }: Change): readonly EntryRecord[] {
  const index = at % Math.max(1, list.length)
  const one = list[index]
  if (one === undefined) return list
  const replaced = list[other % list.length]?.id
  switch (does) {
    case 'withdraw':
      return list.with(index, { ...one, withdrawn: true })
    case 'date':
      return list.with(index, { ...one, date })
    case 'repeat':
      return [...list, { ...one, id: `${one.id}-again`, date: other % 2 === 0 ? one.date : date }]
    case 'replace':
      return list.with(index, { ...one, supersedes: [...one.supersedes, ...(replaced ? [replaced] : [])] })
    default:
      return does satisfies never
  }
}

/** Example people in whose charts much is said twice: of one day, of no day, by lists, by entries that take another's place. */
export const crowded: fc.Arbitrary<Case> = fc.constantFrom(...people).chain(({ chart, asOf }) => {
  const date = dateNear(asOf)
  const perhaps = fc.option(date, { nil: null, freq: 7 })
  const screen: fc.Arbitrary<ScreenDone> = fc.record({
    screen: fc.constantFrom(...pathway.screens.map(({ id }) => id)),
    date,
    provenance: fc.constant(source),
  })
  return fc
    .record({
      said: fc.array(statements(perhaps), { maxLength: 4 }),
      asked: fc.array(screen, { maxLength: 3 }),
      added: entries(perhaps),
      changes: changes(perhaps),
    })
    .map(({ said, asked, added, changes }) => {
      const crowdedChart: Chart = {
        observations: [...said.flat(), ...chart.observations],
        screens: [...asked, ...chart.screens],
        entries: changes.reduce(changed, [...added, ...chart.entries]),
      }
      return { chart: crowdedChart, asking: { asOf, policy: {} } }
    })
})
