import { isOpposite, type Ref, type Wire, wireOf } from './wires.ts'

/** How two-valued values are joined by whoever writes them down. */
export type Algebra<Value> = Readonly<{
  same: (set: boolean) => Value
  and: (one: Value, other: Value) => Value
  /** The first, where the other is not set. */
  without: (one: Value, other: Value) => Value
  or: (one: Value, other: Value) => Value
  not: (one: Value) => Value
  choose: (by: Value, whenSet: Value, whenClear: Value) => Value
}>

/** A value, or its opposite: turning it round is left to whoever can do it for nothing. */
export type Lazy<Value> = Readonly<{ value: Value; opposite: boolean }>

export type Making<Value> = Readonly<{
  wires: readonly Wire[]
  algebra: Algebra<Value>
  /** What a wire is that stands somewhere already; null where it is to be worked out on the spot. */
  standing: (wire: number) => Lazy<Value> | null
}>

/** What a wire is, worked out where it is asked for. */
export function lazy<Value>(ref: Ref, making: Making<Value>): Lazy<Value> {
  const index = wireOf(ref)
  const { value, opposite } = making.standing(index) ?? made(making.wires[index] as Wire, making)
  return { value, opposite: opposite !== isOpposite(ref) }
}

/** The operation of a wire itself, without looking whether it stands anywhere. */
export function made<Value>(wire: Wire, making: Making<Value>): Lazy<Value> {
  const { and, or, without, same, choose } = making.algebra
  const chain = (of: readonly Lazy<Value>[], join: (one: Value, other: Value) => Value): Value =>
    of.map(({ value }) => value).reduce(join)
  switch (wire.op) {
    case 'all-set':
      return { value: same(true), opposite: false }
    case 'and':
    case 'or': {
      const parts = wire.of.map((part) => lazy(part, making))
      const [plain, turned] = [parts.filter(({ opposite }) => !opposite), parts.filter(({ opposite }) => opposite)]
      const [kept, left] = wire.op === 'and' ? [plain, turned] : [turned, plain]
      if (kept.length === 0) return { value: chain(left, or), opposite: wire.op === 'and' }
      const value = left.reduce((all, one) => without(all, one.value), chain(kept, and))
      return { value, opposite: wire.op === 'or' }
    }
    case 'choose': {
      const [by, whenSet, whenClear] = [wire.by, wire.set, wire.clear].map((part) => lazy(part, making)) as [
        Lazy<Value>,
        Lazy<Value>,
        Lazy<Value>,
      ]
      const [first, second] = by.opposite ? [whenClear, whenSet] : [whenSet, whenClear]
      const alike = first.opposite === second.opposite
      const straightened = (one: Lazy<Value>): Value => (alike ? one.value : straight(one, making.algebra))
      return { value: choose(by.value, straightened(first), straightened(second)), opposite: alike && first.opposite }
    }
    case 'column':
    case 'outcome':
    case 'some':
      throw new Error(`A wire that is ${wire.op} is read from where it stands.`)
    default:
      return wire satisfies never
  }
}

export const straight = <Value>({ value, opposite }: Lazy<Value>, { not }: Algebra<Value>): Value =>
  opposite ? not(value) : value
