import { canonical, sha256 } from './core/canonical.ts'
import { ok, type Result, refuse } from './core/problem.ts'
import type { RecordContext } from './core/record-context.ts'
import { address, type Version } from './core/resource.ts'
import { type Actor, auditEvent } from './trail/audit.ts'
import { asVersion, versionColumns } from './versions/version-rows.ts'

/** An idempotency key of one actor. `body` is anything that tells requests apart; a retry has the same body. */
export type IdempotentRequest = { readonly actor: Actor; readonly key: string; readonly body: unknown }

export type Answer = {
  readonly seq: number
  readonly actId: string
  readonly decisionId: string | null
  readonly resources: readonly Version[]
}

const bodyHash = (request: IdempotentRequest): string => sha256(canonical(request.body))

/** The stored answer of a retried request, or null for a new one. Problem `key-reused`: same key, other body. */
export async function recordedAnswer(
  context: RecordContext,
  request: IdempotentRequest,
): Promise<Result<Answer | null>> {
  const { db, tenantId } = context
  const row = await db
    .selectFrom('answered')
    .select(['body_hash', 'seq'])
    .where('tenant_id', '=', tenantId)
    .where('actor_id', '=', request.actor.id)
    .where('key', '=', request.key)
    .executeTakeFirst()
  if (!row) return ok(null)
  if (row.body_hash !== bodyHash(request)) {
    return refuse('key-reused', 'This idempotency key was already used for another request.', 'idempotencyKey')
  }
  const event = await auditEvent(db, tenantId, row.seq)
  if (!event) throw new Error(`Audit event ${row.seq} is missing`)
  const written = await db
    .selectFrom('resource_version as v')
    .select(versionColumns)
    .where('v.tenant_id', '=', tenantId)
    .where('v.seq', '=', row.seq)
    .execute()
  const byAddress = new Map(written.map((version) => [address(version.type, version.id), asVersion(version)]))
  // The event keeps the order in which the changes were asked for.
  const resources = event.changes.flatMap((change) => byAddress.get(address(change.type, change.id)) ?? [])
  return ok({ seq: row.seq, actId: event.actId, decisionId: event.decision?.id ?? null, resources })
}

export async function recordAnswer(context: RecordContext, request: IdempotentRequest, seq: number): Promise<void> {
  await context.db
    .insertInto('answered')
    .values({
      tenant_id: context.tenantId,
      actor_id: request.actor.id,
      key: request.key,
      body_hash: bodyHash(request),
      seq,
      at: context.now(),
    })
    .execute()
}
