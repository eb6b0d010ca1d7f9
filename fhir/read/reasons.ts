import { isObject, isText, type JsonObject, objectsIn } from '../json/json.ts'
import { codeOf } from '../terms/concept.ts'
import { type ConceptMeaning, nothing } from '../terms/concept-meaning.ts'
import { statesReason } from '../terms/stated-reason.ts'
import { termSystem } from '../terms/systems.ts'
import type { Reading } from './reading.ts'
import { type Item, typeAndId } from './references.ts'

/** Why it was done, as far as the pathway knows the reason; any other reason that is told is the pathway's "other". */
export function reasonsIn({ resource }: Item, reading: Pick<Reading, 'terms' | 'references'>): ConceptMeaning {
  const known = reading.terms.meaningsOf('reason', reasonConcepts(resource, reading))
  if (known.rows.length > 0) return known
  if (!statesReason(reasonsTold(resource, reading))) return sitesIn(resource, reading)
  return reading.terms.meaningsOf('reason', { system: termSystem, code: 'reason.other' })
}

/** What the places say, where each of them is known: beside a neck, a place that nobody here knows may be the face. */
function sitesIn(resource: JsonObject, { terms }: Pick<Reading, 'terms'>): ConceptMeaning {
  const places = sitesOf(resource).flat().filter(isObject)
  const isKnown = places.every((place) => terms.meaningsOf('body-site', place) !== nothing)
  return isKnown ? terms.meaningsOf('body-site', places) : nothing
}

/** Everything that is named as a reason. */
export const reasonConcepts = (resource: JsonObject, reading: Pick<Reading, 'references'>): readonly unknown[] => [
  ...ownReasons(resource, reading),
  ...reasonsBehind(resource, reading).map(({ code }) => code),
]

/** The same, of which somebody says that it is so: what was observed is no reason by its name, nor is a problem that was ruled out, or is one of several that it may be. */
const reasonsTold = (resource: JsonObject, reading: Pick<Reading, 'references'>): readonly unknown[] => [
  ...ownReasons(resource, reading),
  ...reasonsBehind(resource, reading).flatMap((one) => (isAProblem(one) ? [one.code] : [])),
]

const ownReasons = (resource: JsonObject, reading: Pick<Reading, 'references'>): readonly unknown[] =>
  saying(resource, reading).map(({ reasonCode }) => reasonCode)

const reasonsBehind = (resource: JsonObject, reading: Pick<Reading, 'references'>): readonly JsonObject[] =>
  saying(resource, reading).flatMap((one) => behind(one.reasonReference, one, reading.references))

/** What is handed out says nothing of a reason: it is that of the order it is handed out on, unless that was a mistake. */
const saying = (resource: JsonObject, { references }: Pick<Reading, 'references'>): readonly JsonObject[] =>
  resource.authorizingPrescription === undefined
    ? [resource]
    : [
        resource,
        ...behind(resource.authorizingPrescription, resource, references).filter(
          ({ status }) => status !== 'entered-in-error',
        ),
      ]

/** What these references lead to, of the same person: what somebody else has is no reason. */
const behind = (links: unknown, holder: JsonObject, references: Reading['references']): readonly JsonObject[] =>
  objectsIn(links).flatMap((link): readonly JsonObject[] => {
    const found = references.find(link, holder)
    return found === null || isOfAnother(found.resource, holder) ? [] : [found.resource]
  })

function isOfAnother(one: JsonObject, other: JsonObject): boolean {
  const [whose, own] = [one, other].map(({ subject }) =>
    isObject(subject) && isText(subject.reference) ? subject.reference : '',
  )
  const names = [whose, own].map((reference) => typeAndId(reference ?? ''))
  return names.every((name) => name.startsWith('Patient/')) && names[0] !== names[1]
}

const isAProblem = ({ resourceType, verificationStatus }: JsonObject): boolean =>
  resourceType === 'Condition' && !unsettled.has(codeOf(verificationStatus) ?? '')
const unsettled = new Set(['refuted', 'entered-in-error', 'differential'])

export const sitesOf = (resource: JsonObject): readonly unknown[] => [
  resource.bodySite,
  isObject(resource.dosage) ? resource.dosage.site : undefined,
  ...objectsIn(resource.dosage).map((dosage) => dosage.site),
  ...objectsIn(resource.dosageInstruction).map((dosage) => dosage.site),
]
