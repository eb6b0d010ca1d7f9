import { instant } from './core/instant.ts'
import { ok, type Problem, type Refusal, Refused, type Result, StorageFailure } from './core/problem.ts'
import { type AuditedRow, inTransaction, type KeptKind, type RecordContext } from './core/record-context.ts'
import { type Answer, type IdempotentRequest, recordAnswer, recordedAnswer } from './idempotency.ts'
import { openStores, type Stores } from './stores/stores.ts'
import { type Actor, appendAudit, detectRollback, type NewEvent } from './trail/audit.ts'
import { isRolledBack } from './trail/clock-rollback.ts'
import { type Decision, logDecision } from './trail/decisions.ts'
import { type Change, type Proposal, propose } from './versions/changes.ts'
import { writeVersions } from './versions/write-versions.ts'
import { openView, type RecordView } from './view.ts'

/** What a guard says: go on (and log this decision with the act), or refuse. */
export type GuardAnswer = { readonly ok: true; readonly decision?: Decision } | Refusal

/**
 * Looks at the record as committed before the act and at what is proposed. It runs inside the write transaction and every
 * other writer waits for it: it must read through `view` only, and wait for nothing else.
 */
export type Guard = (view: RecordView, proposed: readonly Proposal[]) => GuardAnswer | Promise<GuardAnswer>

/** What is to be changed, and the decision that goes with it, of the patient it is about. */
export type Planned = {
  readonly changes: readonly Change[]
  readonly decision?: (Decision & { readonly patientId?: string }) | null
}

/**
 * Works out, from the record as committed before the act, what is to be changed: whether something is there already, which
 * version is patched. It runs inside the write transaction like a guard, may be run again, and changes nothing itself.
 */
export type Plan = (view: RecordView) => Promise<
  Result<Planned> & {
    /** Whom it is told of besides those whose resources are written: also when the act is refused. */
    readonly patientIds?: readonly string[]
  }
>

/** Further writes that stand or fall with the act. An answer that is a problem undoes everything; any other is ignored. */
export type Alongside = (stores: Stores, done: Done) => Promise<Result<unknown> | undefined>

/** One thing somebody did. All of it is written, or none. */
export type Act = {
  readonly actor: Actor
  readonly action: string
  /** When given, no change may touch another patient's resources. */
  readonly patientId?: string
  /** Further ids under which the record of that patient is kept, whose resources the changes may touch, too. */
  readonly alsoKeptAs?: readonly string[]
  /** Or what tells it once everything is written, where it hangs on what stands on record. */
  readonly reason?: string | (() => string | undefined)
  /** Coded purpose of use. */
  readonly purpose?: string
  /** Default: now. */
  readonly at?: string
  readonly requestId?: string
  /** The same actor with the same key and the same request is answered as the first time, and nothing is written. */
  readonly idempotencyKey?: string
  /** What tells requests with one key apart. Default: action, patient, reason and changes. Needed when `changes` hold ids or times made anew by a retry, or are planned. */
  readonly idempotencyBody?: unknown
  readonly changes: readonly Change[] | Plan
  readonly guard?: Guard
  /** A decision known before the act; one the guard returns takes its place. */
  readonly decision?: Decision
  readonly alongside?: Alongside
}

/** What an act wrote: `resources` in the order of its changes, `seq` the number of its audit event. */
export type Done = Answer & {
  /** True when this is the stored answer to an earlier request. */
  readonly replayed: boolean
}

/**
 * Does one act in one transaction: idempotency, plan, version checks, guard, versions, index, decision, `alongside`, audit event.
 * Once it returns `ok`, the act is on the disk. A refusal writes nothing but an audit event of the refusal.
 *
 * Problems: `bad-resource`, `changed-twice`, `already-exists`, `absent`, `deleted`, `version-conflict`, `wrong-patient`,
 * `key-reused`, `storage-busy|read-only|failed|damaged|full`, and whatever a plan, `guard` and `alongside` refuse with.
 */
export async function act(context: RecordContext, asked: Act): Promise<Result<Done>> {
  const now = context.now()
  const at = instant(asked.at ?? now)
  const clock = isRolledBack(at, now) ? instant(now) : null
  const actId = context.newId()
  const meant = new Set<string>()
  try {
    return ok(await context.write((db) => perform(inTransaction(context, db, at), asked, { actId, at, clock, meant })))
  } catch (error) {
    if (error instanceof StorageFailure) return { ok: false, problem: error.problem }
    if (!(error instanceof Refused)) throw error
    return tellRefusal(context, eventOf(asked, { actId, at, clock, meant }, { refusal: error.problem }), error.problem)
  }
}

type Stamp = {
  readonly actId: string
  readonly at: string
  /** What the clock says, where it was put back and the act goes on from what was written before; else null. */
  readonly clock: string | null
  /** Whom a plan named: filled by it, so that it is known also after what it refuses is rolled back. */
  readonly meant: Set<string>
}

