import { planOf, wordsOf } from '@facialis/engine'
import { moduleOf } from '@facialis/engine/codegen/module.ts'
import { entryViewsOf, factsViewOf, type ViewDefinition } from '@facialis/engine/flat/index.ts'
import { changesBetween, releaseText } from '@facialis/engine/govern/index.ts'
import { bookHtml, bookOf, diagramSvg, tablesCsv } from '@facialis/engine/publish/index.ts'
import { createTables, dialects, fillTables } from '@facialis/engine/sql/index.ts'
import { conditionsOf, dayOf } from '@facialis/language'
import { knee } from './knee/index.ts'
import { next } from './next.ts'
import { people } from './people.ts'

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

/** A view in few words: what it is, and each column by its path. */
const viewLines = ({ select, ...head }: ViewDefinition): string =>
  [
    JSON.stringify(head),
    ...select.flatMap(({ column, ...each }) => [
      JSON.stringify(each),
      ...column.map(({ name, path, type }) => `${name} (${type}): ${path}`),
    ]),
    '',
  ].join('\n')

const dialectForms = Object.values(dialects).flatMap((dialect): readonly Form[] => [
  { name: `tables-${dialect.name}.txt`, make: () => createTables(plan, dialect) },
  { name: `fill-${dialect.name}.txt`, make: () => fillTables(plan, { dialect, addresses, tenantId: "o'demo", asOf }) },
])

export const forms: readonly Form[] = [
  {
    name: 'words.txt',
    make: () => readable(knee.decisions.map((decision) => [decision.id, conditionsOf(decision).map(wordsOf)])),
  },
  ...dialectForms,
  {
    name: 'views.txt',
    make: () =>
      [factsViewOf(plan, addresses), ...entryViewsOf(plan, addresses).map(({ definition }) => definition)]
        .map(viewLines)
        .join('\n'),
  },
  { name: 'module.txt', make: () => moduleOf(plan, 'kernel.ts') },
  {
    name: 'book.html.txt',
    make: () =>
      bookHtml(
        bookOf(knee, people, { on: '2026-11-26' }),
        diagramSvg(knee, (id) => `#${id}`),
      ),
  },
  { name: 'decision-tables.txt', make: () => files(tablesCsv(knee)) },
  { name: 'diagram.txt', make: () => diagramSvg(knee, (id) => `#${id}`) },
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
