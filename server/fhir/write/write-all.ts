import { createHash } from 'node:crypto'
import { policyInForce } from '../../core/policy.ts'
import { ok, type Refusal, type Result, refusalOf } from '../../core/refusal.ts'
import { colleagues } from '../../gate/colleagues.ts'
import { actingRole } from '../../identity/account.ts'
import { resourceKnowledge } from '../../search-indexing/resource-knowledge.ts'
import { validation } from '../r4/definitions.ts'
import { existingAmong } from '../search/patients-in-search.ts'
import { consultedPatients, targetedPatients } from './affected-patients.ts'
import { allOf, faultsAmong, faultsIn } from './faults.ts'
import type { Intent } from './intent.ts'
import { type Planned, plan } from './plan.ts'
import type { WriteContext } from './write-context.ts'
import { replayedResults, type WriteResult, writeResultOf } from './write-result.ts'

/**
 * The one way resources get in from outside: all of them, or none. They are held against FHIR R4, against what only acts
 * may say and against the gate, and written with their audit event, the advice relied on and a line on each timeline.
 */
export async function writeAll(
  intents: readonly Intent[],
  writing: WriteContext,
): Promise<Result<readonly WriteResult[]>> {
  const { clinic, who, requestId, action, idempotencyKey } = writing
  const validate = await validation()
  const malformed = allOf(await faultsAmong(intents, (intent) => faultsIn(intent, validate)))
  if (malformed) return tellUnfit(malformed, intents, writing)
  const policy = await policyInForce(clinic)
  const isOurs = await colleagues(clinic)
  const at = clinic.nextInstant()
  const newId = idsFor(writing, intents.length)
  // What is typed where an id belongs is not told before it is known to be somebody's.
  const [patientId] = await existingAmong(personOf(intents), clinic.record)
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
      if (result.ok) return { ...result, patientIds: await consultedPatients(result.value.targets, { view }) }
      return {
        ok: false,
        problem: toldOf(result),
        patientIds: await targetedPatients(intents, { view, who, ours: writing.ours }),
      }
    },
  })
  if (!done.ok) return refused ?? refusalOf(done.problem)
  const { targets } = (planned as Planned | null) ?? { targets: null }
  return ok(
    targets === null
      ? await replayedResults(intents, done.value, { view: clinic.record, who, ours: writing.ours, newId })
      : targets.map((one) => writeResultOf(one, done.value)),
  )
}

/** What the trail says of a refusal: what repeats something that was sent may name anybody, and is said to its sender only. */
const toldOf = ({ status, problem: { code, sentence, where = '' } }: Refusal) =>
  status === 400 || repeating.has(code)
    ? { code, sentence: 'What was sent could not be accepted.', where: '' }
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
async function tellUnfit(refusal: Refusal, intents: readonly Intent[], writing: WriteContext): Promise<Refusal> {
  const { clinic, who, ours, action, requestId } = writing
  const patientIds = await targetedPatients(intents, { view: clinic.record, who, ours })
  clinic.auditedRequests.note(requestId)
  await clinic.rejectedWrites.refused({ who, what: action, code: refusal.problem.code, patientIds, requestId })
  return refusal
}

/**
 * The one person that everything says it is about: then nothing of anybody else is changed. A Patient may say that two
 * records are one person's, or are not any more.
 */
function personOf(intents: readonly Intent[]): readonly string[] {
  if (intents.some(({ type }) => type === 'Patient')) return []
  const [first, ...others] = new Set(
    intents.map((one) => ('resource' in one ? resourceKnowledge.patientOf(one.resource) : null)),
  )
  return others.length === 0 && first ? [first] : []
}

/** Fresh ids; with a key, ids that follow from it. */
function idsFor({ clinic, who, idempotencyKey: key }: WriteContext, many: number): (place: number) => string {
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
