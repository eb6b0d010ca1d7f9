import type { Fact } from '@facialis/language'
import { codeOf } from '../terms/concept.ts'
import { measuresOf } from '../terms/concept-meaning.ts'
import { termSystem } from '../terms/systems.ts'
import { moment, spanIn, whenOf } from '../values/when.ts'
import { isInError, noted } from './counts.ts'
import { isAdverse, type Reading, state } from './reading.ts'
import type { Item } from './references.ts'

/** Birth date and death, where the pathway asks for them (`Patient.birthDate`, `Patient.deceased`). */
export function readPatient(item: Item, reading: Reading): void {
  const { resource, where } = item
  reading.counts.understood++
  const said = (code: string) => reading.terms.meaningsOf('Patient', { system: termSystem, code })
  if (resource.birthDate !== undefined) {
    const date = moment(resource.birthDate, where, 'birthDate', reading)
    for (const fact of said('Patient.birthDate').rows.flatMap(measuresOf))
      if (date) state(reading, fact, { date }, null, item)
  }
  if (resource.deceasedBoolean === true || resource.deceasedDateTime !== undefined) {
    const date = spanIn(reading.zone, resource.deceasedDateTime)
    for (const { fact, value } of said('Patient.deceased').states) state(reading, fact, { word: value }, date, item)
  }
}

/** A consent in force is the day it was given. */
export function readConsent(item: Item, reading: Reading): void {
  const { resource, where } = item
  if (isInError(reading, resource.status)) return
  const provision = resource.provision as Readonly<Record<string, unknown>> | undefined
  const understood = reading.terms.meaningsOf('Consent', [resource.category, provision?.code])
  if (!noted(reading, understood)) return
  if (resource.status !== 'active' || provision?.type === 'deny') {
    reading.counts.notDone++
    return
  }
  const date = whenOf(resource, ['dateTime'], where, reading)
  const given = (fact: Fact): boolean => fact.type === 'date' && fact.scope === 'patient'
  for (const fact of understood.rows.flatMap(measuresOf))
    if (date && given(fact)) state(reading, fact, { date }, date, item)
}

/** An allergy on record stays one until it is refuted; that it is quiet now says nothing. */
export function readAllergy(item: Item, reading: Reading): void {
  const { resource, where } = item
  const { counts } = reading
  const verification = codeOf(resource.verificationStatus)
  if (isInError(reading, verification)) return
  const substances = Array.isArray(resource.reaction) ? resource.reaction.map((reaction) => reaction?.substance) : []
  const understood = reading.terms.meaningsOf('AllergyIntolerance', [resource.code, ...substances])
  if (!noted(reading, understood)) return
  if (verification === 'refuted') return
  const date = whenOf(resource, ['recordedDate', 'onsetDateTime'], where, reading)
  for (const { fact, value } of understood.states) {
    if (isAdverse(fact, { word: value }) && codeOf(resource.clinicalStatus) === 'resolved') counts.keptAdverse++
    state(reading, fact, { word: value }, date, item)
  }
}
