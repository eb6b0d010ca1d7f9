import {
  type Condition,
  civil,
  type DateTerm,
  type Day,
  dayOf,
  type NumberTerm,
  type Span,
  wholeYears,
} from '@facialis/language'
import { byDay, dayOfAll } from './latest.ts'
import { type Counted, entriesOf, standingOf, type World } from './world.ts'

/** A span of whole numbers, or why there is none. */
export type Measured = Span | 'unknown' | 'not-applicable'

const both = (a: Measured, b: Measured, join: (a: Span, b: Span) => Span): Measured => {
  if (a === 'not-applicable' || b === 'not-applicable') return 'not-applicable'
  if (a === 'unknown' || b === 'unknown') return 'unknown'
  return join(a, b)
}

/** From the least to the greatest that the ends can make between them. */
const product = (a: Span, b: Span): Span => {
  const ends = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi].map((end) => end + 0)
  return { lo: Math.min(...ends), hi: Math.max(...ends) }
}

/** The days a date term may mean. */
export function dateValue(term: DateTerm, world: World, scope: Counted | null): Measured {
  switch (term.kind) {
    case 'as-of':
      return { lo: world.asOf, hi: world.asOf }
    case 'date-of': {
      const standing = standingOf(world, term.fact, scope)
      return standing.known && 'date' in standing.value ? standing.value.date : 'unknown'
    }
    case 'recorded': {
      const standing = standingOf(world, term.fact, scope)
      return standing.known && standing.date ? standing.date : 'unknown'
    }
    case 'entry-date':
      return scope?.date ?? 'unknown'
    case 'latest-date':
      return edgeDate(term, world, (yes, all) => ({
        lo: Math.max(...yes.map((d) => d.lo)),
        hi: Math.max(...all.map((d) => d.hi)),
      }))
    case 'first-date':
      return edgeDate(term, world, (yes, all) => ({
        lo: Math.min(...all.map((d) => d.lo)),
        hi: Math.min(...yes.map((d) => d.hi)),
      }))
    case 'shifted':
      return both(dateValue(term.date, world, scope), numberValue(term.by, world, scope), (d, n) => ({
        lo: d.lo + n.lo,
        hi: d.hi + n.hi,
      }))
    case 'earliest':
    case 'latest': {
      const dates = term.of.map((d) => dateValue(d, world, scope)).filter((d) => d !== 'not-applicable')
      if (dates.length === 0) return 'not-applicable'
      if (dates.includes('unknown')) return 'unknown'
      const pick = term.kind === 'earliest' ? Math.min : Math.max
      const spans = dates as readonly Span[]
      return { lo: pick(...spans.map((d) => d.lo)), hi: pick(...spans.map((d) => d.hi)) }
    }
    case 'provided': {
      const truth = world.truth(term.when, scope)
      return truth === 'yes' ? dateValue(term.date, world, scope) : truth === 'no' ? 'not-applicable' : 'unknown'
    }
    default:
      return term satisfies never
  }
}

type Sorted = Readonly<{ surely: readonly Counted[]; perhaps: readonly Counted[] }>

function sorted(entry: Parameters<typeof entriesOf>[1], where: Condition, world: World): Sorted {
  const surely: Counted[] = []
  const perhaps: Counted[] = []
  for (const candidate of entriesOf(world, entry)) {
    const truth = world.truth(where, candidate)
    if (truth === 'yes') surely.push(candidate)
    else if (truth === 'unknown') perhaps.push(candidate)
  }
  return { surely, perhaps }
}

function edgeDate(
  term: Extract<DateTerm, { kind: 'latest-date' | 'first-date' }>,
  world: World,
  edge: (surely: readonly Span[], all: readonly Span[]) => Span,
): Measured {
  const { surely, perhaps } = sorted(term.entry, term.where, world)
  const all = [...surely, ...perhaps]
  if (all.length === 0) return 'not-applicable'
  const dateIn = (entry: Counted): Span | null => {
    if (!term.of) return entry.date
    const standing = standingOf(world, term.of, entry)
    return standing.known && 'date' in standing.value ? standing.value.date : null
  }
  if (surely.length === 0 || all.some((e) => dateIn(e) === null)) return 'unknown'
  return edge(
    surely.map((e) => dateIn(e) as Span),
    all.map((e) => dateIn(e) as Span),
  )
}

