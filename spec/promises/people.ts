import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import {
  type Chart,
  defaultPolicy,
  type EntryRecord,
  type Fact,
  type Observation,
  parseDate,
  type Span,
  type Unknown,
  type Value,
} from '@facialis/language'
import fc from 'fast-check'

/** People as the promises need them: mostly ready for treatment, with anything about them changed. */
export const today = (parseDate('2026-11-23') as Span).lo
export const asking = { asOf: today, policy: defaultPolicy(pathway.policy) }
export const span = (text: string): Span => parseDate(text) as Span
const source = { source: 'made up' }
const word = (w: string): Value => ({ word: w })

const stated = (fact: string, value: Value | Unknown, date = '2026-11-20'): Observation => ({
  fact,
  value,
  date: span(date),
  provenance: source,
})

const clearStudy: EntryRecord = {
  id: 'scan',
  kind: 'study',
  date: span('2026-11-10'),
  withdrawn: false,
  supersedes: [],
  provenance: source,
  fields: {
    'study.modality': word('mri'),
    'study.sequences': { words: ['t1-contrast', 't2', 'flair', 'dwi', '3d-t2', 'tof-mra'] },
    'study.coverage': { words: ['brain', 'posterior-fossa', 'angle', 'temporal-bone', 'parotid'] },
    'study.report': word('structured'),
    'study.readerRole': word('neuroradiologist'),
    'study.quality': word('diagnostic'),
    'study.posteriorFossaQuality': word('diagnostic'),
    'study.signed': word('yes'),
    'study.normalStatement': word('yes'),
  },
}

/** A signed, examined, imaged adult with nothing in the way of either treatment. */
export const ready: Chart = {
  observations: [
    stated('person.birthDate', { date: span('1971-05-01') }),
    stated('hfs.side', word('left')),
    stated('hfs.onset', { date: span('2019') }),
    stated('dx.class', word('definite')),
    stated('dx.phenotype', word('typical')),
    stated('dx.signedBy', word('neurologist')),
    stated('ph.unilateral', word('yes')),
    stated('ph.cn7Only', word('yes')),
    stated('wish.surgery', word('yes')),
    stated('disability', word('yes')),
    stated('onlyHearingEar', word('no')),
    stated('asa', word('I')),
  ],
  screens: ['red-flags', 'examination', 'at-chair'].map((screen) => ({
    screen,
    date: span(screen === 'at-chair' ? '2026-11-23' : '2026-11-20'),
    provenance: source,
  })),
  entries: [clearStudy],
}

const dates = fc
  .constantFrom('2010', '2019-03-04', '2026-08-31', '2026-09-01', '2026-11', '2026-11-22', '2026-11-23')
  .map(span)

export const anyValueOf = (fact: Fact): fc.Arbitrary<Value | Unknown> => {
  const unknown = fc.constantFrom<Unknown>({ unknown: 'not-asked' }, { unknown: 'pending' }, { unknown: 'conflicting' })
  return fc.oneof({ weight: 1, arbitrary: unknown }, { weight: 4, arbitrary: knownValueOf(fact) })
}

export function knownValueOf(fact: Fact): fc.Arbitrary<Value> {
  switch (fact.type) {
    case 'choice':
    case 'yes-no':
      return fc.constantFrom(...fact.values).map(word)
    case 'set':
      return fc.subarray([...fact.values]).map((words) => ({ words }))
    case 'quantity':
      return fc.integer({ min: fact.min, max: Math.min(fact.max, 10_000) }).map((number) => ({ number }))
    case 'date':
      return dates.map((date) => ({ date }))
    case 'text':
      return fc.constant({ text: 'words' })
    default:
      return fact satisfies never
  }
}

const patientFacts = pathway.facts
const observation: fc.Arbitrary<Observation> = fc
  .constantFrom(...patientFacts)
  .chain((fact) =>
    fc
      .record({ value: anyValueOf(fact), date: dates })
      .map(({ value, date }) => ({ fact: fact.id, value, date, provenance: source })),
  )

const entryOf = (kind: (typeof pathway.entries)[number], base: EntryRecord['fields']): fc.Arbitrary<EntryRecord> => {
  const fields = Object.values(kind.fields)
  return fc
    .record({
      id: fc.constantFrom('a', 'b', 'c').map((id) => `${kind.id}-${id}`),
      date: fc.option(dates, { nil: null }),
      changed: fc.array(
        fc.constantFrom(...fields).chain((field) => anyValueOf(field).map((value) => [field.id, value] as const)),
        { maxLength: 4 },
      ),
    })
    .map(({ id, date, changed }) => ({
      id,
      kind: kind.id,
      date,
      withdrawn: false,
      supersedes: [],
      provenance: source,
      fields: { ...base, ...Object.fromEntries(changed) },
    }))
}

const anyEntry = fc
  .constantFrom(...pathway.entries)
  .chain((kind) => entryOf(kind, kind.id === 'study' ? clearStudy.fields : {}))

/** A ready person with up to a handful of statements, screens and entries added or taken away. */
export const people: fc.Arbitrary<Chart> = fc
  .record({
    added: fc.array(observation, { maxLength: 5 }),
    entries: fc.array(anyEntry, { maxLength: 3 }),
    keptFacts: fc.subarray([...ready.observations], { minLength: 6 }),
    keptScreens: fc.subarray([...ready.screens], { minLength: 1 }),
    keepStudy: fc.boolean(),
  })
  .map(({ added, entries, keptFacts, keptScreens, keepStudy }) => ({
    observations: [...keptFacts, ...added],
    screens: keptScreens,
    entries: uniqueById([...(keepStudy ? ready.entries : []), ...entries]),
  }))

const uniqueById = (entries: readonly EntryRecord[]): readonly EntryRecord[] => [
  ...new Map(entries.map((entry) => [entry.id, entry])).values(),
]

export { pathway }
