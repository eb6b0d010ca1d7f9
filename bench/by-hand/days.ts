import { type Day, type Span, wholeYears } from '@facialis/language'
import { no, type Truth, unknown, yes } from './truth.ts'

/** A day to count from: a span of days; null where nobody knows it; `never` where there is none, of which nothing holds. */
export type When = Span | null | 'never'
/** A number of days or years, from the least to the most it can be. */
export type Amount = Readonly<{ lo: number; hi: number }> | null | 'never'

export function onOrAfter(date: When, other: When): Truth {
  if (date === 'never' || other === 'never') return no
  if (date === null || other === null) return unknown
  if (date.lo >= other.hi) return yes
  return date.hi < other.lo ? no : unknown
}

export function before(date: When, other: When): Truth {
  if (date === 'never' || other === 'never') return no
  if (date === null || other === null) return unknown
  if (date.hi < other.lo) return yes
  return date.lo >= other.hi ? no : unknown
}

export function daysBetween(from: When, to: When): Amount {
  if (from === 'never' || to === 'never') return 'never'
  if (from === null || to === null) return null
  return { lo: to.lo - from.hi, hi: to.hi - from.lo }
}

export const daysSince = (date: When, asOf: Day): Amount =>
  date === null || date === 'never' ? date : { lo: asOf - date.hi, hi: asOf - date.lo }

/** Birthdays that have passed. */
export function yearsBetween(from: Span | null, to: Span | null): Amount {
  if (from === null || to === null) return null
  const lo = wholeYears(from.hi, to.lo)
  return { lo, hi: from.lo === from.hi && to.lo === to.hi ? lo : wholeYears(from.lo, to.hi) }
}

export function lessThan(amount: Amount, limit: number): Truth {
  if (amount === 'never') return no
  if (amount === null) return unknown
  if (amount.hi < limit) return yes
  return amount.lo >= limit ? no : unknown
}

export function atLeast(amount: Amount, limit: number): Truth {
  if (amount === 'never') return no
  if (amount === null) return unknown
  if (amount.lo >= limit) return yes
  return amount.hi < limit ? no : unknown
}

export const atMost = (amount: Amount, limit: number): Truth => lessThan(amount, limit + 1)

export const shifted = (date: When, days: number): When =>
  date === null || date === 'never' ? date : { lo: date.lo + days, hi: date.hi + days }

/** The later of two, end by end; one that never was is left out. */
export function later(one: When, other: When): When {
  if (one === 'never') return other
  if (other === 'never') return one
  if (one === null || other === null) return null
  return { lo: Math.max(one.lo, other.lo), hi: Math.max(one.hi, other.hi) }
}