/** The whole numbers a term may mean. */
export function numberValue(term: NumberTerm, world: World, scope: Counted | null): Measured {
  switch (term.kind) {
    case 'number':
      return { lo: term.value, hi: term.value }
    case 'policy': {
      const value = world.policy[term.id] ?? term.default
      return { lo: value, hi: value }
    }
    case 'quantity': {
      const standing = standingOf(world, term.fact, scope)
      return standing.known && 'number' in standing.value
        ? { lo: standing.value.number, hi: standing.value.number }
        : 'unknown'
    }
    case 'days-between':
      return both(dateValue(term.from, world, scope), dateValue(term.to, world, scope), (from, to) => ({
        lo: to.lo - from.hi,
        hi: to.hi - from.lo,
      }))
    case 'years-between':
      return both(dateValue(term.from, world, scope), dateValue(term.to, world, scope), (from, to) => ({
        lo: wholeYears(from.hi, to.lo),
        hi: wholeYears(from.lo, to.hi),
      }))
    case 'count': {
      const { surely, perhaps } = sorted(term.entry, term.where, world)
      return { lo: surely.length, hi: surely.length + perhaps.length }
    }
    case 'sum': {
      const { surely, perhaps } = sorted(term.entry, term.where, world)
      const amount = (entry: Counted): Measured => numberValue({ kind: 'quantity', fact: term.of }, world, entry)
      let total: Measured = { lo: 0, hi: 0 }
      for (const entry of surely) total = both(total, amount(entry), (a, b) => ({ lo: a.lo + b.lo, hi: a.hi + b.hi }))
      for (const entry of perhaps)
        total = both(total, amount(entry), (a, b) => ({ lo: a.lo + Math.min(0, b.lo), hi: a.hi + Math.max(0, b.hi) }))
      return total
    }
    case 'plus':
      return term.of
        .map((part) => numberValue(part, world, scope))
        .reduce((a, b) => both(a, b, (x, y) => ({ lo: x.lo + y.lo, hi: x.hi + y.hi })), { lo: 0, hi: 0 })
    case 'times':
      return both(numberValue(term.left, world, scope), numberValue(term.right, world, scope), product)
    case 'run-length':
      return runLength(term, world)
    default:
      return term satisfies never
  }
}

function runLength(term: Extract<NumberTerm, { kind: 'run-length' }>, world: World): Measured {
  let begun: Readonly<{ on: Span | null }> | null = null
  let length: Measured = 'not-applicable'
  for (const day of byDay(world, term.entry).toReversed()) {
    const during = day.filter((entry) => world.truth(term.during, entry) === 'yes')
    const ending = day.filter((entry) => !during.includes(entry) && world.truth(term.endedBy, entry) === 'yes')
    if (begun && ending.length > 0) {
      const [from, to]: readonly (Span | null)[] = [begun.on, dayOfAll(ending)]
      length = from && to ? { lo: to.lo - from.hi, hi: to.hi - from.lo } : 'unknown'
      begun = null
    }
    if (during.length > 0) begun ??= { on: dayOfAll(during) }
  }
  return length
}

/** By how much a term grows with each day that passes, where that is steady. */
export function slopeOf(term: NumberTerm | DateTerm): number {
  switch (term.kind) {
    case 'as-of':
      return 1
    case 'days-between':
      return slopeOf(term.to) - slopeOf(term.from)
    case 'shifted':
      return slopeOf(term.date) + slopeOf(term.by)
    case 'provided':
      return slopeOf(term.date)
    case 'plus':
      return term.of.reduce((total, part) => total + slopeOf(part), 0)
    case 'times':
      return steadyProduct(term.left, term.right) + steadyProduct(term.right, term.left)
    case 'earliest':
    case 'latest':
      return term.of.some((part) => slopeOf(part) !== 0) ? 1 : 0
    default:
      return 0
  }
}

const steadyProduct = (factor: NumberTerm, term: NumberTerm): number =>
  factor.kind === 'number' ? factor.value * slopeOf(term) : 0

/**
 * The anniversaries that could turn a comparison of a `years-between` measured up to the day: those on which it comes
 * to the bound it is held against, or passes it; where the bound moves too, the next ones.
 */
export function yearsChange(term: NumberTerm, bound: Span | null, world: World, scope: Counted | null): readonly Day[] {
  if (term.kind === 'times') return [term.left, term.right].flatMap((part) => yearsChange(part, null, world, scope))
  if (term.kind === 'plus') return term.of.flatMap((part) => yearsChange(part, null, world, scope))
  if (term.kind !== 'years-between' || slopeOf(term.to) === 0) return []
  const from = dateValue(term.from, world, scope)
  if (typeof from === 'string') return []
  return [from.lo, from.hi].flatMap((day) => {
    if (bound === null || term.to.kind !== 'as-of') return [nextAnniversary(day, world.asOf)]
    return [bound.lo, bound.lo + 1, bound.hi, bound.hi + 1].map((years) => anniversary(day, years))
  })
}

function anniversary(of: Day, years: number): Day {
  const { year, month, day } = civil(of)
  return dayOf(year + years, month, day)
}

function nextAnniversary(of: Day, after: Day): Day {
  const years = civil(after).year - civil(of).year
  const thisYear = anniversary(of, years)
  return thisYear > after ? thisYear : anniversary(of, years + 1)
}
