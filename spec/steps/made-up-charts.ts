import { entries } from '@facialis/knowledge/entries/index.ts'
import { facts, screens } from '@facialis/knowledge/facts/index.ts'
import {
  type Chart,
  type Day,
  type Entry,
  type EntryRecord,
  exactly,
  type Fact,
  type Observation,
  type ScreenDone,
  type Span,
  type Value,
} from '@facialis/language'
import fc from 'fast-check'
import { beginnings } from './beginnings.ts'

const provenance = { source: 'made up' }

const dateNear = (asOf: Day): fc.Arbitrary<Span> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: asOf - 1200, max: asOf }).map(exactly) },
    { weight: 2, arbitrary: fc.integer({ min: asOf - 60, max: asOf + 60 }).map(exactly) },
    { weight: 1, arbitrary: fc.integer({ min: asOf - 1200, max: asOf - 40 }).map((lo) => ({ lo, hi: lo + 30 })) },
  )

/** Any value the fact can have. */
const anyValue = (fact: Fact, asOf: Day): fc.Arbitrary<Value> => {
  switch (fact.type) {
    case 'yes-no':
    case 'choice':
      return fc.constantFrom(...fact.values).map((word) => ({ word }))
    case 'set':
      return fc.subarray([...fact.values]).map((words) => ({ words }))
    case 'quantity':
      return fc.integer({ min: fact.min, max: fact.max }).map((number) => ({ number }))
    case 'date':
      return fact.id === 'person.birthDate'
        ? fc.integer({ min: asOf - 30_000, max: asOf - 300 }).map((day) => ({ date: exactly(day) }))
        : dateNear(asOf).map((date) => ({ date }))
    case 'text':
      return fc.constant({ text: 'words' })
    default:
      return fact satisfies never
  }
}

const said = (asOf: Day): fc.Arbitrary<Observation> =>
  fc.constantFrom(...facts.filter((f) => f.type !== 'text')).chain((fact) =>
    fc.record({
      fact: fc.constant(fact.id),
      value: fc.oneof(
        { weight: 9, arbitrary: anyValue(fact, asOf) },
        { weight: 1, arbitrary: fc.constant({ unknown: 'asked-unanswered' as const }) },
      ),
      date: fc.oneof({ weight: 6, arbitrary: dateNear(asOf) }, { weight: 1, arbitrary: fc.constant(null) }),
      provenance: fc.constant(provenance),
    }),
  )

const recorded = (asOf: Day): fc.Arbitrary<Omit<EntryRecord, 'id'>> =>
  fc.constantFrom(...entries).chain((entry: Entry) => {
    const fields = Object.values(entry.fields).filter((f) => f.type !== 'text')
    return fc.subarray(fields).chain((chosen) =>
      fc.record({
        kind: fc.constant(entry.id),
        date: fc.oneof({ weight: 9, arbitrary: dateNear(asOf) }, { weight: 1, arbitrary: fc.constant(null) }),
        withdrawn: fc.constant(false),
        supersedes: fc.constant([]),
        fields: fc.record(Object.fromEntries(chosen.map((f) => [f.id, anyValue(f, asOf)]))),
        provenance: fc.constant(provenance),
      }),
    )
  })

const screened = (asOf: Day): fc.Arbitrary<ScreenDone> =>
  fc.record({
    screen: fc.constantFrom(...screens.map((s) => s.id)),
    date: dateNear(asOf),
    provenance: fc.constant(provenance),
  })

/** A plausible beginning with anything at all said and recorded on top of it. */
export const charts = (asOf: Day): fc.Arbitrary<Chart> =>
  fc
    .record({
      base: fc.constantFrom(...beginnings),
      said: fc.array(said(asOf), { maxLength: 6 }),
      recorded: fc.array(recorded(asOf), { maxLength: 3 }),
      screened: fc.array(screened(asOf), { maxLength: 2 }),
    })
    .map(({ base, said, recorded, screened }) => ({
      observations: [...base.observations, ...said],
      screens: [...base.screens, ...screened],
      entries: [...base.entries, ...recorded.map((entry, i) => ({ ...entry, id: `made-up-${i}` }))],
    }))
