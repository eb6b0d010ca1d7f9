import type { CodeMeaning, EntryRecord, Pathway } from '@facialis/language'
import { objectsIn } from '../json/json.ts'
import { fixedFields } from '../read/event.ts'
import { besideLinks, productsOf } from '../read/products.ts'
import { readResources } from '../read/read-resources.ts'
import { reasonsIn } from '../read/reasons.ts'
import { type Item, itemOf, type References, referencesAmong } from '../read/references.ts'
import type { Resource } from '../read/resources.ts'
import { wordsOf } from '../terms/concept.ts'
import { withoutOtherKinds } from '../terms/other-kinds.ts'
import { type Terms, termsOf } from '../terms/terminology-index.ts'
import type { GatedTreatment, Recognised, Recognising } from './gated-treatment.ts'
import { toDoIn } from './hidden-orders.ts'
import { dateOf, isEvent, isHandedOut, isOrder, isPrepared, isVoid } from './kinds.ts'
import { withoutAnalytes } from './laboratory-orders.ts'
import { isActIn, isMentioned, isNamedIn, isWritten } from './mentioned.ts'
import { askedBy, isNamed, isOneOfThese, isUnread, isUnresolved, namesOf } from './named.ts'
import { isGated, recogniseGiven, tellsWhatIsCovered, untilNow, whyAfter } from './recognise-given.ts'
import { referencedItems } from './referenced-items.ts'

/** How the gate classifies a resource, and what it says of the administration. */
export type Classified = Readonly<{
  as: Recognised
  /** What is told of it as an entry; null for what is not given, or not recognised. */
  given: EntryRecord | null
  /** Why it is written down only afterwards, where it says so: `elsewhere`, `downtime`, `mistake`, `late`. */
  recordedAfter: string | null
  /**
   * Nothing of it is the treatment, but its words for people name it: now, or as of a day before today. That is no order
   * and no injection, and somebody has to read it.
   */
  mentioned: 'now' | 'before' | null
  /** It is told for another reason, now, and words beside it name one that the gate stands before: somebody has to read which it is. */
  isDoubtful: boolean
}>

/** What a resource somebody wants to write is to the gate. Says nothing of whether the gate is open. */
export const recognise = (...asked: Parameters<typeof classify>): Recognised => classify(...asked).as

/** Classifies a resource for the gate, with what it says of the administration. */
export function classify(
  pathway: Pathway,
  treatment: GatedTreatment,
  resource: Resource,
  asking: Recognising,
): Classified {
  const asks = isEvent(resource) || isOrder(resource)
  const plain = (one: Resource) => withoutOtherKinds(one, treatment)
  const find = (reference: string) => {
    const found = asking.find?.(reference) ?? null
    return found && plain(found)
  }
  const meant = withoutAnalytes(asks ? plain(resource) : resource)
  const item = itemOf(meant, resource.resourceType)
  const items = [item, ...referencedItems(meant, { find })]
  const seen = told(pathway, treatment, meant, { ...asking, find, item, items })
  if (seen.as === 'other-indication' && whenMentioned(resource, asking) === 'now')
    return { ...seen, isDoubtful: isWritten(resource, treatment.readBeside) }
  if (seen.as !== 'none' && seen.as !== 'unnamed') return seen
  // What somebody means to take is no order, and somebody may give it by that.
  if (resource.status === 'intended')
    return standing.has(told(pathway, treatment, { ...meant, status: 'active' }, { ...asking, find, item, items }).as)
      ? { ...seen, mentioned: 'now' }
      : seen
  if (isVoid(resource)) return seen
  if (resource.resourceType === 'Observation')
    return isNamedIn(
      [...[resource.code, resource.valueCodeableConcept].flatMap(namesOf), resource.valueString],
      treatment.names,
    )
      ? { ...seen, mentioned: whenMentioned(resource, asking) }
      : seen
  const isDraft = asking.isDraft === true && !products.has(resource.resourceType)
  if (!asks && !isDraft && !inWords.has(resource.resourceType)) return seen
  // An order that is over names it where it belongs, and was judged by that.
  if ((asks || resource.resourceType === 'Task') && isNamed(item, items, treatment)) return seen
  const inside = objectsIn(resource.contained).filter(({ resourceType }) => products.has(String(resourceType)))
  const beside = [...inside, ...besideLinks(resource).flatMap(({ reference }) => find(String(reference)) ?? [])]
  const used = [...productsOf(resource, { references: referencesAmong(items) }), ...beside]
  const except = forOthers(pathway, treatment, resource, asking)
  const isToRead =
    isMentioned(resource, used, { looked: treatment, except }) ||
    isOneOfThese(beside, { pathway, treatment }) ||
    (asks && isLikeIt(pathway, treatment, item, items))
  return isToRead ? { ...seen, mentioned: whenMentioned(resource, asking) } : seen
}

