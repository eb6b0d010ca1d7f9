import type { RecordContext } from '../core/record-context.ts'
import { type AuditHead, auditHead } from './audit.ts'

/** How much the record holds at one moment. */
export type RecordCounts = {
  /** Current resources, tombstones left out. */
  readonly resources: number
  readonly byType: Readonly<Record<string, number>>
  /** Patients with at least one current resource. */
  readonly patients: number
  readonly versions: number
  readonly decisions: number
  /** `seq` is the number of audit events. */
  readonly audit: AuditHead
}

export async function counts({ db, tenantId }: RecordContext): Promise<RecordCounts> {
  const types = await db
    .selectFrom('resource_current')
    .select((column) => ['type', column.fn.countAll<number>().as('many')])
    .where('tenant_id', '=', tenantId)
    .where('deleted', '=', 0)
    .groupBy('type')
    .orderBy('type')
    .execute()
  const patients = await db
    .selectFrom('resource_current')
    .select((column) => column.fn.count<number>('patient_id').distinct().as('many'))
    .where('tenant_id', '=', tenantId)
    .where('deleted', '=', 0)
    .where('patient_id', '<>', '')
    .executeTakeFirstOrThrow()
  const rowsOf = async (table: 'resource_version' | 'decision') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((column) => column.fn.countAll<number>().as('many'))
          .where('tenant_id', '=', tenantId)
          .executeTakeFirstOrThrow()
      ).many,
    )
  return {
    resources: types.reduce((sum, row) => sum + Number(row.many), 0),
    byType: Object.fromEntries(types.map((row) => [row.type, Number(row.many)])),
    patients: Number(patients.many),
    versions: await rowsOf('resource_version'),
    decisions: await rowsOf('decision'),
    audit: await auditHead(db, tenantId),
  }
}
