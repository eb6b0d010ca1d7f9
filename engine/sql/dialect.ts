import type { FlatType } from '../flat/tables.ts'

export const dialectNames = ['sqlite', 'postgres', 'duckdb'] as const
export type DialectName = (typeof dialectNames)[number]

/** Everything in which the engines differ; the rest of the query is the same text for all. */
export type Dialect = Readonly<{
  name: DialectName
  title: string
  types: Readonly<Record<FlatType, string>>
  /** Whether tables get the key (tenant, patient, …): an index an analytic engine does not need. */
  hasKeys: boolean
  /** A day of the calendar as the days since 1970-01-01. */
  dayNumber: (date: string) => string
  daysAreTexts: boolean
  /** Days since 1970-01-01 as one number, 20261123: whole years are a difference of two of these. */
  yearMonthDay: (day: string) => string
  day: (isoDate: string) => string
  /** Division of whole numbers, both positive. */
  wholeDivision: (number: string, by: string) => string
  greatest: string
  least: string
  /** The aggregate that is true where any is true. */
  anyTrue: string
  /** Keeps one step of a query a step: what it works out is not written into every place that mentions it. */
  step: Readonly<{ hint: string; ending: string }>
  /** How often something may be worked out again before it is worth a column of its own. */
  worthAColumn: number
}>

const epoch = "DATE '1970-01-01'"

const types: Dialect['types'] = { text: 'TEXT', boolean: 'BOOLEAN', integer: 'BIGINT', date: 'DATE' }

const likePostgres = {
  types,
  dayNumber: (date: string) => `(${date} - ${epoch})`,
  daysAreTexts: false,
  day: (isoDate: string) => `DATE '${isoDate}'`,
  greatest: 'GREATEST',
  least: 'LEAST',
  anyTrue: 'BOOL_OR',
}

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  postgres: {
    ...likePostgres,
    name: 'postgres',
    title: 'PostgreSQL',
    hasKeys: true,
    yearMonthDay: (day) => `CAST(to_char(${epoch} + CAST(${day} AS INTEGER), 'YYYYMMDD') AS INTEGER)`,
    wholeDivision: (number, by) => `${number} / ${by}`,
    // Without OFFSET 0 the planner melts the steps into one, and writes what is shared out in full wherever it stands.
    step: { hint: 'NOT MATERIALIZED ', ending: '\n  OFFSET 0' },
    worthAColumn: 12,
  },
  duckdb: {
    ...likePostgres,
    name: 'duckdb',
    title: 'DuckDB',
    hasKeys: false,
    yearMonthDay: (day) => `CAST(strftime(${epoch} + CAST(${day} AS INTEGER), '%Y%m%d') AS INTEGER)`,
    wholeDivision: (number, by) => `${number} // ${by}`,
    step: { hint: 'NOT MATERIALIZED ', ending: '' },
    worthAColumn: 12,
  },
  sqlite: {
    name: 'sqlite',
    title: 'SQLite',
    // Days are kept as text, YYYY-MM-DD, the way SQLite's own functions read them.
    types: { ...types, date: 'TEXT', integer: 'INTEGER' },
    hasKeys: true,
    dayNumber: (date) => `(unixepoch(${date}) / 86400)`,
    daysAreTexts: true,
    yearMonthDay: (day) => `CAST(strftime('%Y%m%d', (${day}) * 86400, 'unixepoch') AS INTEGER)`,
    day: (isoDate) => `'${isoDate}'`,
    wholeDivision: (number, by) => `${number} / ${by}`,
    greatest: 'MAX',
    least: 'MIN',
    anyTrue: 'MAX',
    step: { hint: 'MATERIALIZED ', ending: '' },
    worthAColumn: 4,
  },
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
