import { chartFromResources, isReassuring, typesRead } from '@facialis/fhir'
import { own, recordedAfterExtension } from '@facialis/fhir/terms/systems.ts'
import type { Fact, Pathway, Unknown, Value } from '@facialis/language'
import type { Resource } from '@facialis/record'
import { isADoctor, isReaderOnly, mayState } from '@facialis/wire'
import { foundByDoctors } from '../../acts/kinds.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import type { SignedIn } from '../../identity/account.ts'
import { changedWhere } from '../../patient/changed-where.ts'
import { factsById } from './facts-by-id.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

const ownWords = `${own}/`
/** What others may say in our words: that something is written down afterwards, which form was filled in, which plan is followed. */
const free = new Set([recordedAfterExtension])
const freeMembers = new Set(['questionnaire', 'instantiatesCanonical'])
/** What only describes what is planned is read by nobody here. */
const plans = new Set(['CarePlan', 'Goal'])

type Asking = Readonly<{ pathway: Pathway; zone: string; who: SignedIn }>

/**
 * Acts keep what a plain resource cannot: a signature that is the account's own, a judgement in an act of its own, the
 * version an episode follows. So our words, and whatever would be read as such a statement, are written by acts alone.
 */
export function forActsOnly(target: Target, beside: readonly Resource[], asking: Asking): Refusal | null {
  const { before, resource, type, intent } = target
  if (before !== null && ownWordIn(before.resource) !== null)
    return refuse(422, 'kept-by-acts', changedWhere(before.resource), { where: placeIn(intent, type) })
  if (resource === null) return null
  const word = plans.has(type) ? null : ownWordIn(resource)
  if (word !== null)
    return refuse(422, 'kept-by-acts', 'This is said in words of this clinic, which only acts use here.', {
      where: placeIn(intent, `${type}${word}`),
    })
  return claimedByIt(target, beside, asking)
}

/** What would be read as a statement that its author may not make by a resource. */
export function claimedByIt(
  { intent, resource, type }: Target,
  beside: readonly Resource[],
  asking: Asking,
): Refusal | null {
  const claim = resource === null ? null : claimIn(resource, beside, asking)
  return claim === null ? null : refuse(422, 'not-yours', claim, { where: placeIn(intent, type) })
}

/** The place of the first of our words in a resource. */
function ownWordIn(value: unknown): string | null {
  if (typeof value === 'string') return value.startsWith(ownWords) && !free.has(value) ? '' : null
  if (typeof value !== 'object' || value === null) return null
  // A place is put together only on the way back: nearly always there is none.
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) {
      const below = ownWordIn(value[at])
      if (below !== null) return `[${at}]${below}`
    }
    return null
  }
  // What came as JSON has no members but its own, and a list of them is not made for each.
  for (const name in value) {
    if (freeMembers.has(name)) continue
    const below = ownWordIn(value[name as keyof typeof value])
    if (below !== null) return `.${name}${below}`
  }
  return null
}

export const signatures = ['dx.signedBy', 'dx.agreed']
/** What is asked at the chair, and that an episode ends: what speaks against an offer is heard from anybody. */
const askedInActs = ['episode.', 'chair.']
const signedEntries = new Set(['exception', 'non-response-review', 'missed-visit'])
const attested = new Set(['study.acknowledged', 'study.acknowledgedOn', 'study.normalStatement'])

/** What is of another type says nothing of a chart. */
const isRead = new Set(typesRead)

/** What a resource would be read to say, and its author may not say by a resource; as a sentence. */
function claimIn(resource: Resource, beside: readonly Resource[], { pathway, zone, who }: Asking): string | null {
  if (!isRead.has(resource.resourceType)) return null
  const { chart } = chartFromResources(pathway, [...beside, resource], { zone })
  const facts = factsById(pathway)
  const reassures = (id: string, value: Value | Unknown) => {
    const fact = facts.get(id)
    return fact === undefined || isReassuring(fact, value)
  }
  const judges = (id: string, value: Value | Unknown) => isJudgement(facts.get(id), value)
  const isDoctor = isADoctor(who.roles)
  for (const { fact, value } of chart.observations) {
    const isClaimed = mayState(signatures, fact) || (mayState(askedInActs, fact) && reassures(fact, value))
    if (isClaimed || (fact.startsWith('dx.') && resource.resourceType === 'QuestionnaireResponse'))
      return 'A diagnosis is signed, and the list at the chair asked, in an act: nobody signs by sending a resource.'
    if (judges(fact, value)) return 'Whether a finding has been explained is judged in an act of its own.'
    if (!isDoctor && mayState(foundByDoctors.facts, fact))
      return 'A doctor records the findings on examination and whether a scan is possible.'
  }
  if (isReaderOnly(who.roles) && chart.observations.length > 0)
    return 'An imaging reader tells what a study shows, and nothing else of the person.'
  if (chart.screens.length > 0) return 'That a list was asked to its end is signed in an act.'
  for (const { kind, fields } of chart.entries) {
    if (signedEntries.has(kind)) return `An entry of the kind "${kind}" is signed in an act.`
    for (const [id, value] of Object.entries(fields)) {
      if (judges(id, value)) return 'Whether a lesion has to do with the spasm is judged in an act of its own.'
      // A form is filled in by whoever has it; that a report was read is signed by who read it.
      if (resource.resourceType === 'QuestionnaireResponse' && attested.has(id))
        return 'A report is attested and acknowledged in an act, by a doctor who has read it.'
      if (!isDoctor && attested.has(id)) return 'A doctor who has read the report attests and acknowledges it.'
    }
    const reader = fields['study.readerRole']
    if (!isDoctor && reader && 'word' in reader && reader.word !== who.profession)
      return 'The reader of the study is taken from your account.'
  }
  return null
}

const isJudgement = (fact: Fact | undefined, value: Value | Unknown): boolean =>
  fact !== undefined &&
  'judged' in fact &&
  fact.judged !== null &&
  'word' in value &&
  fact.judged.words.includes(value.word)