async function perform(inside: RecordContext, asked: Act, { actId, at, clock, meant }: Stamp): Promise<Done> {
  const newest = await detectRollback(inside.db, inside.tenantId, { at: clock ?? at, actId })
  const request = requestOf(asked)
  const earlier = request ? settled(await recordedAnswer(inside, request)) : null
  if (earlier) return { ...earlier, replayed: true }

  const plan =
    typeof asked.changes === 'function'
      ? await asked.changes(openView(inside))
      : { ...ok({ changes: asked.changes, decision: null }), patientIds: [] }
  meant.clear()
  for (const id of plan.patientIds ?? []) meant.add(id)
  const planned: Planned = settled<Planned>(plan)
  const proposals = settled(await propose(inside, planned.changes, { at, whose: whoseOf(asked) }))
  const { patientId = asked.patientId ?? null, ...known } = planned.decision ?? {}
  const decision = (await allowed(inside, asked, proposals)) ?? (planned.decision ? (known as Decision) : null)

  const seq = newest.seq + 1
  const changes = await writeVersions(inside, proposals, { seq, actId, at })
  const logged = decision && { ...decision, id: inside.newId(), actId, at, patientId }
  const decisionNote = logged ? { id: logged.id, hash: await logDecision(inside, logged, seq) } : null

  const done = {
    actId,
    seq,
    decisionId: logged?.id ?? null,
    replayed: false,
    resources: versionsOf(proposals, { actId, at }),
  }
  const alsoOf = new Set<string>()
  const kept: { [kind in KeptKind]?: AuditedRow[] } = {}
  const keptRow = (kind: KeptKind, row: AuditedRow) => {
    kept[kind] = [...(kept[kind] ?? []), row]
  }
  const hearing = { alsoOf: (id: string) => alsoOf.add(id), keptRow }
  const added = await asked.alongside?.(openStores({ ...inside, ...hearing }), done)
  if (added && !added.ok) throw new Refused(added.problem)

  const told = eventOf(asked, { actId, at, clock, meant: new Set([...meant, ...alsoOf]) }, { proposals })
  const event = { ...told, changes, decision: decisionNote, ...kept }
  await appendAudit(inside.db, inside.tenantId, [event], newest)
  if (request) await recordAnswer(inside, request, seq)
  return done
}

async function allowed(inside: RecordContext, asked: Act, proposals: readonly Proposal[]): Promise<Decision | null> {
  if (!asked.guard) return asked.decision ?? null
  const answer = await asked.guard(openView(inside), proposals)
  if (!answer.ok) throw new Refused(answer.problem)
  return answer.decision ?? asked.decision ?? null
}

function settled<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.problem)
  return result.value
}

const whoseOf = ({ patientId, alsoKeptAs = [] }: Act): ReadonlySet<string> | null =>
  patientId === undefined ? null : new Set([patientId, ...alsoKeptAs])

function requestOf(asked: Act): IdempotentRequest | null {
  if (asked.idempotencyKey === undefined) return null
  const { action, patientId, reason, changes } = asked
  const isAnew = typeof changes === 'function' || typeof reason === 'function'
  if (isAnew && asked.idempotencyBody === undefined)
    throw new Error('What is planned anew each time does not tell requests apart; give an idempotencyBody')
  const body = asked.idempotencyBody === undefined ? { action, patientId, reason, changes } : asked.idempotencyBody
  return { actor: asked.actor, key: asked.idempotencyKey, body }
}

const versionsOf = (proposals: readonly Proposal[], { actId, at }: Pick<Stamp, 'actId' | 'at'>) =>
  proposals.map(({ type, id, version, method, patientId, resource }) => ({
    type,
    id,
    version,
    method,
    patientId,
    resource,
    lastUpdated: at,
    actId,
  }))

function eventOf(
  asked: Act,
  { actId, at, clock, meant }: Stamp,
  { proposals = [], refusal }: { proposals?: readonly Proposal[]; refusal?: Problem },
): NewEvent {
  // Both sides of a move: each of the two patients may ask who touched their record.
  const touched = proposals.flatMap((one) => [one.patientId, one.before?.patientId ?? null])
  const patientIds = new Set([asked.patientId, ...meant, ...touched].filter((id) => typeof id === 'string'))
  const reason = typeof asked.reason === 'function' ? asked.reason() : asked.reason
  return {
    at,
    ...(clock === null ? {} : { clock }),
    actId,
    actor: asked.actor,
    action: asked.action,
    outcome: refusal ? 'refused' : 'done',
    patientIds: [...patientIds].sort(),
    purpose: asked.purpose ?? null,
    requestId: asked.requestId ?? null,
    changes: [],
    decision: null,
    problem: refusal?.code ?? null,
    aside: {
      ...(reason === undefined ? {} : { reason }),
      ...(refusal ? { problem: refusal } : {}),
    },
  }
}

async function tellRefusal(context: RecordContext, event: NewEvent, problem: Problem): Promise<Refusal> {
  try {
    await context.write((db) => appendAudit(db, context.tenantId, [event]))
    return { ok: false, problem }
  } catch (error) {
    if (error instanceof StorageFailure) return { ok: false, problem: error.problem }
    throw error
  }
}
