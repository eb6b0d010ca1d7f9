import type { CodeMeaning, Fact } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import { codeOf } from '../terms/concept.ts'
import { type ConceptMeaning, conceptMeaningOf, measuresOf } from '../terms/concept-meaning.ts'
import { whenOf } from '../values/when.ts'
import { isInError, noted } from './counts.ts'
import { isAdverse, isReassuring, type Listed, type Reading, type Said, state } from './reading.ts'
import type { Item } from './references.ts'
import { isRole, roleWord } from './roles.ts'
import { ownObservationsOf } from './told-by.ts'

const past = new Set(['inactive', 'resolved', 'remission'])
/** Members by which a problem says that it ended. */
const ends = ['abatementDateTime', 'abatementPeriod', 'abatementAge', 'abatementRange', 'abatementString']

/**
 * A problem-list item. What counts against an offer is taken whatever its status, short of refuted; what speaks for
 * one only from a confirmed, active item in confirmed codes.
 */
export function readCondition(item: Item, reading: Reading): void {
  const { resource, where } = item
  const { counts } = reading
  const verification = codeOf(resource.verificationStatus)
  if (isInError(reading, verification)) return
  const isOver = past.has(codeOf(resource.clinicalStatus) ?? '')
  const understood = meaningsIn(resource, isOver, reading)
  if (!noted(reading, understood)) return
  const isPast = isOver || ends.some((name) => name in resource)
  const date = whenOf(resource, ['recordedDate', 'onsetDateTime', 'onsetPeriod'], where, reading)
  if (verification === 'refuted') {
    refute(item, reading)
    return
  }
  const isSettled = verification === 'confirmed' && !isPast
  const take = (row: CodeMeaning, fact: Fact, value: Said): void => {
    if (isReassuring(fact, value) && !(isSettled && row.code.confirmed)) counts.notTaken++
    else {
      if (isPast && isAdverse(fact, value)) counts.keptAdverse++
      const listed = listedBy(row, isSettled, item, reading)
      state(reading, fact, value, date, item, listed && { listed })
    }
  }
  for (const { row, fact, value } of understood.states) take(row, fact, { word: value })
  for (const row of understood.rows)
    for (const fact of measuresOf(row)) {
      const value = measured(fact, item, reading)
      if (value) take(row, fact, value)
      else if (isRole(reading.pathway, fact) && isSettled) counts.unsigned++
    }
}

/** What its code means: some problems, such as a pregnancy, say nothing any more once they are over. */
function meaningsIn({ code }: JsonObject, isOver: boolean, { terms }: Reading): ConceptMeaning {
  const always = terms.meaningsOf('Condition', code)
  if (isOver) return always
  const active = terms.meaningsOf('active Condition', code).rows
  return active.length === 0 ? always : conceptMeaningOf([...always.rows, ...active], always.measures)
}

/** How a problem whose code is a conclusion stands; null for one that concludes nothing. */
function listedBy(row: CodeMeaning, isSettled: boolean, item: Item, reading: Reading): Listed | null {
  const signer = measuresOf(row).find((fact) => isRole(reading.pathway, fact))
  return signer ? { isSigned: isSettled && measured(signer, item, reading) !== null, isSettled } : null
}

/** Facts of a problem that stand beside its code: since when, on which side, signed by whom. */
function measured(fact: Fact, { resource, where }: Item, reading: Reading): Said | null {
  if (fact.type === 'date') {
    const span = whenOf(resource, ['onsetDateTime', 'onsetPeriod'], where, reading)
    return span && { date: span }
  }
  if (fact.type !== 'choice') return null
  if (isRole(reading.pathway, fact)) {
    // Who typed it in has concluded nothing: only the asserter signs.
    const word = roleWord(reading, fact, [resource.asserter], resource)
    return word === null ? null : { word }
  }
  return siteWord(fact, resource.bodySite, reading)
}

/** What a body site says of a fact, e.g. the side. */
export function siteWord(fact: Fact, site: unknown, reading: Reading): Said | null {
  const stated = reading.terms
    .meaningsOf('body-site', site)
    .states.flatMap((meaning) => (meaning.fact.id === fact.id ? [meaning.value] : []))
  const [first, ...others] = new Set(stated)
  if (first === undefined) return null
  if (others.length === 0) return { word: first }
  return 'values' in fact && fact.values.includes('both') ? { word: 'both' } : { unknown: 'conflicting' }
}

/**
 * "It is not that" is a no where the fact has one; whether it may stand is decided when all has been read. What the
 * pathway says of the code at `refuted` takes back an earlier conclusion.
 */
function refute(item: Item, reading: Reading): void {
  const date = whenOf(item.resource, ['recordedDate'], item.where, reading)
  const { rows, states } = reading.terms.meaningsOf('refuted', item.resource.code)
  if (rows.length > 0) {
    const facts = new Set([...states.map(({ fact }) => fact.id), ...rows.flatMap(measuresOf).map(({ id }) => id)])
    const told = ownObservationsOf(item, reading).flatMap((teller) => (teller ? [teller.key] : []))
    reading.withdrawals.push({ facts, until: date, told: new Set(told) })
    for (const { fact, value } of states) state(reading, fact, { word: value }, date, item, { withdraws: true })
  }
  for (const { row, fact, value } of meaningsIn(item.resource, false, reading).states)
    if ('values' in fact && fact.values.includes('no') && value !== 'no' && row.code.confirmed)
      state(reading, fact, { word: 'no' }, date, item, { refuted: true })
}
