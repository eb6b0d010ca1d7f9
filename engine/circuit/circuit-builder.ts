import type { EntryKindIndex } from '../plan/plan.ts'

/**
 * A circuit of two-valued planes, one bit a person (or, inside entries, a bit for the entry of each person that is looked
 * at). A condition of three values is two of them: whether it is yes, and whether it is no.
 */
export type WireIndex = number
/** A complemented edge: twice the wire index, plus one where the complement is meant. */
export type Ref = number

export type WireOp =
  /** Every bit is set. */
  | Readonly<{ op: 'all-set' }>
  /** A plane of the columns. */
  | Readonly<{ op: 'column'; plane: number }>
  | Readonly<{ op: 'and' | 'or'; of: readonly Ref[] }>
  | Readonly<{ op: 'choose'; by: Ref; set: Ref; clear: Ref }>
  /** Some entry there is has it. */
  | Readonly<{ op: 'some'; entryKind: EntryKindIndex; of: Ref }>
  /** Worked out by a step of its own: a comparison, or a look at the latest entries. */
  | Readonly<{ op: 'outcome'; node: number; side: 'yes' | 'no' }>

export type Wire = WireOp & Readonly<{ within: EntryKindIndex | null }>

export const set: Ref = 0
export const clear: Ref = 1
export const complement = (ref: Ref): Ref => ref ^ 1
export const wireOf = (ref: Ref): WireIndex => ref >> 1
export const isComplemented = (ref: Ref): boolean => (ref & 1) === 1

/** The inputs (fan-in) of a wire. */
export function inputsOf(wire: WireOp): readonly Ref[] {
  switch (wire.op) {
    case 'all-set':
    case 'column':
    case 'outcome':
      return []
    case 'and':
    case 'or':
      return wire.of
    case 'choose':
      return [wire.by, wire.set, wire.clear]
    case 'some':
      return [wire.of]
    default:
      return wire satisfies never
  }
}

/** Structural hashing: equal wires are one, constants are folded, and an input beside its complement settles an operation. */
export function circuitBuilder() {
  const wires: Wire[] = []
  const known = new Map<string, WireIndex>()

  const put = (op: WireOp, within: EntryKindIndex | null): Ref => {
    const key = JSON.stringify([op, within])
    const before = known.get(key)
    if (before !== undefined) return before * 2
    known.set(key, wires.length)
    return (wires.push({ ...op, within }) - 1) * 2
  }
  const withinOf = (refs: readonly Ref[]): EntryKindIndex | null =>
    refs.map((ref) => (wires[wireOf(ref)] as Wire).within).find((within) => within !== null) ?? null

  const joined = (op: 'and' | 'or', refs: readonly Ref[]): Ref => {
    const [neutral, decisive] = op === 'and' ? [set, clear] : [clear, set]
    const distinct = [...new Set(refs)].filter((ref) => ref !== neutral).sort((a, b) => a - b)
    if (distinct.includes(decisive) || distinct.some((ref) => distinct.includes(complement(ref)))) return decisive
    const [only] = distinct
    if (only === undefined) return neutral
    return distinct.length === 1 ? only : put({ op, of: distinct }, withinOf(distinct))
  }
  const and = (...refs: readonly Ref[]): Ref => joined('and', refs)
  const or = (...refs: readonly Ref[]): Ref => joined('or', refs)

  put({ op: 'all-set' }, null)
  return {
    wires,
    and,
    or,
    column: (entryKind: EntryKindIndex | null, plane: number): Ref => put({ op: 'column', plane }, entryKind),
    choose: (by: Ref, whenSet: Ref, whenClear: Ref): Ref => {
      if (whenSet === whenClear) return whenSet
      if (whenSet === set) return or(by, whenClear)
      if (whenSet === clear) return and(complement(by), whenClear)
      if (whenClear === set) return or(complement(by), whenSet)
      if (whenClear === clear) return and(by, whenSet)
      return put({ op: 'choose', by, set: whenSet, clear: whenClear }, withinOf([by, whenSet, whenClear]))
    },
    some: (entryKind: EntryKindIndex, of: Ref): Ref =>
      of === clear ? clear : put({ op: 'some', entryKind, of }, null),
    outcome: (node: number, side: 'yes' | 'no', within: EntryKindIndex | null): Ref =>
      put({ op: 'outcome', node, side }, within),
  }
}

export type CircuitBuilder = ReturnType<typeof circuitBuilder>
