import type { CodeMeaning, Pathway } from '@facialis/language'
import { isObject, type JsonObject } from '../json/json.ts'
import { eventShapes, medicationOf } from '../read/event.ts'
import { conceptsOf, givenLinks, isUnreadable, productLinks, productsOf, writtenOn } from '../read/products.ts'
import { type Item, type References, referencesAmong } from '../read/references.ts'
import { codingsOf, wordsOf } from '../terms/concept.ts'
import { entersOf, nothing } from '../terms/concept-meaning.ts'
import { type Terms, termsOf } from '../terms/terminology-index.ts'
import { isUnnamed } from '../terms/unnamed-medicine.ts'
import type { GatedTreatment } from './gated-treatment.ts'
import { isNamedIn } from './mentioned.ts'
import { isDoneThere } from './recognise-given.ts'

type About = Readonly<{ pathway: Pathway; treatment: GatedTreatment }>

/** Nobody can tell what was given. What an implant is, hardly any record says, and no toxin is one. */
export function isUnresolved({ resource }: Item, items: readonly Item[]): boolean {
  const references = referencesAmong(items)
  return givenLinks(resource).some((link) => isUnreadable(link, resource, { references }))
}

/** What its codes say of the treatment; null where it is neither by a code nor by a name. */
export function askedBy(item: Item, items: readonly Item[], about: About): readonly CodeMeaning[] | null {
  const { resource, type } = item
  const concepts = [conceptOf(item, referencesAmong(items)), ...besides(resource)]
  const entered = enteredBy(concepts, [type, ...givenBy], about)
  const { doneThere } = about.treatment
  const isAsked = entered.length > 0 || isDoneThere([resource.code, ...besides(resource)], doneThere)
  return isAsked || isNamed(item, items, about.treatment) ? entered : null
}

const conceptOf = ({ resource, type }: Item, references: References): unknown =>
  (eventShapes[type]?.concept ?? medicationOf)(resource, { references })

const medicines = new Set(['MedicationRequest', 'MedicationDispense', 'MedicationAdministration'])
/** A medicine that no word names, by no code that is known here. */
export function isUnread(
  item: Item,
  { terms, references }: Readonly<{ terms: Terms; references: References }>,
): boolean {
  if (!medicines.has(item.type)) return false
  const concept = conceptOf(item, references)
  return (
    isUnnamed(concept) &&
    [...medicines, 'MedicationStatement'].every((place) => terms.meaningsOf(place, concept) === nothing)
  )
}

/** Where a product is told by its code, of whatever type the resource is. */
const givenBy = ['MedicationAdministration', 'Procedure']

/** What is to be used, or was, beside what the resource is of. */
const besides = ({ orderDetail, usedCode }: JsonObject): readonly unknown[] => [orderDetail, usedCode].flat()

/** What these concepts say at these places that begins an entry of the treatment. */
const enteredBy = (
  concepts: readonly unknown[],
  places: readonly string[],
  { pathway, treatment }: About,
): readonly CodeMeaning[] =>
  concepts.flatMap((concept) =>
    places.flatMap((place) =>
      termsOf(pathway)
        .meaningsOf(place, concept)
        .rows.filter((row) => entersOf(row)?.entry.id === treatment.entry.id),
    ),
  )

/** Whether one of these products is it by its code. */
export const isOneOfThese = (products: readonly JsonObject[], about: About): boolean =>
  enteredBy(products.flatMap(conceptsOf), givenBy, about).length > 0

/** Everything that names what a concept is of. Some names are codes, in whichever list they stand. */
export const namesOf = (concept: unknown): readonly unknown[] => [
  ...wordsOf(concept),
  ...codingsOf(concept).map(({ code }) => code),
]

/** Whether the treatment is named in words, in any place where a product or a procedure is named. */
export function isNamed({ resource }: Item, items: readonly Item[], { names }: GatedTreatment): boolean {
  const products = productsOf(resource, { references: referencesAmong(items) })
  const { medicationCodeableConcept, code, orderDetail, usedCode } = resource
  const concepts = [medicationCodeableConcept, code, orderDetail, usedCode, ...products.flatMap(conceptsOf)]
    .flat()
    .filter(isObject)
  const texts = [
    ...productLinks(resource).map(({ display }) => display),
    ...concepts.flatMap(namesOf),
    ...products.flatMap(writtenOn),
  ]
  return isNamedIn(texts, names)
}
