import type { Circuit, Side } from '../circuit/circuit.ts'
import type { Ref, Wire, WireIndex } from '../circuit/circuit-builder.ts'
import { type BooleanAlgebra, emitRef, uncomplemented, type WireEmitter } from '../circuit/emit-wire.ts'
import type { Schedule } from '../circuit/schedule-steps.ts'
import type { EntryKindIndex, NodeIndex, Plan } from '../plan/plan.ts'
import type { CellTest } from './cell-leaves.ts'
import { constant, type Key, named, type Scope } from './scope.ts'
import type { StorageAllocator } from './storage-allocator.ts'

/** The state of one code generation. */
export type CodegenContext = Readonly<{
  plan: Plan
  circuit: Circuit
  schedule: Schedule
  asked: readonly CellTest[]
  keeping: StorageAllocator
  /** Wires stored complemented, because that saved an operation; known once they are emitted. */
  complementedWires: Set<WireIndex>
  /** Writes a function of one entry; gives its name. */
  entryFunction: (entryKind: EntryKindIndex, text: (inside: Scope) => string) => string
}>

/** Whole numbers whose lowest bit says whether it is so; the others say nothing, and are cut off where that matters. */
export const bits: BooleanAlgebra<string> = {
  constant: (set) => (set ? '-1' : '0'),
  and: (one, other) => `(${one}&${other})`,
  andNot: (one, other) => `(${one}&~${other})`,
  or: (one, other) => `(${one}|${other})`,
  not: (one) => `~${one}`,
  select: (by, whenSet, whenClear) => `(${by}&${whenSet}|~${by}&${whenClear})`,
}

/** What a wire is known by once it was worked out. */
export function keyOf(index: WireIndex, { circuit }: Pick<CodegenContext, 'circuit'>): Key {
  const wire = circuit.wires[index] as Wire
  return wire.op === 'outcome' ? `${wire.side} ${wire.node}` : `wire ${index}`
}

/** A value that was worked out before, from a constant or from where it is kept. */
export const read = (key: Key, inside: Scope, { keeping }: Pick<CodegenContext, 'keeping'>): string =>
  named(inside, key) ?? keeping.found(key)

export function wireEmitter(inside: Scope, writing: CodegenContext): WireEmitter<string> {
  const { circuit, schedule, asked, complementedWires } = writing
  return {
    wires: circuit.wires,
    algebra: bits,
    stored: (index) => {
      const wire = circuit.wires[index] as Wire
      if (wire.op === 'column') {
        const { cell, text } = asked[wire.plane] as CellTest
        return { value: text(numberIn(inside, wire.within, cell)), complemented: false }
      }
      if (wire.op !== 'outcome' && !schedule.storedWires.has(index)) return null
      return { value: read(keyOf(index, writing), inside, writing), complemented: complementedWires.has(index) }
    },
  }
}

/** A bit, as text. */
export function bit(ref: Ref, inside: Scope, writing: CodegenContext): string {
  return uncomplemented(emitRef(ref, wireEmitter(inside, writing)), bits)
}

/** Whether a condition is 0 no, 1 not known, 2 yes. */
export function truthText(node: NodeIndex, inside: Scope, writing: CodegenContext): string {
  const side = (of: Side): string => bit(writing.circuit.truth(node, of), inside, writing)
  return `1+(${side('yes')}&1)-(${side('no')}&1)`
}

/** The number in a cell, read once in each scope. */
export function numberIn(inside: Scope, entryKind: EntryKindIndex | null, cell: number): string {
  const key = `cell ${entryKind} ${cell}`
  const text = entryKind === null ? `P[${cell}]` : `R${entryKind}[e+${cell}]`
  if (entryKind !== inside.entryKind) return named(inside, key) ?? text
  return named(inside, key) ?? constant(inside, key, entryKind === null ? `p${cell}` : `e${cell}`, text)
}
