import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatDay } from '@facialis/language'

/** Where the hand-written query runs. */
export type ByHandDialect = 'duckdb' | 'postgres'

/** One query in chapters. */
const chapters = ['1-treatment-so-far', '2-complaints', '3-studies', '4-red-flags', '5-person', '6-decisions']

/** PostgreSQL writes a step out wherever it is mentioned unless it is told to keep it. */
const steps: Readonly<Record<ByHandDialect, string>> = { duckdb: '', postgres: 'MATERIALIZED' }

/**
 * Every decision about a person, written by hand over the flat fact table (`docs/fact-table.md`) as somebody would who
 * knows the guidance and the meaning of its words, and has not seen how `facialis sql` writes. Policy numbers are the
 * usual ones. In it, "sure" is what is yes and "maybe" what is not no; `:as_of` is the day that is asked for, and `:step`
 * stands where the databases differ.
 */
export const byHand = (dialect: ByHandDialect, asOf: number): string =>
  chapters
    .map((chapter) => readFileSync(join(import.meta.dirname, `${chapter}.sql`), 'utf8'))
    .join('\n')
    .replaceAll(':step', steps[dialect])
    .replaceAll(':as_of', `DATE '${formatDay(asOf)}'`)
