import type { Gates } from './gates.ts'
import { type Literal, neverSo, opposite } from './literal.ts'

/** A whole number of 0 or more, the lowest bit first. */
export type Bits = readonly Literal[]
/** What is added up less what is taken away: compared without ever being worked out. */
export type Sum = Readonly<{ plus: readonly Bits[]; minus: readonly Bits[]; constant: number }>

/** Whole numbers of which nothing is settled: each bit is a statement, and so is what a comparison comes to. */
export type Numbers = Readonly<{
  /** Any whole number between these. */
  free: (least: number, most: number) => Sum
  isLess: (one: Sum, other: Sum) => Literal
  isAtMost: (one: Sum, other: Sum) => Literal
  /** The one or the other; nothing may be taken away in either. */
  choose: (by: Literal, then: Sum, otherwise: Sum) => Sum
  /** How many of these are so, as far as this many: "at least 1", "at least 2" … */
  counted: (of: readonly Literal[], upTo: number) => readonly Literal[]
}>

export const exactly = (constant: number): Sum => ({ plus: [], minus: [], constant })
export const added = (...of: readonly Sum[]): Sum => ({
  plus: of.flatMap(({ plus }) => plus),
  minus: of.flatMap(({ minus }) => minus),
  constant: of.reduce((sum, { constant }) => sum + constant, 0),
})
/** So many times as much. */
export const times = ({ plus, minus, constant }: Sum, factor: number): Sum => {
  const powers = factor
    .toString(2)
    .split('')
    .reverse()
    .flatMap((bit, power) => (bit === '1' ? [power] : []))
  const scaled = (of: readonly Bits[]): readonly Bits[] =>
    of.flatMap((bits) => powers.map((power) => [...new Array<Literal>(power).fill(neverSo), ...bits]))
  return { plus: scaled(plus), minus: scaled(minus), constant: constant * factor }
}
export const lacking = (from: Sum, what: Sum): Sum => ({
  plus: [...from.plus, ...what.minus],
  minus: [...from.minus, ...what.plus],
  constant: from.constant - what.constant,
})

export function numbersOver({ yes, no, free, all, any, differ, most, choose, hold }: Gates): Numbers {
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
      const bit = differ(differ(x, y), carry)
      carry = most(x, y, carry)
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
  const isAtMost: Numbers['isAtMost'] = (one, other) => {
    const { plus, minus, constant } = lacking(one, other)
    const [left, right] = withoutBoth(plus, minus)
    const key = `${namesOf(left)} ${constant} ${namesOf(right)}`
    const known = comparisons.get(key)
    if (known !== undefined) return known
    const [a, b] = [total(left, Math.max(0, constant)), total(right, Math.max(0, -constant))]
    let so = yes
    for (let i = 0; i < Math.max(a.length, b.length); i++) so = most(opposite(a[i] ?? no), b[i] ?? no, so)
    comparisons.set(key, so)
    return so
  }
  const isLess: Numbers['isLess'] = (one, other) => opposite(isAtMost(other, one))
  const bitsIn = ({ plus, minus, constant }: Sum, less: number): Bits => {
    if (minus.length > 0) throw new Error('A difference is only compared.')
    return total(plus, constant - less)
  }
  return {
    free: (least, greatest) => {
      const bits = Array.from({ length: (greatest - least).toString(2).length }, free)
      const made: Sum = { plus: [bits], minus: [], constant: least }
      if (greatest > least) hold(isAtMost(made, exactly(greatest)))
      else for (const bit of bits) hold(opposite(bit))
      return made
    },
    isLess,
    isAtMost,
    choose: (by, then, otherwise) => {
      const constant = Math.min(0, then.constant, otherwise.constant)
      const [a, b] = [bitsIn(then, constant), bitsIn(otherwise, constant)]
      const bits = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => choose(by, a[i] ?? no, b[i] ?? no))
      return { plus: [bits], minus: [], constant }
    },
    counted: (of, upTo) =>
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
function withoutBoth(left: readonly Bits[], right: readonly Bits[]): readonly [readonly Bits[], readonly Bits[]] {
  const rest = [...right]
  const kept = left.filter((bits) => {
    const at = rest.indexOf(bits)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return [kept, rest]
}
