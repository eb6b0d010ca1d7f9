import { withArticle } from '@facialis/fhir/values/indefinite-article.ts'
import type { Change } from '@facialis/record'
import { openPeriodicYield } from '../../core/periodic-yield.ts'
import { methodNotAllowed, ok, type Refusal, type Result, refuse } from '../../core/refusal.ts'
import type { SignedIn } from '../../identity/account.ts'
import { type OpenRecord, openChart } from '../../patient/open-chart.ts'
import { reviewTask } from '../../patient/reviews.ts'
import { isServed } from '../../search-indexing/parameters.ts'
import { resourceKnowledge } from '../../search-indexing/resource-knowledge.ts'
import { interactionsOf, rolesFor } from '../responses/interactions.ts'
import { forActsOnly } from './acts-only.ts'
import { type Admitted, admitResources } from './admit-resources.ts'
import { birthDateRefusal } from './birth-date-check.ts'
import { by, chartReviews, indicationReviewText, reviewTexts } from './chart-reviews.ts'
import { allOf, faultsAfter, faultsAmong } from './faults.ts'
import { indicationRemoved } from './indication-removed.ts'
import type { Intent } from './intent.ts'
import { asItIs, matchOfOtherPatient, withWhoseItIs } from './match-of-other-patient.ts'
import { mergeLinkRefusal } from './merge-links.ts'
import { mergeReviews } from './merge-reviews.ts'
import { namesakeReviews } from './namesakes.ts'
import { type Dereference, medicinesBeside, openDereference, tooManyReferences } from './referenced-resources.ts'
import { linked } from './references.ts'
import { voided } from './removed-statements.ts'
import { subjectChangeAmong } from './subject-changes.ts'
import { changeOf, type Target, targetsOf } from './targets.ts'
import type { JudgedBy, WriteContext } from './write-context.ts'
import { byPerson, writeProvenanceOf } from './write-provenance.ts'

export type Planned = Readonly<{
  changes: readonly Change[]
  decision: Admitted['decision']
  targets: readonly Target[]
}>

type Planning = WriteContext & JudgedBy & Readonly<{ newId: (place: number) => string }>

/** What has to be written, from the record as it is now; a refusal where anything of it may not be. */
export async function plan(intents: readonly Intent[], planning: Planning): Promise<Result<Planned>> {
  const { clinic, view, at } = planning
  const found = await soundTargets(intents, planning)
  if (!found.ok) return found
  const targets = found.value
  const refer = openDereference(targets, view)
  const toldByActs = await wronglyTold(targets, planning, refer)
  if (toldByActs) return toldByActs

  const opened = new Map<string, Promise<OpenRecord | null>>()
  const open = (id: string) => {
    const known = opened.get(id) ?? openChart(clinic, view, id)
    opened.set(id, known)
    return known
  }
  const door = { ...planning, patientOf: resourceKnowledge.patientOf, open, refer, says: reviewTexts }
  const entered = await admitResources(targets, door)
  if (!entered.ok) return entered
  const { targets: admitted, reviews, decision } = entered.value

  const told: Change[] = []
  for (const [patientId, ones] of byPerson(admitted))
    told.push({ method: 'create', resource: writeProvenanceOf(patientId, ones, planning) })
  const charted = await chartReviews(admitted, { ...planning, open })
  if (!charted.ok) return charted
  const groundless = await indicationRemoved(targets, {
    before: { ...door, refer: openDereference([], view) },
    after: door,
  })
  const looks = [
    ...reviews,
    ...groundless.map((patientId) => ({ patientId, reason: indicationReviewText })),
    ...charted.value,
    ...(await mergeReviews(targets, { view, by })),
    ...(await namesakeReviews(targets, { view, by })),
  ].map(({ patientId, reason }) => ({
    method: 'create' as const,
    resource: reviewTask({ id: clinic.record.newId(), patientId, reason, at }),
  }))
  return ok({ changes: [...admitted.flatMap(changeOf), ...told, ...looks], decision, targets: admitted })
}

/** What is meant by each, once it may be done, refers to what there is, is FHIR, and stands where it belongs. */
async function soundTargets(intents: readonly Intent[], planning: Planning): Promise<Result<readonly Target[]>> {
  const { who, view } = planning
  const forbidden = intents.map((intent) => mayNot(intent, who)).find((one) => one !== null)
  if (forbidden) return forbidden
  const resolved = await targetsOf(intents, planning)
  if (!resolved.ok) return resolved
  const linking = await linked(resolved.value.map(withWhoseItIs), planning)
  if (!linking.ok) return linking
  const another = await matchOfOtherPatient(linking.value, view)
  if (another) return another
  const targets = linking.value.map(asItIs)
  const sent = new Map(targets.map((target, place) => [target, resolved.value[place]?.resource ?? null]))
  const wrong = allOf(
    await faultsAmong(targets, (target) => faultsAfter(target, sent.get(target) ?? null, planning.validate)),
  )
  if (wrong) return wrong
  const tooMany = tooManyReferences(targets)
  if (tooMany) return tooMany
  const misplaced = (await subjectChangeAmong(targets, view)) ?? (await mergeLinkRefusal(targets, planning))
  if (misplaced) return misplaced
  return ok(targets)
}

/** What may not be said in this way: a birth that cannot be, what is taken back by who may not, and what only acts say. */
async function wronglyTold(
  targets: readonly Target[],
  { clinic, who }: Planning,
  refer: Dereference,
): Promise<Refusal | null> {
  const yieldNow = openPeriodicYield()
  for (const target of targets) {
    await yieldNow()
    const beside = target.resource === null ? [] : await medicinesBeside(target.resource, refer)
    const refusal =
      birthDateRefusal(target, clinic) ??
      voided(target, who) ??
      forActsOnly(target, beside, { pathway: clinic.pathway, zone: clinic.zone, who })
    if (refusal) return refusal
  }
  return null
}

const methods = { create: 'POST', update: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const
/** What may be asked where this was asked: a type, or one of it. */
function askedOf(intent: Intent): readonly string[] {
  const isOne = intent.method !== 'create' && intent.id !== null
  const done = interactionsOf(intent.type).filter((one) => one !== 'create' || !isOne)
  return ['GET', 'HEAD', ...done.map((one) => methods[one])]
}

function mayNot(intent: Intent, who: SignedIn): Refusal | null {
  const { type, method, where } = intent
  const placeOf = (member: string) => ({ where: where === '' ? type : `${where}.request.${member}` })
  if (!isServed(type)) return refuse(404, 'not-found', `${JSON.stringify(type)} is not kept here.`, placeOf('url'))
  const place = placeOf('method')
  if (!interactionsOf(type).includes(method))
    return methodNotAllowed(
      askedOf(intent),
      'not-done',
      `What is ${withArticle(type)} is not changed in this way here.`,
      place,
    )
  const roles = rolesFor(type, method)
  if (who.roles.some((role) => roles.includes(role))) return null
  return refuse(
    403,
    'may-not',
    `Your role does not do this to ${withArticle(type)}: it is for ${roles.join(' or ')}.`,
    place,
  )
}
