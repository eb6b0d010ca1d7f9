import type { Side } from '../circuit/circuit.ts'
import type { EntryKindIndex, NodeIndex } from '../plan/plan.ts'

/** One value that a step works out: a wire, a side of a condition, or a part of a span. */
export type Key = `wire ${number}` | `${Side | SpanPart} ${NodeIndex}`
export const spanParts = ['lo', 'hi', 'unknown', 'inapplicable'] as const
export type SpanPart = (typeof spanParts)[number]

/** Where text is being written: in a function, or in a loop over the entries of a kind. What is above can be read. */
export type Scope = Readonly<{
  /** The kind of entry that is looked at. */
  entryKind: EntryKindIndex | null
  lines: string[]
  /** What stands in a constant. */
  names: Map<string, string>
  above: Scope | null
}>

export const scope = (entryKind: EntryKindIndex | null, above: Scope | null = null): Scope => ({
  entryKind,
  lines: [],
  names: new Map(),
  above,
})

export const named = (inside: Scope, key: string): string | null =>
  inside.names.get(key) ?? (inside.above && named(inside.above, key))

/** Puts a value into a constant of the scope, unless it is one. */
export function constant(inside: Scope, key: string, name: string, text: string): string {
  const isPlain = /^\w+$/.test(text)
  if (!isPlain) inside.lines.push(`const ${name}=${text};`)
  inside.names.set(key, isPlain ? text : name)
  return isPlain ? text : name
}
