import { planOf } from '@facialis/engine'
import { flatTablesOf } from '@facialis/engine/flat/index.ts'
import type { FlatColumn, FlatTable } from '@facialis/engine/flat/tables.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Fact, Pathway } from '@facialis/language'

/** docs/fact-table.md: every table and column that the pathway's SQL reads, written from the pathway itself. */
export function factTablePage(pathway: Pathway = hemifacialSpasm): string {
  const { person, entries } = flatTablesOf(planOf(pathway))
  return [
    `# The flat fact table: ${pathway.title}`,
    `Written from pathway ${pathway.id} ${pathway.version} (${pathway.status}) by \`node scripts/generate.ts\`. Do not edit.`,
    ...introduction,
    `## \`${person.name}\` – one row a person`,
    columns(person),
    ...entries.flatMap((table) => [`## \`${table.name}\` – one row for each ${table.entry?.label}`, columns(table)]),
  ]
    .join('\n\n')
    .concat('\n')
}

const introduction: readonly string[] = [
  '`facialis sql` reads these tables and nothing else; `facialis sql --tables` prints them as `CREATE TABLE`. One table holds a row for each person, and each kind of entry has a table of its own with a row for each entry. The first two columns of every key are the tenant and the person, so a distributed PostgreSQL can keep one person’s rows on one machine.',
  '`facialis facts DATA --dialect NAME --tenant ID` fills them: it reads what another system exported (FHIR R4, NDJSON), works out what was known of everybody on one day, and prints statements that put it into these tables. Everybody who is among the lines has a row of `person`.',
  'Who has the facts as FHIR fills the tables through SQL-on-FHIR views: `facialis publish views` writes them (one for facts about people, one for each kind of entry) over the Fact Observations of one day (`facialis facts DATA`), and `facialis sql --fill` prints the statements that make these tables of their rows. Somebody of whom no fact is recorded has no Observation, and so no row. An Observation that is not `final`, such as one entered in error, has no row either; a fact that is told twice, or an answer of two words where one is asked for, is NULL.',
  '**Facts of one day.** The tables hold facts as they stand on `person.as_of`, worked out as [semantics](semantics.md) says: of several statements the one that counts, with lists that were asked, with what has grown too old since, and with disagreement of one day, all resolved before. An answer of last year can be NULL today. The query answers only people whose `as_of` is the day it asks for, so rows of another day give no answer rather than a wrong one.',
  '**NULL is “not known”**, whatever the reason: never asked, asked and not answered, pending, too old, conflicting. It is never “no”. “Asked, and it is not known” and “never asked” are therefore the same here, as they are in every rule. An answer of no is the word `no` (or `absent`), a completed list of questions writes it for every question that had no other answer. Where a pathway says what stands when nothing is recorded, that is written out: it is a value, not NULL.',
  '**Words** are those of [plain facts](facts.md), including the judged ones (`yes-resolved`, `present-unrelated`): write one only where somebody judged so, with name, day and reason; without them it is the word that is judged. `other-word` stands for an answer that is known and none of these; a rule takes it for none it asks for. Any other word (`YES`, `1`) is refused by these tables: a rule would not know it for a yes. Who makes the tables in another way keeps their `CHECK`s.',
  '**Sets** have a boolean column for each member. All of them are NULL where the set is not known; `FALSE` throughout is the empty set, which is an answer.',
  '**Numbers** are whole: of the unit given, times ten to the number of decimals (2.5 mL with one decimal is 25).',
  '**Dates** are intervals of two days, `…_first` and `…_last`, both NULL where the date is not known. An exact day stands in both; a month or a year from its first to its last day. The day of an entry, and of an observation, ends at `as_of` where it reaches past it; what happened wholly after it is left out. A date that is itself the answer (a booking) may lie ahead. `…_recorded_…` is the day on which a fact’s present value was observed, kept where a rule asks for it.',
  '**Free words** stay where they are: a column only says that there are some (`TRUE`) or none (NULL).',
  '**Entries** count as they stand on the day: withdrawn ones and those that another entry replaces have no row. Their order in the table means nothing; of two on one day no rule prefers one. An entry whose day nobody knows has NULL in `date_first` and `date_last`, and is still an entry. `entry_id` only tells the entries of a person apart.',
]

function columns({ columns }: FlatTable): string {
  return [
    '| column | type | says |',
    '|---|---|---|',
    ...columns.map((column) => `| \`${column.name}\` | ${column.type} | ${cell(saysOf(column))} |`),
  ].join('\n')
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const end = (which: 0 | 1): string => (which === 0 ? 'first day of' : 'last day of')
const asked = ({ id, question }: Fact): string => `\`${id}\`: ${question}`

function saysOf({ held }: FlatColumn): string {
  switch (held.kind) {
    case 'key':
      return {
        tenant: 'whose patients these are',
        patient: 'the person',
        entry: 'tells the entries of one person apart',
        'as-of': 'the day for which the facts were resolved',
      }[held.of]
    case 'word':
      return `${asked(held.place.fact)} ${wordsOf(held.place.fact)}`
    case 'member':
      return `\`${held.member}\` is among ${asked(held.place.fact)}`
    case 'quantity': {
      const { fact } = held.place
      const unit =
        fact.type === 'quantity' ? (fact.decimals === 0 ? fact.unit : `${fact.unit} × 10^-${fact.decimals}`) : ''
      return `${asked(fact)} In ${unit}.`
    }
    case 'written':
      return `there are words for ${asked(held.place.fact)}`
    case 'day':
      return held.of === 'answer'
        ? `${end(held.end)} ${asked(held.place.fact)}`
        : `${end(held.end)} when \`${held.place.fact.id}\` was observed`
    case 'entry-day':
      return `${end(held.end)} when it happened`
    default:
      return held satisfies never
  }
}

const wordsOf = (fact: Fact): string => ('values' in fact ? fact.values.map((word) => `\`${word}\``).join(' ') : '')
