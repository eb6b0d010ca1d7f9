import { aType } from '@facialis/fhir/values/a-type.ts'
import type { Change } from '@facialis/record'
import { openPeriodicYield } from '../../core/periodic-yield.ts'
import { methodNotAllowed, ok, type Refusal, type Result, refuse } from '../../core/refusal.ts'
import type { SignedIn } from '../../identity/account.ts'
import { knowing } from '../../indexed/knowing.ts'
import { isServed } from '../../indexed/parameters.ts'
import { type OpenRecord, openChart } from '../../patient/open-chart.ts'
import { reviewTask } from '../../patient/reviews.ts'
import { interactionsOf, rolesFor } from '../served/interactions.ts'
import { forActsOnly } from './acts-only.ts'
import { bornWrongly } from './born.ts'
import { type LetIn, letIn } from './door.ts'
import { allOf, faultsAfter, faultsAmong } from './faults.ts'
import { asItIs, foundOfAnother, withWhoseItIs } from './found-of-another.ts'
import { groundLost } from './ground-lost.ts'
import type { Intent } from './intent.ts'
import { by, chartedReviews, lookAt, lookAtGround } from './looked-at.ts'
import { mergedWrongly } from './merged.ts'
import { misplacedAmong } from './misplaced.ts'
import { namesakeReviews } from './namesakes.ts'
import { linked } from './references.ts'
import { medicinesBeside, type Refer, referring, tooManyReferred } from './referred.ts'
import { regroupedReviews } from './regrouped.ts'
import { voided } from './taken-off.ts'
import { changeOf, type Target, targetsOf } from './targets.ts'
import { byPerson, tellingOf } from './telling.ts'
import type { JudgedBy, Writing } from './writing.ts'

export type Planned = Readonly<{
  changes: readonly Change[]
  decision: LetIn['decision']
  targets: readonly Target[]
}>

type Planning = Writing & JudgedBy & Readonly<{ newId: (place: number) => string }>

/** What has to be written, from the record as it is now; a refusal where anything of it may not be. */
export async function plan(intents: readonly Intent[], planning: Planning): Promise<Result<Planned>> {
  const { clinic, view, at } = planning
  const found = await soundTargets(intents, planning)
  if (!found.ok) return found
  const targets = found.value
  const refer = referring(targets, view)
  const toldByActs = await wronglyTold(targets, planning, refer)
  if (toldByActs) return toldByActs

  const opened = new Map<string, Promise<OpenRecord | null>>()
  const open = (id: string) => {
    const known = opened.get(id) ?? openChart(clinic, view, id)
    opened.set(id, known)
    return known
  }
  const door = { ...planning, patientOf: knowing.patientOf, open, refer, says: lookAt }
  const entered = await letIn(targets, door)
  if (!entered.ok) return entered
  const { targets: admitted, reviews, decision } = entered.value

  const told: Change[] = []
  for (const [patientId, ones] of byPerson(admitted))
    told.push({ method: 'create', resource: tellingOf(patientId, ones, planning) })
  const charted = await chartedReviews(admitted, { ...planning, open })
  if (!charted.ok) return charted
  const groundless = await groundLost(targets, { before: { ...door, refer: referring([], view) }, after: door })
  const looks = [
    ...reviews,
    ...groundless.map((patientId) => ({ patientId, reason: lookAtGround })),
    ...charted.value,
    ...(await regroupedReviews(targets, { view, by })),
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
  const another = await foundOfAnother(linking.value, view)
  if (another) return another
  const targets = linking.value.map(asItIs)
  const sent = new Map(targets.map((target, place) => [target, resolved.value[place]?.resource ?? null]))
  const wrong = allOf(
    await faultsAmong(targets, (target) => faultsAfter(target, sent.get(target) ?? null, planning.validate)),
  )
  if (wrong) return wrong
  const tooMany = tooManyReferred(targets)
  if (tooMany) return tooMany
  const misplaced = (await misplacedAmong(targets, view)) ?? (await mergedWrongly(targets, planning))
  if (misplaced) return misplaced
  return ok(targets)
}

/** What may not be said in this way: a birth that cannot be, what is taken back by who may not, and what only acts say. */
async function wronglyTold(
  targets: readonly Target[],
  { clinic, who }: Planning,
  refer: Refer,
): Promise<Refusal | null> {
  const yieldNow = openPeriodicYield()
  for (const target of targets) {
    await yieldNow()
    const beside = target.resource === null ? [] : await medicinesBeside(target.resource, refer)
    const refusal =
      bornWrongly(target, clinic) ??
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
      `What is ${aType(type)} is not changed in this way here.`,
      place,
    )
  const roles = rolesFor(type, method)
  if (who.roles.some((role) => roles.includes(role))) return null
  return refuse(403, 'may-not', `Your role does not do this to ${aType(type)}: it is for ${roles.join(' or ')}.`, place)
}
