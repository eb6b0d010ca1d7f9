import { isComplemented, type Ref, type Wire, wireOf } from './circuit-builder.ts'

/** The Boolean operations of a code generator's target. */
export type BooleanAlgebra<Value> = Readonly<{
  constant: (set: boolean) => Value
  and: (one: Value, other: Value) => Value
  /** The first, where the other is not set. */
  andNot: (one: Value, other: Value) => Value
  or: (one: Value, other: Value) => Value
  not: (one: Value) => Value
  select: (by: Value, whenSet: Value, whenClear: Value) => Value
}>

/** A value with a complement flag, as in an and-inverter graph: the inversion is deferred until it is free or needed. */
export type Complementable<Value> = Readonly<{ value: Value; complemented: boolean }>

export type WireEmitter<Value> = Readonly<{
  wires: readonly Wire[]
  algebra: BooleanAlgebra<Value>
  /** What a wire is that stands somewhere already; null where it is to be worked out on the spot. */
  stored: (wire: number) => Complementable<Value> | null
}>

/** Emits the value of a reference: read where the wire is stored, computed in place otherwise. */
export function emitRef<Value>(ref: Ref, emitter: WireEmitter<Value>): Complementable<Value> {
  const index = wireOf(ref)
  const { value, complemented } = emitter.stored(index) ?? emitWire(emitter.wires[index] as Wire, emitter)
  return { value, complemented: complemented !== isComplemented(ref) }
}

/** Emits the operation of a wire, whether or not its value is stored. */
export function emitWire<Value>(wire: Wire, emitter: WireEmitter<Value>): Complementable<Value> {
  const { and, or, andNot, constant, select } = emitter.algebra
  const chain = (of: readonly Complementable<Value>[], join: (one: Value, other: Value) => Value): Value =>
    of.map(({ value }) => value).reduce(join)
  switch (wire.op) {
    case 'all-set':
      return { value: constant(true), complemented: false }
    case 'and':
    case 'or': {
      const parts = wire.of.map((part) => emitRef(part, emitter))
      const [plain, turned] = [
        parts.filter(({ complemented }) => !complemented),
        parts.filter(({ complemented }) => complemented),
      ]
      const [kept, left] = wire.op === 'and' ? [plain, turned] : [turned, plain]
      if (kept.length === 0) return { value: chain(left, or), complemented: wire.op === 'and' }
      const value = left.reduce((all, one) => andNot(all, one.value), chain(kept, and))
      return { value, complemented: wire.op === 'or' }
    }
    case 'choose': {
      const [by, whenSet, whenClear] = [wire.by, wire.set, wire.clear].map((part) => emitRef(part, emitter)) as [
        Complementable<Value>,
        Complementable<Value>,
        Complementable<Value>,
      ]
      const [first, second] = by.complemented ? [whenClear, whenSet] : [whenSet, whenClear]
      const alike = first.complemented === second.complemented
      const plainValue = (one: Complementable<Value>): Value =>
        alike ? one.value : uncomplemented(one, emitter.algebra)
      return {
        value: select(by.value, plainValue(first), plainValue(second)),
        complemented: alike && first.complemented,
      }
    }
    case 'column':
    case 'outcome':
    case 'some':
      throw new Error(`A wire that is ${wire.op} is read from where it stands.`)
    default:
      return wire satisfies never
  }
}

export const uncomplemented = <Value>(
  { value, complemented }: Complementable<Value>,
  { not }: BooleanAlgebra<Value>,
): Value => (complemented ? not(value) : value)
