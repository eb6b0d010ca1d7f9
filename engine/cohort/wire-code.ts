import { type Code, op, vector } from './assembler.ts'
import type { PlaneAt } from './reading.ts'
import { isOpposite, type Ref, type Wire, wireOf } from './wires.ts'

/** A plane on the stack, or its opposite: turning it round is left to whoever can do it for nothing. */
export type Lazy = Readonly<{ code: Code; opposite: boolean }>

type Around = Readonly<{
  wires: readonly Wire[]
  /** Where a wire stands that is not to be worked out on the spot: in a local, or in memory. */
  standing: (wire: number) => Readonly<{ local: number; opposite: boolean }> | PlaneAt | null
}>

/** What a wire is, worked out where it is asked for. */
export function lazy(ref: Ref, around: Around): Lazy {
  const turned = isOpposite(ref)
  const index = wireOf(ref)
  const stands = around.standing(index)
  if (stands) {
    const code: Code = 'local' in stands ? op.get(stands.local) : [...stands.address, ...vector.load(stands.offset)]
    return { code, opposite: stands.opposite !== turned }
  }
  const { code, opposite } = made(around.wires[index] as Wire, around)
  return { code, opposite: opposite !== turned }
}

/** The operation of a wire itself, without looking whether it stands anywhere. */
export function made(wire: Wire, around: Around): Lazy {
  switch (wire.op) {
    case 'all-set':
      return { code: vector.const(-1), opposite: false }
    case 'and':
    case 'or': {
      const parts = wire.of.map((part) => lazy(part, around))
      const [plain, turned] = [parts.filter((part) => !part.opposite), parts.filter((part) => part.opposite)]
      const chain = (of: readonly Lazy[], joins: Code): Code =>
        of.flatMap(({ code }, at) => (at === 0 ? code : [...code, ...joins]))
      if (wire.op === 'and') {
        if (plain.length === 0) return { code: chain(turned, vector.or), opposite: true }
        const rest = turned.flatMap(({ code }) => [...code, ...vector.andNot])
        return { code: [...chain(plain, vector.and), ...rest], opposite: false }
      }
      if (turned.length === 0) return { code: chain(plain, vector.or), opposite: false }
      const rest = plain.flatMap(({ code }) => [...code, ...vector.andNot])
      return { code: [...chain(turned, vector.and), ...rest], opposite: true }
    }
    case 'choose': {
      const [by, set, clear] = [lazy(wire.by, around), lazy(wire.set, around), lazy(wire.clear, around)]
      const [first, second] = by.opposite ? [clear, set] : [set, clear]
      const alike = first.opposite === second.opposite
      const one = alike ? first.code : straight(first)
      const other = alike ? second.code : straight(second)
      return { code: [...one, ...other, ...by.code, ...vector.choose], opposite: alike && first.opposite }
    }
    case 'column':
    case 'outcome':
    case 'some':
      throw new Error(`A wire that is ${wire.op} is read from where it stands.`)
    default:
      return wire satisfies never
  }
}

export const straight = ({ code, opposite }: Lazy): Code => (opposite ? [...code, ...vector.not] : code)
