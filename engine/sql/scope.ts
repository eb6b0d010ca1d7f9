/**
 * One SELECT over rows of one kind, as values that mention each other. What is mentioned often, and long, becomes a
 * column of its own; columns that rest on columns come in steps, one SELECT over another.
 */
import type { Dialect } from './dialect.ts'

/**
 * How a condition is asked: for its truth (TRUE, FALSE, or NULL for unknown), or only whether it is yes, or no; then it
 * is TRUE where that is so, and FALSE or NULL elsewhere. Everything but conditions is asked for itself, `truth`.
 */
export type Mode = 'truth' | 'yes' | 'no'

type Column = Readonly<{
  name: string
  text: string
  mentions: ReadonlySet<string>
  depth: number
  inner: readonly Inline[]
}>

export type Scope = Readonly<{
  /** The text of a value, or the name of the column that holds it. `make` writes it out. */
  value: (key: string, mode: Mode, make: (mode: Mode) => string) => string
  /** The same, always as a column. */
  column: (key: string, make: () => string) => string
  /** A column of the tables below. */
  raw: (name: string) => string
}>

/** A column of the result. */
export type Output = Readonly<{ name: string; text: string }>

export type ScopeText = Readonly<{
  /** What is selected from the tables below: what the first step, or the result itself, mentions. */
  steps: readonly (readonly string[])[]
  outputs: readonly Output[]
  /** What of the tables below is mentioned at all. */
  raws: ReadonlySet<string>
}>

/** Reads a column that holds a three-valued truth, in the mode it is needed. */
export function readColumn(column: string, mode: Mode, { keepsNullOut }: Dialect): string {
  if (mode === 'truth' || (mode === 'yes' && !keepsNullOut)) return column
  return keepsNullOut ? `(${column} IS ${mode === 'yes' ? 'TRUE' : 'FALSE'})` : `(NOT ${column})`
}

type Naming = (wanted: string) => string

type Write = (scope: Scope, isEarnest: boolean) => readonly Output[]

/**
 * Writes a scope: `write` asks for the outputs, first to see what is shared, then to see how early it can be worked out,
 * then in earnest.
 */
export function writeScope(
  write: Write,
  { dialect, name, keys }: Readonly<{ dialect: Dialect; name: Naming; keys: readonly string[] }>,
): ScopeText {
  const shared = sharedValues(write, dialect.worthAColumn)
  // A name that nothing else has.
  const { early } = layOut(write, { askedAs: shared, name: (wanted) => `first ${wanted}`, keys, dialect })
  return layOut(write, { askedAs: (key) => shared(key, early.has(key)), name, keys, dialect })
}

/** A value written out where it stands. */
type Inline = Readonly<{ key: string; mentions: ReadonlySet<string>; inner: readonly Inline[] }>

function layOut(
  write: Write,
  {
    askedAs,
    name,
    keys,
    dialect,
  }: Readonly<{ askedAs: (key: string) => Mode | null; name: Naming; keys: readonly string[]; dialect: Dialect }>,
): ScopeText & Readonly<{ early: ReadonlySet<string> }> {
  const columns = new Map<string, Column>()
  const depthOf = new Map<string, number>()
  const raws = new Set<string>()
  let mentions = new Set<string>()
  let inline: Inline[] = []

  const collecting = <T>(work: () => T) => {
    const before = { mentions, inline }
    mentions = new Set()
    inline = []
    const collected = { result: work(), mentions: mentions as ReadonlySet<string>, inner: inline as readonly Inline[] }
    mentions = before.mentions
    inline = before.inline
    return collected
  }
  /** The step in which something can be worked out at the earliest. */
  const earliest = (mentioned: ReadonlySet<string>): number =>
    Math.max(-1, ...[...mentioned].map((one) => depthOf.get(one) ?? -1)) + 1
  const columnOf = (key: string, make: () => string): string => {
    let column = columns.get(key)
    if (!column) {
      const { result: text, mentions: mentioned, inner } = collecting(make)
      column = { name: name(key), text, mentions: mentioned, depth: earliest(mentioned), inner }
      columns.set(key, column)
      depthOf.set(column.name, column.depth)
    }
    mentions.add(column.name)
    return column.name
  }

  const scope: Scope = {
    value: (key, mode, make) => {
      const how = askedAs(key)
      if (how === null) {
        const { result, mentions: mentioned, inner } = collecting(() => make(mode))
        for (const one of mentioned) mentions.add(one)
        inline.push({ key, mentions: mentioned, inner })
        return result
      }
      const column = columnOf(key, () => make(how))
      if (how === mode) return column
      if (how === 'truth') return readColumn(column, mode, dialect)
      throw new Error(`${key} was written to be asked for ${how} and is asked for ${mode}.`)
    },
    column: columnOf,
    raw: (one) => {
      raws.add(one)
      mentions.add(one)
      return one
    },
  }
  const { result: outputs, mentions: mentioned, inner } = collecting(() => write(scope, true))

  /** What could be worked out before what mentions it: carried on as one column instead of all that it rests on. */
  const early = new Set<string>()
  const find = (values: readonly Inline[], depth: number): void => {
    for (const value of values) {
      const ready = earliest(value.mentions)
      const isEarly = value.mentions.size > 1 && ready < depth
      if (isEarly) early.add(value.key)
      find(value.inner, isEarly ? ready : depth)
    }
  }
  const all = [...columns.values()]
  for (const column of all) find(column.inner, column.depth)
  find(inner, Math.max(-1, ...all.map(({ depth }) => depth)) + 1)
  return { steps: stepsOf(all, mentioned, keys), outputs, raws, early }
}

