import { isObject, isText, type JsonObject, objectsIn } from '../json/json.ts'

const none: readonly never[] = []

/** The codings of a CodeableConcept, a Coding, or a list of either. */
export function codingsOf(concept: unknown): readonly JsonObject[] {
  if (Array.isArray(concept)) return concept.length === 1 ? codingsOf(concept[0]) : concept.flatMap(codingsOf)
  if (!isObject(concept)) return none
  if (concept.coding !== undefined || 'coding' in concept) return objectsIn(concept.coding)
  return 'code' in concept ? [concept] : none
}

/** The code a concept carries in one system. */
export function codeIn(system: string, concept: unknown): string | null {
  const codings = codingsOf(concept)
  for (let i = 0; i < codings.length; i++) {
    const coding = codings[i] as JsonObject
    if (coding.system === system && typeof coding.code === 'string') return coding.code
  }
  return null
}

/** The code of a concept that has one coding only, and that in this system. */
export function onlyCodeIn(system: string, concept: unknown): string | null {
  const coding: unknown = isObject(concept) ? concept.coding : null
  const one: unknown = Array.isArray(coding) && coding.length === 1 ? coding[0] : null
  return isObject(one) && one.system === system && typeof one.code === 'string' ? one.code : null
}

/** The first code of a concept, whatever its system: for FHIR's own required codes. */
export function codeOf(concept: unknown): string | null {
  const code = codingsOf(concept)[0]?.code
  return typeof code === 'string' ? code : null
}

/** Everything a concept, or a reference to one, says in words. */
export function wordsOf(concept: unknown): readonly string[] {
  if (Array.isArray(concept)) return concept.flatMap(wordsOf)
  if (!isObject(concept)) return none
  return [concept.text, concept.display, ...objectsIn(concept.coding).map((coding) => coding.display)].filter(isText)
}
