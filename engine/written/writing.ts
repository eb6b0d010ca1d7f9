import type { Circuit, Side } from '../circuit/circuit.ts'
import { type Algebra, lazy, type Making, straight } from '../circuit/made.ts'
import type { Steps } from '../circuit/steps.ts'
import type { Ref, Wire, WireIndex } from '../circuit/wires.ts'
import type { NodeIndex, Plan, RoomIndex } from '../plan/plan.ts'
import type { Asked } from './cell-leaves.ts'
import type { Keeping } from './keeping.ts'
import { constant, type Key, named, type Scope } from './scope.ts'

/** A module being written. */
export type Writing = Readonly<{
  plan: Plan
  circuit: Circuit
  steps: Steps
  asked: readonly Asked[]
  keeping: Keeping
  /** Wires that stand turned round, because that cost nothing; known once they are written. */
  turned: Set<WireIndex>
  /** Writes a function of one entry; gives its name. */
  ofEntry: (room: RoomIndex, text: (inside: Scope) => string) => string
}>

/** Whole numbers whose lowest bit says whether it is so; the others say nothing, and are cut off where that matters. */
export const bits: Algebra<string> = {
  same: (set) => (set ? '-1' : '0'),
  and: (one, other) => `(${one}&${other})`,
  without: (one, other) => `(${one}&~${other})`,
  or: (one, other) => `(${one}|${other})`,
  not: (one) => `~${one}`,
  choose: (by, whenSet, whenClear) => `(${by}&${whenSet}|~${by}&${whenClear})`,
}

/** What a wire is known by once it was worked out. */
export function keyOf(index: WireIndex, { circuit }: Pick<Writing, 'circuit'>): Key {
  const wire = circuit.wires[index] as Wire
  return wire.op === 'outcome' ? `${wire.side} ${wire.node}` : `wire ${index}`
}

/** A value that was worked out before, from a constant or from where it is kept. */
export const read = (key: Key, inside: Scope, { keeping }: Pick<Writing, 'keeping'>): string =>
  named(inside, key) ?? keeping.found(key)

export function making(inside: Scope, writing: Writing): Making<string> {
  const { circuit, steps, asked, turned } = writing
  return {
    wires: circuit.wires,
    algebra: bits,
    standing: (index) => {
      const wire = circuit.wires[index] as Wire
      if (wire.op === 'column') {
        const { cell, text } = asked[wire.plane] as Asked
        return { value: text(numberIn(inside, wire.within, cell)), opposite: false }
      }
      if (wire.op !== 'outcome' && !steps.keptWires.has(index)) return null
      return { value: read(keyOf(index, writing), inside, writing), opposite: turned.has(index) }
    },
  }
}

/** A bit, as text. */
export function bit(ref: Ref, inside: Scope, writing: Writing): string {
  return straight(lazy(ref, making(inside, writing)), bits)
}

/** Whether a condition is 0 no, 1 not known, 2 yes. */
export function truthText(node: NodeIndex, inside: Scope, writing: Writing): string {
  const side = (of: Side): string => bit(writing.circuit.truth(node, of), inside, writing)
  return `1+(${side('yes')}&1)-(${side('no')}&1)`
}

/** The number in a cell, read once in each scope. */
export function numberIn(inside: Scope, room: RoomIndex | null, cell: number): string {
  const key = `cell ${room} ${cell}`
  const text = room === null ? `P[${cell}]` : `R${room}[e+${cell}]`
  if (room !== inside.room) return named(inside, key) ?? text
  return named(inside, key) ?? constant(inside, key, room === null ? `p${cell}` : `e${cell}`, text)
}
