import type { PolicyNumber } from '@facialis/language'
import { isWord, type Place } from '../plan/layout.ts'
import type { Plan } from '../plan/plan.ts'
import type { BitVectors, Sum } from './bit-vectors.ts'
import { type Literal, negate } from './literal.ts'
import { observedDays } from './observed-days.ts'
import { type Days, lastDay, symbolicDays, today } from './symbolic-days.ts'
import type { Logic } from './tseitin-encoder.ts'

export type Words = readonly Literal[]
export type Members = Readonly<{ known: Literal; members: readonly Literal[] }>
export type Amount = Readonly<{ known: Literal; value: Sum }>

/**
 * A symbolic sheet: literals and bit-vectors for every cell, constrained to the values that some chart can give it.
 * `row`: -1 for the person, else one of the entries of a kind. What is never asked for is not there.
 */
export type SymbolicSheet = Readonly<{
  isThere: (entryKind: number, row: number) => Literal
  isKnown: (place: Place, row: number) => Literal
  /** Of a choice, which word it is; none where it is not known. */
  words: (place: Place, row: number) => Words
  members: (place: Place, row: number) => Members
  amount: (place: Place, row: number) => Amount
  date: (place: Place, row: number) => Days
  observed: (place: Place, row: number) => Days
  entryDate: (entryKind: number, row: number) => Days
  policy: (number: PolicyNumber) => Sum
  /** What was asked for so far. */
  read: Readonly<{
    places: ReadonlyMap<string, Readonly<{ place: Place; row: number }>>
    /** Facts about the person of which the day was asked. */
    observed: ReadonlySet<Place>
    rows: ReadonlyMap<string, Readonly<{ entryKind: number; row: number }>>
    policies: ReadonlyMap<string, PolicyNumber>
  }>
}>

export function symbolicSheet({ layout }: Plan, logic: Logic, numbers: BitVectors): SymbolicSheet {
  const { free, any, assert } = logic
  const made = new Map<string, unknown>()
  const once = <T>(key: string, make: () => T, law?: (made: T) => void): T => {
    if (made.has(key)) return made.get(key) as T
    const so = make()
    made.set(key, so)
    law?.(so)
    return so
  }
  const places = new Map<string, Readonly<{ place: Place; row: number }>>()
  const dated = new Set<Place>()
  const rows = new Map<string, Readonly<{ entryKind: number; row: number }>>()
  const policies = new Map<string, PolicyNumber>()
  const keyOf = (place: Place, row: number): string => `${place.fact.scope} ${place.fact.id} ${row}`
  const implies = (one: Literal, ...anyOf: readonly Literal[]): void => assert(negate(one), ...anyOf)
  const days = symbolicDays(logic, numbers)
  const cell = <T>(kind: string, place: Place, row: number, make: () => T, law?: (made: T) => void): T => {
    const key = keyOf(place, row)
    places.set(key, { place, row })
    return once(`${kind} ${key}`, make, law)
  }
  const policy: SymbolicSheet['policy'] = (number) => {
    policies.set(number.id, number)
    return once(`policy ${number.id}`, () => numbers.free(number.min, number.max))
  }
  const isThere: SymbolicSheet['isThere'] = (entryKind, row) => {
    rows.set(`${entryKind} ${row}`, { entryKind, row })
    // Which of several entries it is makes no difference: the first are there before the others.
    return once(`there ${entryKind} ${row}`, free, (so) => row > 0 && implies(so, isThere(entryKind, row - 1)))
  }
  const entryDate: SymbolicSheet['entryDate'] = (entryKind, row) => once(`entry ${entryKind} ${row}`, () => days(today))

  const words: SymbolicSheet['words'] = (place, row) =>
    cell(
      'words',
      place,
      row,
      () => ('values' in place.fact ? place.fact.values.map(free) : []),
      (all) => {
        for (const [i, one] of all.entries()) for (const other of all.slice(i + 1)) assert(negate(one), negate(other))
        judgedByNobody(place, row, all)
      },
    )
  /** A judgement without its who, when and why could not be recorded. */
  const judgedByNobody = (place: Place, row: number, all: Words): void => {
    const { fact } = place
    if (!('judged' in fact) || fact.judged === null) return
    for (const word of fact.judged.words) {
      const said = all[fact.values.indexOf(word)] as Literal
      if (place.entryKind === null) {
        if (place.observed !== null) implies(said, observed(place, row).known)
      } else for (const need of fact.judged.needs) implies(said, isSaid(layout.placeOf(need), row))
    }
  }
  const isSaid = (place: Place, row: number): Literal => {
    const { fact } = place
    if (!isWord(fact) || !('values' in fact)) return isKnown(place, row)
    const { unrecorded } = fact
    return any(
      words(place, row).filter((_, i) => !(unrecorded && 'word' in unrecorded && fact.values[i] === unrecorded.word)),
    )
  }
  const members: SymbolicSheet['members'] = (place, row) =>
    cell('members', place, row, () => ({
      known: free(),
      members: 'values' in place.fact ? place.fact.values.map(free) : [],
    }))
  const amount: SymbolicSheet['amount'] = (place, row) =>
    cell('amount', place, row, () => {
      const { fact } = place
      if (fact.type !== 'quantity') throw new Error(`${fact.id} is no amount.`)
      return { known: free(), value: numbers.free(fact.min, fact.max) }
    })
  const date: SymbolicSheet['date'] = (place, row) => cell('date', place, row, () => days(lastDay))
  const isKnown: SymbolicSheet['isKnown'] = (place, row) => {
    switch (place.fact.type) {
      case 'choice':
      case 'yes-no':
        return any(words(place, row))
      case 'set':
        return members(place, row).known
      case 'quantity':
        return amount(place, row).known
      case 'date':
        return date(place, row).known
      case 'text':
        return cell('text', place, row, free)
      default:
        return place.fact satisfies never
    }
  }
  const observed: SymbolicSheet['observed'] = (place, row) =>
    place.entryKind === null ? observedOfPerson(place, row) : observedOfEntry(place, row, place.entryKind)
  const observedOfPerson = (place: Place, row: number): Days => {
    dated.add(place)
    return cell(
      'observed',
      place,
      row,
      () => days(today),
      (seen) => observing.holdOfPerson(place, row, seen),
    )
  }
  const observedOfEntry = (place: Place, row: number, entryKind: number): Days =>
    cell('observed', place, row, () => observing.ofEntry(place, row, entryKind))
  const observing = observedDays({ layout, logic, numbers, sheet: { isKnown, words, members, entryDate, policy } })
  return {
    isThere,
    isKnown,
    words,
    members,
    amount,
    date,
    observed,
    entryDate,
    policy,
    read: { places, observed: dated, rows, policies },
  }
}
