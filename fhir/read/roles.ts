import { type Fact, memoiseWeak, type Pathway } from '@facialis/language'
import { isObject, type JsonObject, objectsIn } from '../json/json.ts'
import { statesOf } from '../terms/concept-meaning.ts'
import { roleExtension, termSystem } from '../terms/systems.ts'
import { extensionCode } from './provenance.ts'
import type { Reading } from './reading.ts'

/** Facts whose value is the role of a person. */
const roleFacts = memoiseWeak(
  (pathway: Pathway): ReadonlySet<Fact> =>
    new Set(statesOf(pathway.terminology.filter((row) => row.in.includes('role'))).map((stated) => stated.fact)),
)
export const isRole = (pathway: Pathway, fact: Fact): boolean => roleFacts(pathway).has(fact)

/** The word a fact has for the role of the first of these people, in the order given, whose role it knows. */
export function roleWord(reading: Reading, fact: Fact, people: readonly unknown[], holder?: JsonObject): string | null {
  for (const person of people.flat()) {
    if (!isObject(person)) continue
    const own = extensionCode(person, roleExtension)
    const concepts =
      own === undefined ? conceptsOf(reading, person, holder) : [{ coding: [{ system: termSystem, code: own }] }]
    const stated = reading.terms
      .meaningsOf('role', concepts)
      .states.find(({ row, fact: about }) => about.id === fact.id && row.code.confirmed)
    if (stated) return stated.value
  }
  return null
}

function conceptsOf({ references }: Reading, person: JsonObject, holder?: JsonObject): readonly unknown[] {
  const found = references.find(person, holder)
  if (!found) return []
  // Not the specialty: a nurse of a neurology ward is no neurologist.
  const ofRole = (role: Readonly<Record<string, unknown>>) => [role.code]
  if (found.type === 'PractitionerRole') return ofRole(found.resource)
  if (found.type !== 'Practitioner') return []
  return [
    ...objectsIn(found.resource.qualification).map((qualification) => qualification.code),
    ...references.rolesOf(found).flatMap((role) => ofRole(role.resource)),
  ]
}
