import { adverseWords, typesRead } from '@facialis/fhir'
import { isObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { withArticle } from '@facialis/fhir/values/indefinite-article.ts'
import { facialToxin } from '@facialis/knowledge/terminology.ts'
import type { Chart, EntryRecord, Pathway, Span } from '@facialis/language'
import type { Resource } from '@facialis/record'
import { isADoctor } from '@facialis/wire'
import { type Refusal, refuse } from '../../core/refusal.ts'
import type { SignedIn } from '../../identity/account.ts'
import { rolesFor } from '../responses/interactions.ts'
import { factsById } from './facts-by-id.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

/**
 * Deleting is for doctors, and so is whatever comes to the same: calling something an error, or writing it anew so that
 * what spoke against an offer is no longer said. Who may delete is not asked.
 */
export function voided(target: Target, who: SignedIn): Refusal | null {
  const { type, before, resource, intent } = target
  if (isADoctor(who.roles)) return null
  const where = placeIn(intent, type)
  const revised = resource === null || type !== 'Provenance' ? null : revisedWrongly(resource, who)
  if (revised !== null)
    return refuse(403, 'may-not', `Your role does not say that ${withArticle(revised)} was revised or taken back.`, {
      where,
    })
  if (before === null || resource === null || !typesRead.includes(type)) return null
  if (isVoid(before.resource) || !isVoid(resource)) return null
  const roles = rolesFor(type, 'delete').join(' or ')
  return refuse(403, 'may-not', `Your role does not take ${withArticle(type)} back: it is for ${roles}.`, { where })
}

const voids = new Set(['entered-in-error', 'cancelled', 'not-done', 'refuted'])
const isVoid = ({ status, verificationStatus }: Resource): boolean =>
  voids.has(String(status)) || codesOf(verificationStatus).some((code) => voids.has(code))

const codesOf = (concept: unknown): readonly string[] =>
  isObject(concept) ? objectsIn(concept.coding).map(({ code }) => String(code)) : []

/** The type of what a Provenance calls revised or removed though its author may not write it; null where they may. */
function revisedWrongly({ entity, target }: Resource, who: SignedIn): string | null {
  const earlier = objectsIn(entity).filter(({ role }) => role === 'revision' || role === 'removal')
  if (earlier.length === 0) return null
  const named = [...earlier.map(({ what }) => what), ...objectsIn(target)].filter(isObject)
  for (const { reference } of named) {
    const type = /(?:^|\/)([A-Z][A-Za-z]+)\/[^/]+(?:\/_history\/[^/]+)?$/.exec(String(reference))?.[1] ?? 'resource'
    // Everything is somebody's, and of whom a Provenance tells is no claim about them.
    if (type !== 'Patient' && !who.roles.some((role) => rolesFor(type, 'update').includes(role))) return type
  }
  return null
}

/** What a write takes off a chart that spoke against an offer, though its author may not delete; null where nothing. */
export function removedStatements(
  before: Chart,
  after: Chart,
  { clinic, who }: Readonly<{ clinic: Readonly<{ pathway: Pathway }>; who: SignedIn }>,
): Refusal | null {
  if (isADoctor(who.roles)) return null
  const still = saidAgainst(clinic.pathway, after)
  const lost =
    saidAgainst(clinic.pathway, before).find(
      (one) => !still.some(({ what, date }) => what === one.what && isNoEarlier(date, one.date)),
    ) ?? injectionLost(before, after)
  if (lost === undefined) return null
  return refuse(
    403,
    'may-not',
    `This takes off the record what counts there: ${lost.label}. It is for clinician or surgeon.`,
    { where: '' },
  )
}

type Against = Readonly<{ what: string; label: string; date: Span | null }>

type Injection = Readonly<{ date: Span | null; amount: number }>

/**
 * Every injection that was counted stays one, on no earlier day and with no less; each is held against another one.
 * Whoever was held already moves to another that fits them too: in which order they stand says nothing.
 */
export function injectionLost(before: Chart, after: Chart): Pick<Against, 'label'> | undefined {
  const was = injectionsIn(before)
  const left = injectionsIn(after)
  const heldBy = new Map<number, number>()
  const holds = (one: number, tried: Set<number>): boolean =>
    left.some((other, at) => {
      if (tried.has(at) || !keeps(other, was[one] as Injection)) return false
      tried.add(at)
      const held = heldBy.get(at)
      if (held !== undefined && !holds(held, tried)) return false
      heldBy.set(at, one)
      return true
    })
  return was.every((_, one) => holds(one, new Set())) ? undefined : { label: facialToxin.entry.label }
}

const keeps = (after: Injection, before: Injection): boolean =>
  after.amount >= before.amount && isNoEarlier(after.date, before.date)

const injectionsIn = ({ entries }: Chart): readonly Injection[] =>
  entries
    .filter(({ kind, withdrawn }) => kind === facialToxin.entry.id && !withdrawn)
    .map(({ date, fields }) => {
      const amount = fields[facialToxin.amount.id]
      return { date, amount: amount && 'number' in amount ? amount.number : 0 }
    })

/** Words the pathway lists as adverse. */
function saidAgainst(pathway: Pathway, { observations, entries }: Chart): readonly Against[] {
  const facts = factsById(pathway)
  const adverse = (id: string, value: EntryRecord['fields'][string], date: Span | null): readonly Against[] => {
    const fact = facts.get(id)
    if (fact === undefined) return []
    const words = 'word' in value ? [value.word] : 'words' in value ? value.words : []
    const against = words.filter((word) => adverseWords(fact).has(word))
    return against.map((word) => ({ what: `${id} ${word}`, label: `${fact.label}: ${word}`, date }))
  }
  const standing = entries.filter(({ withdrawn }) => !withdrawn)
  return [
    ...observations.flatMap(({ fact, value, date }) => adverse(fact, value, date)),
    ...standing.flatMap(({ fields, date }) =>
      Object.entries(fields).flatMap(([id, value]) => adverse(id, value, date)),
    ),
  ]
}

/** Of that day or a later one; a day that becomes known lies within what was known of it. */
const isNoEarlier = (after: Span | null, before: Span | null): boolean =>
  before === null ? after === null : after !== null && after.hi >= before.lo