/** What each step selects: what it works out, and what a later one still mentions. */
function stepsOf(columns: readonly Column[], last: ReadonlySet<string>, keys: readonly string[]) {
  const deepest = Math.max(-1, ...columns.map(({ depth }) => depth))
  const depthOf = new Map(columns.map(({ name, depth }) => [name, depth]))
  return Array.from({ length: deepest + 1 }, (_, step) => {
    const later = columns.filter(({ depth }) => depth > step).flatMap((column) => [...column.mentions])
    const carried = [...new Set([...later, ...last])].filter((one) => (depthOf.get(one) ?? -1) < step)
    const made = columns.filter(({ depth }) => depth === step).map(({ name, text }) => `${text} AS ${name}`)
    return [...keys, ...carried.filter((one) => !keys.includes(one)), ...made]
  })
}

/** For each value that is worth a column, or wanted as one, how that column is asked; null for those written out where they stand. */
function sharedValues(
  write: (scope: Scope, isEarnest: boolean) => unknown,
  worthAColumn: number,
): (key: string, isWanted?: boolean) => Mode | null {
  const modes = new Map<string, Set<Mode>>()
  let mentions = new Map<string, string[]>()
  // How a value is asked hangs on how those that mention it are; what is asked in two ways is asked for its truth.
  for (let before = -1, now = 0; before !== now; ) {
    before = now
    mentions = new Map([['', []]])
    let inside = ''
    const visit = (key: string, make: () => void): void => {
      mentions.get(inside)?.push(key)
      if (mentions.has(key)) return
      mentions.set(key, [])
      const outside = inside
      inside = key
      make()
      inside = outside
    }
    write(
      {
        value: (key, mode, make) => {
          const asked = modes.get(key) ?? new Set<Mode>()
          modes.set(key, asked.add(mode))
          visit(key, () => make(asked.size > 1 ? 'truth' : mode))
          return key
        },
        column: (key, make) => {
          visit(key, make)
          return key
        },
        raw: (one) => one,
      },
      false,
    )
    now = [...modes.values()].reduce((sum, asked) => sum + asked.size, 0)
  }

  const times = new Map<string, number>()
  for (const mentioned of mentions.values()) for (const key of mentioned) times.set(key, (times.get(key) ?? 0) + 1)
  const weights = new Map<string, number>()
  const weigh = (key: string): number => {
    const known = weights.get(key)
    if (known !== undefined) return known
    const weight = (mentions.get(key) ?? []).reduce((sum, child) => sum + (isWorth(child) ? 1 : weigh(child)), 1)
    weights.set(key, weight)
    return weight
  }
  const isWorth = (key: string): boolean => ((times.get(key) ?? 0) - 1) * weigh(key) >= worthAColumn
  return (key, isWanted = false) => {
    const asked = modes.get(key)
    if (!asked || !(isWanted || isWorth(key))) return null
    const [only] = asked
    return asked.size === 1 ? (only as Mode) : 'truth'
  }
}
