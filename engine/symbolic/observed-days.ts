import type { Fact, PolicyNumber } from '@facialis/language'
import { adverseValues } from '../chart/resolved-chart.ts'
import type { Place } from '../plan/layout.ts'
import type { Plan } from '../plan/plan.ts'
import { addSums, type BitVectors, constantSum, type Sum } from './bit-vectors.ts'
import { type Literal, negate } from './literal.ts'
import { type Days, today } from './symbolic-days.ts'
import type { Logic } from './tseitin-encoder.ts'

type Context = Readonly<{
  layout: Plan['layout']
  logic: Logic
  numbers: BitVectors
  /** What stands in the cells beside it. */
  sheet: Readonly<{
    isKnown: (place: Place, row: number) => Literal
    words: (place: Place, row: number) => readonly Literal[]
    members: (place: Place, row: number) => Readonly<{ known: Literal; members: readonly Literal[] }>
    entryDate: (entryKind: number, row: number) => Days
    policy: (number: PolicyNumber) => Sum
  }>
}>

/** On which day an answer was observed, as far as what stands in the cells of the unknown sheet leaves it open. */
export function observedDays({
  layout,
  logic,
  numbers,
  sheet: { isKnown, words, members, entryDate, policy },
}: Context) {
  const { free, all, any, assert } = logic
  const implies = (one: Literal, other: Literal): void => assert(negate(one), other)

  /** Has it hold of the day of an answer about the person. */
  const holdOfPerson = (place: Place, row: number, seen: Days): void => {
    implies(seen.known, isKnown(place, row))
    const good = goodFor(place.fact)
    if (good === null) return
    // A reassuring answer that has grown too old is not known any more; what nobody said does not grow old.
    const isUnsaid = all([negate(seen.known), isUnrecorded(place, row)])
    const reassures = all([isKnown(place, row), negate(isAdverse(place, row)), negate(isUnsaid)])
    implies(reassures, seen.known)
    implies(reassures, numbers.isAtMost(constantSum(today), addSums(seen.lo, good)))
  }
  /** It is what stands where nothing is recorded. */
  const isUnrecorded = (place: Place, row: number): Literal => {
    const { fact } = place
    if (!fact.unrecorded || !('values' in fact)) return logic.no
    const { unrecorded } = fact
    if ('word' in unrecorded) return words(place, row)[fact.values.indexOf(unrecorded.word)] ?? logic.no
    const { known, members: each } = members(place, row)
    return all([
      known,
      ...each.map((one, i) => (unrecorded.words.includes(fact.values[i] as string) ? one : negate(one))),
    ])
  }
  /** A field was observed on the day of its entry; what stands where nothing is recorded, on none. */
  const ofEntry = (place: Place, row: number, entryKind: number): Days => {
    const day = entryDate(entryKind, row)
    const unsaid = place.fact.unrecorded ? [isUnrecorded(place, row), negate(isFilled(place, row, entryKind))] : null
    const stated = unsaid ? any([negate(all(unsaid)), free()]) : logic.yes
    return { ...day, known: all([day.known, isKnown(place, row), stated]) }
  }
  /** A word of another field says it; one that may stand there unsaid fills nothing. */
  const isFilled = ({ fact }: Place, row: number, entryKind: number): Literal => {
    const { fills } = (layout.entryKinds[entryKind] as (typeof layout.entryKinds)[number]).entry
    const filling = fills.filter((one) => one.fills.some(({ id }) => id === fact.id))
    return any(
      filling.flatMap(({ field, is }) => {
        const { unrecorded } = field
        const isUnsaid = unrecorded !== null && 'word' in unrecorded && unrecorded.word === is
        return 'values' in field && !isUnsaid ? (words(layout.placeOf(field), row)[field.values.indexOf(is)] ?? []) : []
      }),
    )
  }
  const goodFor = (fact: Fact): Sum | null =>
    fact.askedAt === 'session' ? constantSum(0) : fact.goodFor ? policy(fact.goodFor) : null
  const isAdverse = (place: Place, row: number): Literal => {
    const { fact } = place
    const adverse = adverseValues(fact)
    if (!('values' in fact)) return logic.no
    const said = fact.type === 'set' ? members(place, row).members : words(place, row)
    return any(said.filter((_, i) => adverse.has(fact.values[i] as string)))
  }
  return { holdOfPerson, ofEntry }
}
