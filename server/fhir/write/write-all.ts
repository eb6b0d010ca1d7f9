import { createHash } from 'node:crypto'
import { bearsOnChart } from '@facialis/fhir'
import type { Change, RecordView, Resource } from '@facialis/record'
import type { Clinic } from '../../clinic/clinic.ts'
import { colleagues, type IsOurs } from '../../gate/colleagues.ts'
import { openBreath } from '../../ground/breath.ts'
import { policyInForce } from '../../ground/policy.ts'
import { ok, type Refusal, type Result, refusalOf, refuse } from '../../ground/problem.ts'
import { actingRole, type SignedIn } from '../../identity/account.ts'
import { knowing } from '../../indexed/knowing.ts'
import { isServed } from '../../indexed/parameters.ts'
import { chartAfter, type OpenRecord, openChart } from '../../patient/open-chart.ts'
import { reviewTask } from '../../patient/reviews.ts'
import { type Validate, validation } from '../r4/definitions.ts'
import type { Ours } from '../search/own-address.ts'
import { knownAmong } from '../search/people-named.ts'
import { interactionsOf, rolesFor } from '../served/interactions.ts'
import { forActsOnly } from './acts-only.ts'
import type { Review, ToLookAt } from './at-the-door.ts'
import { bornWrongly } from './born.ts'
import { bornInDoubt } from './born-in-doubt.ts'
import { correctedOtherwise } from './corrected-otherwise.ts'
import { type LetIn, letIn } from './door.ts'
import { allOf, faultsAfter, faultsAmong, faultsIn } from './faults.ts'
import { asItIs, foundOfAnother, withWhoseItIs } from './found-of-another.ts'
import { groundLost } from './ground-lost.ts'
import type { Intent } from './intent.ts'
import { mergedWrongly } from './merged.ts'
import { misplacedAmong } from './misplaced.ts'
import { opensAGate } from './opened-gates.ts'
import { peopleLookedAt, peopleMeant } from './people-meant.ts'
import { linked } from './references.ts'
import { medicinesBeside, referring, tooManyReferred } from './referred.ts'
import { regroupedReviews } from './regrouped.ts'
import { takenOff, voided } from './taken-off.ts'
import { type Target, targetsOf } from './targets.ts'
import { byPerson, tellingOf } from './telling.ts'
import { type Written, writtenBefore, writtenOf } from './written.ts'

export type Writing = Readonly<{
  clinic: Clinic
  who: SignedIn
  ours: Ours
  requestId: string
  /** What the audit trail calls it. */
  action: string
  idempotencyKey: string | null
  /** They were asked whether they mean it, and do. */
  confirmed: boolean
  /** What the other requests of the same batch send along. */
  along?: ReadonlySet<string>
}>

/**
 * The one way resources get in from outside: all of them, or none. They are held against FHIR R4, against what only acts
 * may say and against the gate, and written with their audit event, the advice relied on and a line on each timeline.
 */
export async function writeAll(intents: readonly Intent[], writing: Writing): Promise<Result<readonly Written[]>> {
  const { clinic, who, requestId, action, idempotencyKey } = writing
  const validate = await validation()
  const malformed = allOf(await faultsAmong(intents, (intent) => faultsIn(intent, validate)))
  if (malformed) return tellUnfit(malformed, intents, writing)
  const policy = await policyInForce(clinic)
  const isOurs = await colleagues(clinic)
  const at = clinic.nextInstant()
  const newId = idsFor(writing, intents.length)
  // What is typed where an id belongs is not told before it is known to be somebody's.
  const [patientId] = await knownAmong(personOf(intents), clinic.record)
  let refused: Refusal | null = null
  let planned: Planned | null = null
  const done = await clinic.record.act({
    actor: { id: who.id, role: actingRole(who) },
    action,
    purpose: 'TREAT',
    at,
    ...(patientId === undefined ? {} : { patientId }),
    requestId,
    ...(idempotencyKey === null ? {} : { idempotencyKey, idempotencyBody: { action, intents } }),
    changes: async (view) => {
      const result = await plan(intents, { ...writing, view, policy, isOurs, at, newId, validate })
      refused = result.ok ? null : result
      planned = result.ok ? result.value : null
      if (result.ok) return { ...result, patientIds: await peopleLookedAt(result.value.targets, { view }) }
      return {
        ok: false,
        problem: toldOf(result),
        patientIds: await peopleMeant(intents, { view, who, ours: writing.ours }),
      }
    },
  })
  if (!done.ok) return refused ?? refusalOf(done.problem)
  const { targets } = (planned as Planned | null) ?? { targets: null }
  return ok(
    targets === null
      ? await writtenBefore(intents, done.value, { view: clinic.record, who, ours: writing.ours, newId })
      : targets.map((one) => writtenOf(one, done.value)),
  )
}

/** What the trail says of a refusal: what repeats something that was sent may name anybody, and is said to its sender only. */
const toldOf = ({ status, problem: { code, sentence, where = '' } }: Refusal) =>
  status === 400 || repeating.has(code)
    ? { code, sentence: 'What was sent could not be taken.', where: '' }
    : { code, sentence, where }
const repeating = new Set([
  'no-such-person',
  'merged-in-a-circle',
  'not-found',
  'not-valid',
  'patch-failed',
  'unresolved',
])

/** No act is begun for what is no FHIR, so none tells of it. @returns the refusal */
async function tellUnfit(refusal: Refusal, intents: readonly Intent[], writing: Writing): Promise<Refusal> {
  const { clinic, who, ours, action, requestId } = writing
  const patientIds = await peopleMeant(intents, { view: clinic.record, who, ours })
  clinic.told.note(requestId)
  await clinic.unfitWrites.refused({ who, what: action, code: refusal.problem.code, patientIds, requestId })
  return refusal
}

