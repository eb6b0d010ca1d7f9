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
const linkedProducts = (resource: JsonObject, { references }: Among): readonly JsonObject[] =>
  productLinks(resource).flatMap((link) => {
    const found = references.find(link, resource)
    return found === null ? [] : [found.resource]
  })

/** The same, and what they are made of as far as that lies with them. */
export const productsOf = (resource: JsonObject, among: Among): readonly JsonObject[] =>
  linkedProducts(resource, among).flatMap((product) => [
    product,
    ...madeOf(product, { ...among, holder: resource }).parts,
  ])

type Made = Readonly<{ parts: readonly JsonObject[]; isWhole: boolean }>

/**
 * What a product is made of by references to what lies with it, at any depth; whole where each leads to something that says
 * what it is. What stands elsewhere may come to be something else, and nobody would look at the product again.
 */
function madeOf(product: JsonObject, { references, holder }: Among & Readonly<{ holder: JsonObject }>): Made {
  // What lies inside names its neighbours; what stands by itself, what lies inside of it.
  const home = objectsIn(holder.contained).includes(product) ? holder : product
  const seen = new Set([product])
  let isWhole = true
  for (const one of seen) {
    for (const link of ingredientLinks(one)) {
      const isInside = isText(link.reference) && link.reference.startsWith('#')
      const part = isInside ? references.find(link, home)?.resource : undefined
      if (part === undefined || seen.size > mostParts) isWhole = false
      else {
        // What says nothing of itself is looked into all the same: toxin may lie in it.
        if (conceptsOf(part).length === 0) isWhole = false
        seen.add(part)
      }
    }
  }
  return { parts: [...seen].slice(1), isWhole }
}
/** A product of more parts is made up to hold up whoever looks for each. */
export const mostParts = 100

/** The references by which a product names what it is made of. */
export const ingredientLinks = ({ ingredient }: JsonObject): readonly JsonObject[] =>
  objectsIn(ingredient)
    .flatMap((part) => [part.itemReference, part.substanceReference])
    .filter(isObject)

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
 * Nobody can tell what this reference leads to: it is not here, says nothing of itself, or is made of what does not lie
 * with it. The words on a reference may name toxin, but never clear what may come to stand there.
 */
export function isUnreadable(link: JsonObject, holder: JsonObject, { references }: Among): boolean {
  if (isText(link.display) && !isText(link.reference)) return false
  const product = references.find(link, holder)?.resource
  if (product === undefined) return true
  const { parts, isWhole } = madeOf(product, { references, holder })
  return !isWhole || [product, ...parts].every((one) => conceptsOf(one).length === 0)
}

/** Lot and expiry, which stand with a medicine or on a device itself. */
export function batchOf(resource: JsonObject, among: Among): JsonObject | null {
  for (const product of linkedProducts(resource, among)) {
    const { batch, lotNumber, expirationDate } = product
    if (isObject(batch)) return batch
    if (lotNumber !== undefined || expirationDate !== undefined) return { lotNumber, expirationDate }
  }
  return null
}