/** An act of the kind by which it is given, done for what the gate stands before, and nobody says with what. */
function isLikeIt(pathway: Pathway, treatment: GatedTreatment, item: Item, items: readonly Item[]): boolean {
  const { code, medicationCodeableConcept } = item.resource
  if (!isActIn([code, medicationCodeableConcept].flatMap(wordsOf), treatment)) return false
  return tellsWhatIsCovered(treatment, item, { terms: termsOf(pathway), references: referencesAmong(items) })
}

/** What may lie inside and be referred to from anywhere, also from where nobody looks for what is given. */
const products = new Set(['Medication', 'Substance', 'Device'])

/** What the treatment is where it stands behind the gate. */
const standing: ReadonlySet<Recognised> = new Set(['order', 'prospective', 'history'])

/** They ask for something, or tell what is to come, in words too. */
const inWords = new Set(['CarePlan', 'Task', 'RequestGroup', 'SupplyRequest', 'Communication', 'Goal', 'Flag'])

/** What stands in a plan or the like and is the treatment for another reason: named there, it is no more than that. */
function forOthers(
  pathway: Pathway,
  treatment: GatedTreatment,
  resource: Resource,
  asking: Recognising,
): ReadonlySet<unknown> {
  const others = toDoIn(resource).filter(
    ({ order }) => recognise(pathway, treatment, order, asking) === 'other-indication',
  )
  return new Set(
    others.flatMap(({ order }) => [order.code, order.medicationCodeableConcept, order.medicationReference]),
  )
}

function whenMentioned(resource: Resource, asking: Recognising): NonNullable<Classified['mentioned']> {
  const date = dateOf(resource, asking)
  return date !== null && date.hi < asking.today ? 'before' : 'now'
}

type Around = Recognising & Readonly<{ item: Item; items: readonly Item[] }>

function told(pathway: Pathway, treatment: GatedTreatment, resource: Resource, asking: Around): Classified {
  const { item, items } = asking
  const references = referencesAmong(items)
  const terms = termsOf(pathway)
  const without = (as: Recognised): Classified => ({
    as,
    given: null,
    recordedAfter: whyAfter(resource),
    mentioned: null,
    isDoubtful: false,
  })
  if (isVoid(resource)) return without('none')
  if (isOrder(resource) || isHandedOut(resource) || isPrepared(resource))
    return without(recogniseOrder(item, items, { pathway, treatment, ...asking }))
  const { chart } = readResources(pathway, items, { zone: asking.zone, references, report: () => {} })
  const given = chart.entries.find((record) => record.kind === treatment.entry.id && !record.withdrawn)
  const giving = (told: EntryRecord): Classified => {
    const entry = { ...told, date: untilNow(told.date, resource, asking.today) }
    const isBehind = isGated(treatment, entry.fields, item, { terms, references })
    const as = isBehind ? recogniseGiven(entry, resource, { treatment, references, ...asking }) : 'other-indication'
    return { ...without(as), given: entry }
  }
  if (given) return giving(given)
  if (!isEvent(resource)) return without('none')
  // Nobody reads it as given: it has but a name, or it is said of something else, or with a modifier. It counts as ours, unless a reason is told.
  const entered = askedBy(item, items, { pathway, treatment })
  const fields = fieldsOf(item, entered ?? [], { treatment, terms, references })
  const date = dateOf(resource, asking)
  const unseen: EntryRecord = {
    id: '',
    kind: treatment.entry.id,
    date,
    withdrawn: false,
    supersedes: [],
    fields,
    provenance: { source: '' },
  }
  if (entered !== null) return giving(unseen)
  const isAhead = giving(unseen).as === 'prospective'
  if ((isAhead || alwaysHeld.has(item.type)) && isUnresolved(item, items)) return without('unresolved')
  return without(isAhead && isUnread(item, { terms, references }) ? 'unnamed' : 'none')
}