/**
 * The one person that everything says it is about: then nothing of anybody else is changed. A Patient may say that two
 * records are one person's, or are not any more.
 */
function personOf(intents: readonly Intent[]): readonly string[] {
  if (intents.some(({ type }) => type === 'Patient')) return []
  const [first, ...others] = new Set(intents.map((one) => ('resource' in one ? knowing.patientOf(one.resource) : null)))
  return others.length === 0 && first ? [first] : []
}

type Planned = Readonly<{
  changes: readonly Change[]
  decision: LetIn['decision']
  targets: readonly Target[]
}>

type Planning = Writing &
  Readonly<{
    view: RecordView
    policy: Awaited<ReturnType<typeof policyInForce>>
    isOurs: IsOurs
    at: string
    newId: (place: number) => string
    validate: Validate
  }>

async function plan(intents: readonly Intent[], planning: Planning): Promise<Result<Planned>> {
  const { clinic, who, view, at } = planning
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
  const breath = openBreath()
  const refer = referring(targets, view)
  for (const target of targets) {
    await breath()
    const beside = target.resource === null ? [] : await medicinesBeside(target.resource, refer)
    const refusal =
      bornWrongly(target, clinic) ??
      voided(target, who) ??
      forActsOnly(target, beside, { pathway: clinic.pathway, zone: clinic.zone, who })
    if (refusal) return refusal
  }

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
  const charted: Review[] = []
  for (const [patientId, ones] of byPerson(admitted)) {
    await breath()
    // A record of thousands takes a while to read, and what says nothing of the person neither opens a gate nor takes anything off.
    const bearing = ones.filter(({ type }) => bearsOnChart(type))
    const before = bearing.length === 0 ? null : await open(patientId)
    if (before === null) continue
    const after = chartAfter(clinic, before, bearing.flatMap(changeOf))
    const lost = takenOff(before.chart, after, planning)
    if (lost) return lost
    if (opensAGate(before, after, planning)) charted.push({ patientId, reason: lookAtOpening })
    const doubt = bornInDoubt(bearing, { before, after, clinic, by })
    if (doubt !== null) charted.push({ patientId, reason: doubt })
    const of = doubt === null ? (['name', 'birthDate'] as const) : (['name'] as const)
    const undone = correctedOtherwise(bearing, { before, by, of })
    if (undone !== null) charted.push({ patientId, reason: undone })
  }
  const groundless = await groundLost(targets, { before: { ...door, refer: referring([], view) }, after: door })
  const looks = [
    ...reviews,
    ...groundless.map((patientId) => ({ patientId, reason: lookAtGround })),
    ...charted,
    ...(await regroupedReviews(targets, { view, by })),
  ].map(({ patientId, reason }) => ({
    method: 'create' as const,
    resource: reviewTask({ id: clinic.record.newId(), patientId, reason, at }),
  }))
  return ok({ changes: [...admitted.flatMap(changeOf), ...told, ...looks], decision, targets: admitted })
}

/** Who wrote it, as the beginning of a sentence. */
const by = 'Another system'

const lookAtOpening =
  'What another system wrote, or took back, opens a gate further: look at it before anybody relies on it.'

const lookAtGround =
  'Another system took back the reason for which toxin was ordered or given: look at what it is for now, and whether it may be given.'

const lookAt: Readonly<Record<ToLookAt, string>> = {
  given:
    'Another system told of toxin given while the gate was shut: look at what happened and whether anything follows.',
  named:
    'Another system wrote of toxin, in a note or as a product beside what it tells of: read whether any was ordered or given.',
  doubtful:
    'Another system told of toxin for another reason, and words beside it name the spasm: read for which of them it is.',
  unnamed:
    'Another system told of a medicine by a code that nobody here reads, without a word, while toxin may not be ordered: read what it is.',
  said: 'Another system wrote of toxin in a message, an aim or a flag, while toxin may not be ordered: read what it asks for.',
  elsewhere:
    'Another system asks for an order to be carried out that is kept elsewhere, while toxin may not be ordered: read what it orders.',
}

function mayNot(intent: Intent, who: SignedIn): Refusal | null {
  const { type, method, where } = intent
  const placeOf = (member: string) => ({ where: where === '' ? type : `${where}.request.${member}` })
  if (!isServed(type)) return refuse(404, 'not-found', `${JSON.stringify(type)} is not kept here.`, placeOf('url'))
  const place = placeOf('method')
  if (!interactionsOf(type).includes(method))
    return refuse(405, 'not-done', `A ${type} is not changed in this way here.`, place)
  const roles = rolesFor(type, method)
  if (who.roles.some((role) => roles.includes(role))) return null
  return refuse(403, 'may-not', `Your role does not do this to a ${type}: it is for ${roles.join(' or ')}.`, place)
}

/** What is written of a target. */
export function changeOf({ does, type, id, before, resource }: Target): readonly Change[] {
  if (does === 'nothing') return []
  if (does === 'delete') return [{ method: 'delete', type, id, expectedVersion: before?.version ?? 'any' }]
  // Also where there was one that was deleted: a new version begins after it.
  return [{ method: 'update', resource: { ...(resource as Resource), id }, expectedVersion: before?.version ?? 'any' }]
}

/** Fresh ids; with a key, ids that follow from it. */
function idsFor({ clinic, who, idempotencyKey: key }: Writing, many: number): (place: number) => string {
  if (key !== null) {
    return (place) => {
      const hex = createHash('sha256')
        .update(JSON.stringify([who.id, key, place]))
        .digest('hex')
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
    }
  }
  const ids = Array.from({ length: many }, () => clinic.record.newId())
  return (place) => ids[place] ?? clinic.record.newId()
}
