import type { FlatType } from '../flat/flat-tables.ts'

export const dialectNames = ['sqlite', 'postgres', 'duckdb'] as const
export type DialectName = (typeof dialectNames)[number]

/** Everything in which the engines differ; the rest of the query is the same text for all. */
export type Dialect = Readonly<{
  name: DialectName
  title: string
  types: Readonly<Record<FlatType, string>>
  /** Whether tables get the key (tenant, patient, …): an index an analytic engine does not need. */
  hasKeys: boolean
  /** Where a column takes whatever it is given, when that is of its type, or NULL; null where it takes nothing else anyway. */
  untyped: Readonly<Partial<Record<FlatType, (column: string) => string>>> | null
  /**
   * How days are reckoned with: as dates where those can be compared, moved by whole days and taken from each other;
   * where dates are texts, as days since 1970-01-01.
   */
  days: Readonly<{
    areDates: boolean
    of: (column: string) => string
    /** Before and after every day there is. */
    before: string
    after: string
    none: string
    /** Moved by a number of any size. */
    moved: (day: string, by: string) => string
    /** Of several days; those that are NULL are left out, and of none it is NULL. */
    latest: (days: readonly string[]) => string
    earliest: (days: readonly string[]) => string
  }>
  day: (isoDate: string) => string
  /** A day as one number, 20261123: whole years are a difference of two of these. */
  yearMonthDay: (day: string) => string
  /** The same day so many years earlier; null where an engine has no way to say so. */
  yearsBefore: ((day: string, years: string) => string) | null
  /** Division of whole numbers, both positive. */
  wholeDivision: (number: string, by: string) => string
  /** Of several numbers none of which is NULL, or all. */
  greatest: string
  least: string
  /** The aggregate that is true where any is true. */
  anyTrue: string
  /**
   * Keeps one step of a query a step: what it works out is not written into every place that mentions it. `isWithin`: it
   * stands in the FROM of the next, where naming it before takes a planner longer.
   */
  step: Readonly<{ hint: string; ending: string; isWithin: boolean }>
  /**
   * Whether rows come in portions, and every column of a portion at once. A join that some people have and others have
   * not splits a portion in two, and after five of these a hundred expressions go over crumbs: so what is said of
   * entries is joined before people are.
   */
  inPortions: boolean
  /** Whether conditions that are only asked for being so are never NULL: an engine may join those many times faster. */
  keepsNullOut: boolean
  /** How often something may be worked out again before it is worth a column of its own. */
  worthAColumn: number
}>

const types: Dialect['types'] = { text: 'TEXT', boolean: 'BOOLEAN', integer: 'BIGINT', date: 'DATE' }

const likePostgres = {
  types,
  untyped: null,
  days: {
    areDates: true,
    of: (column: string) => column,
    before: "DATE '-infinity'",
    after: "DATE 'infinity'",
    none: 'CAST(NULL AS DATE)',
    // What leads out of the calendar would be an error, and end the query for everybody.
    moved: (day: string, by: string) =>
      `CASE WHEN ${by} < -1700000 THEN DATE '0001-01-01' WHEN ${by} > 1000000000 THEN DATE '9999-12-31' ELSE ${day} + CAST(${by} AS INTEGER) END`,
    latest: (days: readonly string[]) => `GREATEST(${days.join(', ')})`,
    earliest: (days: readonly string[]) => `LEAST(${days.join(', ')})`,
  },
  day: (isoDate: string) => `DATE '${isoDate}'`,
  yearsBefore: (day: string, years: string) => `(${day} - INTERVAL '1 year' * ${years})`,
  greatest: 'GREATEST',
  least: 'LEAST',
  anyTrue: 'BOOL_OR',
}

/** Further than any day there is, as days since 1970-01-01. */
const far = 4_000_000_000
/** SQLite's MAX and MIN of several values are NULL where one of them is. */
const ofKnown = (pick: string, out: number, values: readonly string[]): string =>
  `NULLIF(${pick}(${values.map((value) => `COALESCE(${value}, ${out})`).join(', ')}), ${out})`

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  postgres: {
    ...likePostgres,
    name: 'postgres',
    title: 'PostgreSQL',
    hasKeys: true,
    yearMonthDay: (day) => `CAST(to_char(${day}, 'YYYYMMDD') AS INTEGER)`,
    wholeDivision: (number, by) => `${number} / ${by}`,
    // Without OFFSET 0 the planner melts the steps into one, and writes what is shared out in full wherever it stands.
    step: { hint: 'NOT MATERIALIZED ', ending: '\n  OFFSET 0', isWithin: false },
    inPortions: false,
    keepsNullOut: false,
    worthAColumn: 12,
  },
  duckdb: {
    ...likePostgres,
    name: 'duckdb',
    title: 'DuckDB',
    hasKeys: false,
    yearMonthDay: (day) => `CAST(strftime(${day}, '%Y%m%d') AS INTEGER)`,
    wholeDivision: (number, by) => `${number} // ${by}`,
    step: { hint: '', ending: '', isWithin: true },
    inPortions: true,
    keepsNullOut: true,
    worthAColumn: 5,
  },
  sqlite: {
    name: 'sqlite',
    title: 'SQLite',
    // Days are kept as text, YYYY-MM-DD, the way SQLite's own functions read them.
    types: { ...types, date: 'TEXT', integer: 'INTEGER' },
    hasKeys: true,
    untyped: {
      boolean: (column) => `${column} IN (0, 1)`,
      integer: (column) => `${column} IS CAST(${column} AS INTEGER)`,
      date: (column) => `${column} IS date(${column})`,
    },
    days: {
      areDates: false,
      of: (column) => `(unixepoch(${column}) / 86400)`,
      before: String(-far),
      after: String(far),
      none: 'CAST(NULL AS INTEGER)',
      moved: (day, by) => `(${day} + ${by})`,
      latest: (days) => ofKnown('MAX', -far, days),
      earliest: (days) => ofKnown('MIN', far, days),
    },
    yearMonthDay: (day) => `CAST(strftime('%Y%m%d', (${day}) * 86400, 'unixepoch') AS INTEGER)`,
    day: (isoDate) => `'${isoDate}'`,
    wholeDivision: (number, by) => `${number} / ${by}`,
    yearsBefore: null,
    greatest: 'MAX',
    least: 'MIN',
    anyTrue: 'MAX',
    step: { hint: 'MATERIALIZED ', ending: '', isWithin: false },
    inPortions: false,
    keepsNullOut: false,
    worthAColumn: 4,
  },
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