const inactive = new Set(['stopped', 'draft', 'revoked', 'declined'])
const intentions = new Set(['proposal', 'plan', 'option'])

/** Of this the product is all it tells. An operation of years ago may well have used what nobody here keeps. */
const alwaysHeld = new Set(['MedicationAdministration'])

type Ordering = Recognising & Readonly<{ pathway: Pathway; treatment: GatedTreatment }>

function recogniseOrder(item: Item, items: readonly Item[], { pathway, treatment, today, zone }: Ordering): Recognised {
  const { resource } = item
  // What is done since an earlier day is over; what is ordered and done today is ordered.
  const dated = dateOf(resource, { zone })
  const isBefore = dated === null ? !isHandedOut(resource) : dated.hi < today
  const isDone = isBefore && (resource.status === 'completed' || resource.whenHandedOver !== undefined)
  if (
    isDone ||
    inactive.has(String(resource.status)) ||
    intentions.has(String(resource.intent)) ||
    resource.doNotPerform === true
  )
    return 'none'
  const references = referencesAmong(items)
  const terms = termsOf(pathway)
  const asked = askedBy(item, items, { pathway, treatment })
  if (asked === null)
    return isUnresolved(item, items) ? 'unresolved' : isUnread(item, { terms, references }) ? 'unnamed' : 'none'
  // What another product was ordered for is no reason of this one.
  const ordered = objectsIn(resource.authorizingPrescription).filter((link) => {
    const order = references.find(link, resource)
    return order !== null && askedBy(order, items, { pathway, treatment }) !== null
  })
  const own = { ...item, resource: { ...resource, authorizingPrescription: ordered } }
  const fields = fieldsOf(own, asked, { treatment, terms, references })
  // Reported or not: as long as it is active, somebody may give it by this.
  return isGated(treatment, fields, own, { terms, references }) ? 'order' : 'other-indication'
}

/** What its reasons say of it, and its own codes: what is done for migraine alone is for migraine, ordered or done. */
const fieldsOf = (
  item: Item,
  rows: readonly CodeMeaning[],
  { treatment, ...reading }: Readonly<{ treatment: GatedTreatment; terms: Terms; references: References }>,
): EntryRecord['fields'] => ({
  ...fixedFields(treatment.entry.id, reasonsIn(item, reading)),
  ...fixedFields(treatment.entry.id, { rows }),
})

/** What the codes of an order say it is for: what stands behind the gate, something else, or nothing. */
export function indicationOf(
  pathway: Pathway,
  treatment: GatedTreatment,
  resource: Resource,
  asking: Pick<Recognising, 'find'>,
): 'covered' | 'other' | 'unsaid' {
  const item = itemOf(resource, resource.resourceType)
  const references = referencesAmong([item, ...referencedItems(resource, asking)])
  const terms = termsOf(pathway)
  if (tellsWhatIsCovered(treatment, item, { terms, references })) return 'covered'
  const understood = reasonsIn(item, { references, terms })
  const said = fixedFields(treatment.entry.id, understood)[treatment.indication.id]
  if (said === undefined || !('word' in said)) return 'unsaid'
  return treatment.covers.includes(said.word) ? 'covered' : 'other'
}
