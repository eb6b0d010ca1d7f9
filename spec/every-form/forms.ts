import {
  checksOf,
  createTables,
  dialects,
  entryViewsOf,
  evaluate,
  factsViewOf,
  fillTables,
  flatTablesOf,
  moduleOf,
  mutantsOf,
  planOf,
  proofsOf,
  queryOf,
  wordsOf,
} from '@facialis/engine'
import { changesBetween, partsOf, releaseText } from '@facialis/engine/govern/index.ts'
import {
  bookHtml,
  bookMarkdown,
  bookOf,
  cqlLibraries,
  diagramSvg,
  supportLibraries,
  tablesCsv,
} from '@facialis/engine/publish/index.ts'
import { conditionsOf, dayOf, type EntryRecord } from '@facialis/language'
import { knee } from './knee.ts'
import { next } from './next.ts'
import { people, type Somebody } from './people.ts'

/** One form of the pathway of a page, as it stands in `spec/every-form/pages`. */
export type Form = Readonly<{ name: string; make: () => string }>

const asOf = dayOf(2026, 11, 26)
const addresses = {
  fact: 'https://example.org/fact',
  answer: 'https://example.org/answer',
  entry: 'https://example.org/entry',
}
const plan = planOf(knee)
const readable = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
const files = (all: readonly Readonly<{ path: string; text: string }>[]): string =>
  all.map(({ path, text }) => `===== ${path}\n${text}\n`).join('')

/** What is looked at before a dose is given to somebody. */
function checked({ chart, asOf: on }: Somebody): unknown {
  const proposed = (fields: EntryRecord['fields']): EntryRecord => ({
    id: 'proposed',
    kind: 'injection',
    date: { lo: on, hi: on },
    withdrawn: false,
    supersedes: [],
    fields,
    provenance: { source: 'made up' },
  })
  const doses: readonly EntryRecord['fields'][] = [
    {},
    { 'injection.dose': { number: 450 }, 'injection.side': { word: 'left' } },
  ]
  return doses.map((fields) => checksOf(knee, chart, proposed(fields), { asOf: on, policy: {} }))
}

const dialectForms = Object.values(dialects).flatMap((dialect): readonly Form[] => [
  { name: `tables-${dialect.name}.txt`, make: () => createTables(plan, dialect) },
  { name: `query-${dialect.name}.txt`, make: () => queryOf(plan, dialect, { asOf, policy: { interval: 100 } }) },
  { name: `fill-${dialect.name}.txt`, make: () => fillTables(plan, { dialect, addresses, tenantId: "o'demo", asOf }) },
])

export const forms: readonly Form[] = [
  ...people.map(
    (one): Form => ({
      name: `advice-${one.id}.txt`,
      make: () => readable(evaluate(knee, one.chart, { asOf: one.asOf, policy: {} })),
    }),
  ),
  { name: 'checks.txt', make: () => readable(people.map((one) => [one.id, checked(one)])) },
  {
    name: 'words.txt',
    make: () => readable(knee.decisions.map((decision) => [decision.id, conditionsOf(decision).map(wordsOf)])),
  },
  ...dialectForms,
  { name: 'flat-tables.txt', make: () => readable(flatTablesOf(plan)) },
  { name: 'views.txt', make: () => readable([factsViewOf(plan, addresses), entryViewsOf(plan, addresses)]) },
  { name: 'module.txt', make: () => moduleOf(plan, 'kernel.ts') },
  {
    name: 'book.html.txt',
    make: () =>
      bookHtml(
        bookOf(knee, people, '2026-11-26'),
        diagramSvg(knee, (id) => `#${id}`),
      ),
  },
  { name: 'book.txt', make: () => files(bookMarkdown(bookOf(knee, people, '2026-11-26'))) },
  { name: 'decision-tables.txt', make: () => files(tablesCsv(knee)) },
  { name: 'diagram.txt', make: () => diagramSvg(knee, (id) => `#${id}`) },
  {
    name: 'cql.txt',
    make: () => {
      const { decisions, steps } = cqlLibraries(knee, addresses)
      return files([...supportLibraries, decisions, steps].map(({ name, text }) => ({ path: name, text })))
    },
  },
  {
    name: 'proofs.txt',
    make: () =>
      readable(
        [...proofsOf(knee)].map(({ id, text, holds, states, counter }) => ({
          id,
          text,
          holds,
          states: String(states),
          counter,
        })),
      ),
  },
  { name: 'mutants.txt', make: () => readable(mutantsOf(knee).map(({ id, was }) => [id, was])) },
  { name: 'parts.txt', make: () => readable(partsOf(knee).map(({ name, kind, cites }) => [name, kind, cites.length])) },
  {
    name: 'changes.txt',
    make: () => readable(changesBetween(knee, next).map(({ part, ...change }) => ({ part: part.name, ...change }))),
  },
  {
    name: 'release.txt',
    make: () =>
      releaseText({ ...knee, released: { effectiveFrom: '2027-01-01', reviewBy: '2028-01-01' } }, (text) =>
        String(text.length),
      ),
  },
]
