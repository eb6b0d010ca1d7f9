import { isObject } from '../json/json.ts'
import { codeIn, codeOf } from '../terms/concept.ts'
import { measuresOf, statesOf } from '../terms/concept-meaning.ts'
import { entryIdOf, nativeIdOf } from '../terms/native-id.ts'
import { entrySystem, factSystem, toldByExtension } from '../terms/systems.ts'
import { valueOfFhir } from '../values/fhir-value.ts'
import { extensionsOf } from './provenance.ts'
import type { Reading } from './reading.ts'
import type { Item } from './references.ts'

/** The observations of ours a resource says it was written for; null for one that is not here. */
export const ownObservationsOf = (
  { resource }: Item,
  { references }: Pick<Reading, 'references'>,
): readonly (Item | null)[] =>
  extensionsOf(resource, toldByExtension).map(({ valueReference }) => {
    const teller = isObject(valueReference) ? references.find(valueReference) : null
    return teller?.type === 'Observation' ? teller : null
  })

/** Whether a resource was written for other systems and repeats the content of one of our observations. */
export function repeatsOwnObservation(item: Item, reading: Reading): boolean {
  if (item.resource.extension === undefined) return false
  const found = ownObservationsOf(item, reading)
  const tellers = found.filter((teller) => teller !== null)
  if (tellers.length === 0 || tellers.length < found.length) return false
  if (!tellers.every((teller) => tells(teller, item, reading))) return false
  if (item.type === 'Condition') return isConditionTold(item, tellers, reading)
  return item.type !== 'Consent' || isConsentTold(item, tellers, reading)
}

/** An entry tells the resources written for it, by their ids; a statement of a fact tells a problem, never an event. */
function tells(teller: Item, item: Item, reading: Reading): boolean {
  if (codeIn(factSystem, teller.resource.code) !== null) return item.type === 'Condition' || item.type === 'Consent'
  const kind = codeIn(entrySystem, teller.resource.code)
  if (kind === null || !reading.dictionary.entries.has(kind)) return false
  return item.resource.id === nativeIdOf(entryIdOf(teller.resource) ?? teller.key, item.type)
}

/** The first thing each of its codes says is what one of the observations states, and nobody has refuted it since. */
function isConditionTold({ resource }: Item, tellers: readonly Item[], reading: Reading): boolean {
  if (codeOf(resource.verificationStatus) === 'refuted') return false
  return reading.terms.meaningsOf('Condition', resource.code).rows.every((row) => {
    const [first] = statesOf([row])
    return first !== undefined && tellers.some((teller) => wordOf(teller, first.fact.id, reading) === first.value)
  })
}

function isConsentTold({ resource }: Item, tellers: readonly Item[], { terms }: Reading): boolean {
  const asked = terms.meaningsOf('Consent', resource.category).rows.flatMap(measuresOf)
  return tellers.every((teller) => asked.some(({ id }) => id === codeIn(factSystem, teller.resource.code)))
}

function wordOf({ resource, where }: Item, factId: string, reading: Reading): string | null {
  const fact = reading.dictionary.facts.get(factId)
  if (!fact || codeIn(factSystem, resource.code) !== factId) return null
  // Its own reading reports what is wrong with it.
  const value = valueOfFhir(fact, resource, where, { ...reading, report: () => {} })
  return value && 'word' in value ? value.word : null
}
