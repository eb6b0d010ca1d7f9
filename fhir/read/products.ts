import { isObject, isText, type JsonObject, objectsIn } from '../json/json.ts'
import type { References } from './references.ts'

type Among = Readonly<{ references: References }>

/** The references by which a resource names what is given, ordered or used: a medicine, a device, a substance. */
export function givenLinks({ medicationReference, usedReference }: JsonObject): readonly JsonObject[] {
  if (medicationReference === undefined && usedReference === undefined) return none
  return [medicationReference, usedReference].flat().filter(isObject)
}

/** The same, with what was put in, taken out or seen to: an implant, as a rule. */
export function productLinks(resource: JsonObject): readonly JsonObject[] {
  if (resource.focalDevice === undefined) return givenLinks(resource)
  const seenTo = objectsIn(resource.focalDevice).map(({ manipulated }) => manipulated)
  return [...givenLinks(resource), ...seenTo.filter(isObject)]
}
const none: readonly JsonObject[] = []

/** The references by which a resource names a product that is beside what is given, ordered or done. */
export function besideLinks({ supportingInformation, supportingInfo }: JsonObject): readonly JsonObject[] {
  if (supportingInformation === undefined && supportingInfo === undefined) return none
  return [supportingInformation, supportingInfo]
    .flat()
    .filter(isObject)
    .filter(({ reference }) => isText(reference) && /(^|\/)(Medication|Substance|Device)\/[^/]/.test(reference))
}

/** The products that these references lead to. Those that lead nowhere are left out: see `isUnreadable`. */
export const productsOf = (resource: JsonObject, { references }: Among): readonly JsonObject[] =>
  productLinks(resource).flatMap((link) => {
    const found = references.find(link, resource)
    return found === null ? [] : [found.resource]
  })

/** Everything that says what a product is: its code or its kind, its name, and what it is made of. */
export const conceptsOf = (product: JsonObject): readonly unknown[] =>
  [
    product.code,
    product.type,
    ...objectsIn(product.deviceName).map(({ name }) => ({ text: name })),
    ...objectsIn(product.ingredient).flatMap((part) => [part.itemCodeableConcept, part.substanceCodeableConcept]),
  ].filter((concept) => concept !== undefined)

/** What is written on a product beside what says what it is: enough to know a name by, never to tell one from another. */
export const writtenOn = ({ description, manufacturer, modelNumber, partNumber }: JsonObject): readonly string[] =>
  [description, manufacturer, modelNumber, partNumber].filter(isText)

/** What the products of a resource are, and the words on the references to them, which count where they lead nowhere. */
export const productConcepts = (resource: JsonObject, among: Among): readonly unknown[] => [
  ...productsOf(resource, among).flatMap(conceptsOf),
  ...productLinks(resource).map(({ display }) => ({ text: display })),
]

/**
 * Nobody can tell what this reference leads to: it is not here, says nothing of itself, or is made of what is only referred
 * to. The words on a reference may name toxin, but never clear what may come to stand there.
 */
export function isUnreadable(link: JsonObject, holder: JsonObject, { references }: Among): boolean {
  if (isText(link.display) && !isText(link.reference)) return false
  const product = references.find(link, holder)?.resource
  return (
    product === undefined ||
    conceptsOf(product).length === 0 ||
    objectsIn(product.ingredient).some((part) => isObject(part.itemReference) || isObject(part.substanceReference))
  )
}

/** Lot and expiry, which stand with a medicine or on a device itself. */
export function batchOf(resource: JsonObject, among: Among): JsonObject | null {
  for (const product of productsOf(resource, among)) {
    const { batch, lotNumber, expirationDate } = product
    if (isObject(batch)) return batch
    if (lotNumber !== undefined || expirationDate !== undefined) return { lotNumber, expirationDate }
  }
  return null
}
