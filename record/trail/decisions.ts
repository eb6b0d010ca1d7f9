import { canonical, sha256 } from '../core/canonical.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Schema } from '../core/schema.ts'

/** Everything needed to give the same advice again, as text, byte for byte. */
export type Decision = {
  /** Id of the pathway. */
  readonly pathway: string
  readonly pathwayVersion: string
  readonly input: string
  readonly policy: string
  readonly advice: string
}

export type LoggedDecision = Decision & {
  readonly id: string
  readonly actId: string
  readonly at: string
  readonly patientId: string | null
}

export const asLogged = (row: Schema['decision']): LoggedDecision => ({
  id: row.id,
  actId: row.act_id,
  at: row.at,
  patientId: row.patient_id === '' ? null : row.patient_id,
  pathway: row.pathway,
  pathwayVersion: row.pathway_version,
  input: row.input,
  policy: row.policy,
  advice: row.advice,
})

/** What the audit chain holds of a decision. */
export const decisionHash = (decision: LoggedDecision): string => sha256(canonical(decision))

/** Writes a decision to the log, under the number of its act. @returns what the trail holds of it */
export async function logDecision(context: RecordContext, decision: LoggedDecision, seq: number): Promise<string> {
  await context.db
    .insertInto('decision')
    .values({
      tenant_id: context.tenantId,
      patient_id: decision.patientId ?? '',
      id: decision.id,
      seq,
      act_id: decision.actId,
      at: decision.at,
      pathway: decision.pathway,
      pathway_version: decision.pathwayVersion,
      input: decision.input,
      policy: decision.policy,
      advice: decision.advice,
    })
    .execute()
  return decisionHash(decision)
}

/** One logged decision, or null. */
export async function decisionOf({ db, tenantId }: RecordContext, id: string): Promise<LoggedDecision | null> {
  const row = await db
    .selectFrom('decision')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? asLogged(row) : null
}

/** All logged decisions of one patient, newest first. */
export async function decisionsOf(
  { db, tenantId }: RecordContext,
  patientId: string,
): Promise<readonly LoggedDecision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('patient_id', '=', patientId)
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(asLogged)
}
