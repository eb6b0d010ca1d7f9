import { hemifacialSpasm } from '@facialis/knowledge'
import {
  type Chart,
  type EntryRecord,
  type Fact,
  type Provenance,
  parseDate,
  type Span,
  type Unknown,
  unknownReasons,
  type Value,
} from '@facialis/language'
import fc from 'fast-check'

/** A date as people know it: a day, a month or a year. */
export const writtenDate = fc
  .tuple(
    fc.integer({ min: 1900, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(2),
  )
  .map(([year, month, day, parts]) =>
    [year, month, day]
      .slice(0, parts + 1)
      .map((n) => String(n).padStart(2, '0'))
      .join('-'),
  )
const span: fc.Arbitrary<Span> = writtenDate.map((text) => parseDate(text) as Span)

function anyValueOf(fact: Fact): fc.Arbitrary<Value | Unknown> {
  const unknown: fc.Arbitrary<Value | Unknown> = fc
    .constantFrom(...unknownReasons)
    .map((reason) => ({ unknown: reason }))
  const known = (): fc.Arbitrary<Value | Unknown> => {
    switch (fact.type) {
      case 'yes-no':
      case 'choice':
        return fc.constantFrom(...fact.values).map((word) => ({ word }))
      case 'set':
        return fc.subarray([...fact.values]).map((words) => ({ words }))
      case 'quantity':
        return fc.integer({ min: fact.min, max: fact.max }).map((number) => ({ number }))
      case 'date':
        return span.map((date) => ({ date }))
      case 'text':
        return fc
          .string({ minLength: 1 })
          .filter((text) => text.trim() !== '')
          .map((text) => ({ text }))
    }
  }
  return fc.oneof({ weight: 6, arbitrary: known() }, { weight: 1, arbitrary: unknown })
}

const signature = fc.record(
  {
    source: fc.constant('test'),
    by: fc.constantFrom('Dr Demo', 'Dr Sample'),
    role: fc.constantFrom('neurologist', 'nurse'),
  },
  { requiredKeys: ['source'] },
)

const observation = fc
  .constantFrom(...hemifacialSpasm.facts.filter((fact) => fact.scope === 'patient'))
  .chain((fact) =>
    fc
      .record({ fact: fc.constant(fact.id), value: anyValueOf(fact), date: fc.option(span), provenance: signature })
      .map((said) => (isJudged(fact, said.value) ? { ...said, date: said.date ?? someDay, provenance: judge } : said)),
  )
const someDay: Span = { lo: 20000, hi: 20000 }
const judge: Provenance = { source: 'test', by: 'Dr Demo', role: 'neurologist', note: 'seen and explained' }
const isJudged = (fact: Fact, value: Value | Unknown): boolean =>
  'judged' in fact && 'word' in value && fact.judged?.words.includes(value.word) === true
const screen = fc.record({
  screen: fc.constantFrom(...hemifacialSpasm.screens.map(({ id }) => id)),
  date: span,
  provenance: signature,
})
const entry = fc.constantFrom(...hemifacialSpasm.entries).chain((kind) => {
  const fields = Object.values(kind.fields)
  return fc.subarray(fields, { maxLength: Math.min(6, fields.length) }).chain((some) =>
    fc.record({
      kind: fc.constant(kind.id),
      date: fc.option(span),
      withdrawn: fc.boolean(),
      fields: fc.record(Object.fromEntries(some.map((fact) => [fact.id, anyValueOf(fact)]))).map(answeredFor(fields)),
      provenance: signature,
    }),
  )
})

/** With who, when and why beside every judgement. */
const answeredFor =
  (all: readonly Fact[]) =>
  (fields: EntryRecord['fields']): EntryRecord['fields'] => {
    const judged = all.some((fact) => fields[fact.id] && isJudged(fact, fields[fact.id] as Value | Unknown))
    return judged ? { ...fields, ...judgement } : fields
  }
const judgement: EntryRecord['fields'] = {
  'study.relevanceBy': { word: 'neurosurgeon' },
  'study.relevanceName': { text: 'Dr Demo' },
  'study.relevanceOn': { date: someDay },
  'study.relevanceWhy': { text: 'far from the nerve' },
}

/** A second read of the same scan, signed by name; of anything else only the kind has to be the same. */
const again = (before: EntryRecord, record: EntryRecord): EntryRecord => ({
  ...record,
  kind: before.kind,
  date: before.kind === 'study' ? someDay : record.date,
  fields: before.kind === 'study' ? { ...before.fields, 'study.signedOn': { date: someDay } } : before.fields,
  provenance: { source: 'test', by: 'Dr Demo' },
  supersedes: [before.id],
})
const firstOf = (record: EntryRecord): EntryRecord =>
  record.kind !== 'study'
    ? record
    : {
        ...record,
        date: someDay,
        fields: { ...record.fields, 'study.modality': { word: 'mri' }, 'study.signedOn': { date: someDay } },
      }

/** Any chart of the pathway, likely or not. */
export const anyChart: fc.Arbitrary<Chart> = fc.record({
  observations: fc.array(observation, { maxLength: 12 }),
  screens: fc.array(screen, { maxLength: 2 }),
  entries: fc.array(entry, { maxLength: 5 }).map((list) =>
    list
      .map((record, index): EntryRecord => ({ ...record, id: `e${index}`, supersedes: [] }))
      .flatMap((record, index): readonly EntryRecord[] => {
        if (index % 3 !== 0) return [record]
        const first = firstOf(record)
        return [first, again(first, { ...record, id: `again-${index}` })]
      }),
  ),
})
