import { falseLiteral, type Literal, negate } from './literal.ts'
import type { Logic } from './tseitin-encoder.ts'

/** A whole number of 0 or more, the lowest bit first. */
export type Bits = readonly Literal[]
/** What is added up less what is taken away: compared without ever being worked out. */
export type Sum = Readonly<{ plus: readonly Bits[]; minus: readonly Bits[]; constant: number }>

/** Bit-blasted integers: each bit is a literal, and so is the outcome of a comparison. */
export type BitVectors = Readonly<{
  /** Any whole number between these. */
  free: (least: number, most: number) => Sum
  isLess: (one: Sum, other: Sum) => Literal
  isAtMost: (one: Sum, other: Sum) => Literal
  /** The one or the other; nothing may be taken away in either. */
  ifThenElse: (by: Literal, then: Sum, otherwise: Sum) => Sum
  /** How many of these are so, as far as this many: "at least 1", "at least 2" … */
  counter: (of: readonly Literal[], upTo: number) => readonly Literal[]
}>

export const constantSum = (constant: number): Sum => ({ plus: [], minus: [], constant })
export const addSums = (...of: readonly Sum[]): Sum => ({
  plus: of.flatMap(({ plus }) => plus),
  minus: of.flatMap(({ minus }) => minus),
  constant: of.reduce((sum, { constant }) => sum + constant, 0),
})
/** So many times as much. */
export const scaleSum = ({ plus, minus, constant }: Sum, factor: number): Sum => {
  const powers = factor
    .toString(2)
    .split('')
    .reverse()
    .flatMap((bit, power) => (bit === '1' ? [power] : []))
  const scaled = (of: readonly Bits[]): readonly Bits[] =>
    of.flatMap((bits) => powers.map((power) => [...new Array<Literal>(power).fill(falseLiteral), ...bits]))
  return { plus: scaled(plus), minus: scaled(minus), constant: constant * factor }
}
export const subtractSums = (from: Sum, what: Sum): Sum => ({
  plus: [...from.plus, ...what.minus],
  minus: [...from.minus, ...what.plus],
  constant: from.constant - what.constant,
})

export function bitVectors({ yes, no, free, all, any, xor, majority, ifThenElse, assert }: Logic): BitVectors {
  const bitsOf = (value: number): Bits =>
    value
      .toString(2)
      .split('')
      .reverse()
      .map((bit) => (bit === '1' ? yes : no))
  const sumOf = (a: Bits, b: Bits): Bits => {
    let carry = no
    const sum = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => {
      const [x, y] = [a[i] ?? no, b[i] ?? no]
      const bit = xor(xor(x, y), carry)
      carry = majority(x, y, carry)
      return bit
    })
    return carry === no ? sum : [...sum, carry]
  }
  const names = new Map<Bits, number>()
  const nameOf = (bits: Bits): number => {
    const name = names.get(bits) ?? names.size
    names.set(bits, name)
    return name
  }
  const namesOf = (of: readonly Bits[]): string =>
    of
      .map(nameOf)
      .sort((a, b) => a - b)
      .join('+')
  const totals = new Map<string, Bits>()
  const total = (of: readonly Bits[], constant: number): Bits => {
    const key = `${namesOf(of)}+${constant}`
    const parts = constant === 0 && of.length > 0 ? of : [...of, bitsOf(constant)]
    const known = totals.get(key) ?? parts.reduce(sumOf)
    totals.set(key, known)
    return known
  }
  const comparisons = new Map<string, Literal>()
  const isAtMost: BitVectors['isAtMost'] = (one, other) => {
    const { plus, minus, constant } = subtractSums(one, other)
    const [left, right] = cancelCommon(plus, minus)
    const key = `${namesOf(left)} ${constant} ${namesOf(right)}`
    const known = comparisons.get(key)
    if (known !== undefined) return known
    const [a, b] = [total(left, Math.max(0, constant)), total(right, Math.max(0, -constant))]
    let so = yes
    for (let i = 0; i < Math.max(a.length, b.length); i++) so = majority(negate(a[i] ?? no), b[i] ?? no, so)
    comparisons.set(key, so)
    return so
  }
  const isLess: BitVectors['isLess'] = (one, other) => negate(isAtMost(other, one))
  const bitsIn = ({ plus, minus, constant }: Sum, less: number): Bits => {
    if (minus.length > 0) throw new Error('A difference is only compared.')
    return total(plus, constant - less)
  }
  return {
    free: (least, greatest) => {
      const bits = Array.from({ length: (greatest - least).toString(2).length }, free)
      const made: Sum = { plus: [bits], minus: [], constant: least }
      if (greatest > least) assert(isAtMost(made, constantSum(greatest)))
      else for (const bit of bits) assert(negate(bit))
      return made
    },
    isLess,
    isAtMost,
    ifThenElse: (by, then, otherwise) => {
      const constant = Math.min(0, then.constant, otherwise.constant)
      const [a, b] = [bitsIn(then, constant), bitsIn(otherwise, constant)]
      const bits = Array.from({ length: Math.max(a.length, b.length) }, (_, i) =>
        ifThenElse(by, a[i] ?? no, b[i] ?? no),
      )
      return { plus: [bits], minus: [], constant }
    },
    counter: (of, upTo) =>
      of.reduce<readonly Literal[]>(
        (least, one) =>
          Array.from({ length: upTo }, (_, i) =>
            any([least[i] ?? no, all([one, i === 0 ? yes : (least[i - 1] ?? no)])]),
          ),
        Array.from({ length: upTo }, () => no),
      ),
  }
}

/** The same number on both sides makes no difference. */
function cancelCommon(left: readonly Bits[], right: readonly Bits[]): readonly [readonly Bits[], readonly Bits[]] {
  const rest = [...right]
  const kept = left.filter((bits) => {
    const at = rest.indexOf(bits)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return [kept, rest]
}
