import {
  type Asking,
  type Chart,
  type Day,
  emptyChart,
  type Fact,
  type Span,
  type Unknown,
  type Value,
} from '@facialis/language'
import { saying, stating, withEntry } from '../local-search/edits.ts'
import { isJudgement } from '../local-search/judgements.ts'
import { isWord, type Place } from '../plan/layout.ts'
import type { Sum } from './bit-vectors.ts'
import { type Days, today } from './symbolic-days.ts'
import type { SymbolicPlan } from './symbolic-plan.ts'

/** A person on one day, with the policy of one site: the witness of a satisfiable query. */
export type Witness = Readonly<{ chart: Chart; asking: Asking }>

/** Decodes the solver's last model into a chart and policy on this day. Only facts that the query read are recorded. */
export function decodeModel({ plan, solver, sheet }: SymbolicPlan, asOf: Day): Witness {
  const { isTrue } = solver
  const numberIn = ({ plus, minus, constant }: Sum): number => {
    const total = (of: Sum['plus']): number =>
      of.reduce((sum, bits) => sum + bits.reduce((value, bit, i) => value + (isTrue(bit) ? 2 ** i : 0), 0), 0)
    return total(plus) - total(minus) + constant
  }
  const dayIn = (sum: Sum): Day => numberIn(sum) - today + asOf
  const daysIn = ({ known, lo, hi }: Days): Span | null => (isTrue(known) ? { lo: dayIn(lo), hi: dayIn(hi) } : null)
  const valueIn = (place: Place, row: number): Value | Unknown => {
    const { fact } = place
    if (isWord(fact) && 'values' in fact) {
      const word = sheet.words(place, row).findIndex(isTrue)
      return word < 0 ? notKnown : { word: fact.values[word] as string }
    }
    if (!isTrue(sheet.isKnown(place, row))) return notKnown
    switch (fact.type) {
      case 'set': {
        const { members } = sheet.members(place, row)
        return { words: fact.values.filter((_, i) => isTrue(members[i] as number)) }
      }
      case 'quantity':
        return { number: numberIn(sheet.amount(place, row).value) }
      case 'date':
        return { date: daysIn(sheet.date(place, row)) as Span }
      default:
        return { text: 'made up' }
    }
  }
  const observedOn = (place: Place, value: Value | Unknown): Span | null => {
    if (place.observed !== null && sheet.read.observed.has(place)) return daysIn(sheet.observed(place, -1))
    const on = 'date' in value && mayBeInFuture(place.fact) ? Math.min(asOf, value.date.lo) : asOf
    return { lo: on, hi: on }
  }

  const read = [...sheet.read.places.values()]
  let chart: Chart = emptyChart
  for (const { place } of read.filter(({ row }) => row < 0)) {
    const value = valueIn(place, -1)
    const observed = observedOn(place, value)
    // What was never seen and stands where nothing is recorded is left unsaid: said without a day, it may be too old.
    if ('unknown' in value ? !place.fact.unrecorded : observed === null && isUnrecorded(place.fact, value)) continue
    chart = stating(chart, place.fact, value, observed)
  }
  for (const { entryKind, row } of sheet.read.rows.values()) {
    if (!isTrue(sheet.isThere(entryKind, row))) continue
    const { entry } = plan.layout.entryKinds[entryKind] as (typeof plan.layout.entryKinds)[number]
    const made = withEntry(chart, entry, daysIn(sheet.entryDate(entryKind, row)))
    chart = made.chart
    const ofEntry = read.filter((one) => one.place.entryKind === entryKind && one.row === row)
    // A judgement comes last: what it needs beside it stands by then.
    const values = ofEntry.map(({ place }) => ({ place, value: valueIn(place, row) }))
    values.sort((a, b) => Number(isJudgement(a.place.fact, a.value)) - Number(isJudgement(b.place.fact, b.value)))
    for (const { place, value } of values)
      if (!isLeftUnsaid(place, row, value)) chart = saying(chart, made.id, place.fact, value, asOf)
  }
  const policy = Object.fromEntries(
    [...sheet.read.policies.values()].flatMap((number) => {
      const value = numberIn(sheet.policy(number))
      return value === number.default ? [] : [[number.id, value]]
    }),
  )
  return { chart, asking: { asOf, policy } }

  /** A field that says nothing by itself; what another one fills, and is not known, has to say so. */
  function isLeftUnsaid(place: Place, row: number, value: Value | Unknown): boolean {
    const { fact, entryKind, observed } = place
    if ('unknown' in value) return !fact.unrecorded && !isFilled(place)
    if (entryKind === null || observed === null || !isUnrecorded(fact, value)) return false
    return isTrue(sheet.entryDate(entryKind, row).known) && !isTrue(sheet.observed(place, row).known)
  }
  function isFilled({ fact, entryKind }: Place): boolean {
    return (
      entryKind !== null &&
      (plan.layout.entryKinds[entryKind]?.entry.fills ?? []).some(({ fills }) => fills.some(({ id }) => id === fact.id))
    )
  }
}

function isUnrecorded({ unrecorded }: Fact, value: Value): boolean {
  if (!unrecorded) return false
  if ('word' in unrecorded) return 'word' in value && value.word === unrecorded.word
  const { words } = unrecorded
  return 'words' in value && value.words.length === words.length && value.words.every((one) => words.includes(one))
}
const mayBeInFuture = (fact: Fact): boolean => fact.type === 'date' && fact.may === 'future'
const notKnown: Unknown = { unknown: 'asked-unanswered' }
