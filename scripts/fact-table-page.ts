import { planOf } from '@facialis/engine'
import type { FlatColumn, FlatTable } from '@facialis/engine/flat/flat-tables.ts'
import { flatTablesOf } from '@facialis/engine/flat/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Fact, Pathway } from '@facialis/language'

/** docs/fact-table.md: every table and column that the pathway's SQL reads, written from the pathway itself. */
export function factTablePage(pathway: Pathway = hemifacialSpasm): string {
  const { person, entries } = flatTablesOf(planOf(pathway))
  return [
    `# The flat fact table: ${pathway.title}`,
    `Written from pathway ${pathway.id} ${pathway.version} (${pathway.status}) by \`node scripts/generate.ts\`. Do not edit.`,
    ...introduction,
    `## \`${person.name}\` – one row per person`,
    columns(person),
    ...entries.flatMap((table) => [`## \`${table.name}\` – one row for each ${table.entry?.label}`, columns(table)]),
  ]
    .join('\n\n')
    .concat('\n')
}

const introduction: readonly string[] = [
  '`facialis sql` reads these tables and nothing else; `facialis sql --tables` prints them as `CREATE TABLE`. One table has a row for each person, and each kind of entry has its own table with a row for each entry. Every key begins with the tenant and the person, so a distributed PostgreSQL can keep one person’s rows on one machine.',
  '`facialis facts DATA --dialect NAME --tenant ID` fills them. It reads what another system exported (FHIR R4, NDJSON), works out what was known about each person on one day, and prints the statements that insert it. Every person in the data gets a row in `person`.',
  'If you already have the facts as FHIR resources, fill the tables through SQL-on-FHIR views: `facialis publish views` writes the views (one for facts about people, one for each kind of entry) over the Fact Observations of one day (`facialis facts DATA`), and `facialis sql --fill` prints the statements that build these tables from their rows. A person with no recorded fact has no Observation, and so no row. An Observation that is not `final`, such as one entered in error, has no row either. A fact stated twice, or two answers where one is expected, becomes NULL.',
  '**Facts of one day.** The tables hold facts as they stand on `person.as_of`, worked out as described in [semantics](semantics.md): which of several statements counts, completed screens, facts that are too old, and conflicts within one day are all resolved beforehand. An answer from last year may be NULL today. The query covers only people whose `as_of` is the day it asks for, so rows for another day give no answer rather than a wrong one.',
  '**NULL means “not known”**, whatever the reason: never asked, asked without an answer, pending, too old, or conflicting. It is never “no”. The tables therefore do not distinguish “never asked” from “asked, but not known”; no rule does either. A negative answer is the word `no` (or `absent`); a completed list of questions writes it for every question without another answer. If the pathway defines a value for facts that are not recorded, that value is written, not NULL.',
  '**Words** are those of [plain facts](facts.md), including the judged ones (`yes-resolved`, `present-unrelated`). Write a judged word only if somebody made that judgement, with name, day and reason; otherwise write the word being judged. `other-word` stands for an answer that is known but is none of the listed words; rules treat it as none of the words they ask for. The tables reject any other word (`YES`, `1`), because a rule would not recognise it as yes. If you create the tables some other way, keep their `CHECK` constraints.',
  '**Sets** have a boolean column for each member. If the set is not known, all of them are NULL. If all are `FALSE`, the set is empty, which is an answer.',
  '**Numbers** are integers in the given unit, multiplied by ten to the power of the number of decimals (2.5 mL with one decimal is 25).',
  '**Dates** are intervals of two days, `…_first` and `…_last`, both NULL if the date is not known. An exact day is written in both; a month or a year runs from its first to its last day. The date of an entry or an observation is cut at `as_of` if it extends past it; anything dated wholly after `as_of` is left out. A date that is itself the answer (a booking) may be in the future. `…_recorded_…` is the day on which the current value of a fact was observed; it is included where a rule asks for it.',
  '**Free text** is not copied: a column only says whether there is some (`TRUE`) or not (NULL).',
  '**Entries** are given as they stand on the day: withdrawn and superseded entries have no row. Their order in the table means nothing, and no rule prefers one of two entries on the same day. An entry with an unknown date has NULL in `date_first` and `date_last`, and still counts. `entry_id` only distinguishes the entries of one person.',
]

function columns({ columns }: FlatTable): string {
  return [
    '| column | type | meaning |',
    '|---|---|---|',
    ...columns.map((column) => `| \`${column.name}\` | ${column.type} | ${cell(saysOf(column))} |`),
  ].join('\n')
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const end = (which: 0 | 1): string => (which === 0 ? 'first day of' : 'last day of')
const asked = ({ id, question }: Fact): string => `\`${id}\`: ${question}`

function saysOf({ content }: FlatColumn): string {
  switch (content.kind) {
    case 'key':
      return {
        tenant: 'whose patients these are',
        patient: 'the person',
        entry: 'distinguishes the entries of one person',
        'as-of': 'the day for which the facts were resolved',
      }[content.of]
    case 'word':
      return `${asked(content.place.fact)} ${wordsOf(content.place.fact)}`
    case 'member':
      return `\`${content.member}\` is among ${asked(content.place.fact)}`
    case 'quantity': {
      const { fact } = content.place
      const unit =
        fact.type === 'quantity' ? (fact.decimals === 0 ? fact.unit : `${fact.unit} × 10^-${fact.decimals}`) : ''
      return `${asked(fact)} In ${unit}.`
    }
    case 'written':
      return `there is text for ${asked(content.place.fact)}`
    case 'day':
      return content.of === 'answer'
        ? `${end(content.end)} ${asked(content.place.fact)}`
        : `${end(content.end)} when \`${content.place.fact.id}\` was observed`
    case 'entry-day':
      return `${end(content.end)} when it happened`
    default:
      return content satisfies never
  }
}

const wordsOf = (fact: Fact): string => ('values' in fact ? fact.values.map((word) => `\`${word}\``).join(' ') : '')
