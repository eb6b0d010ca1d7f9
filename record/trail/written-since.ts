import type { RecordContext } from '../core/record-context.ts'
import { auditHead } from './audit.ts'

/** What was written after a point of the record: by anybody, on whichever server. */
export type WrittenSince = {
  /** The number of the last audit event that was looked at; ask from here next time. */
  readonly position: number
  /** Ids of the patients of whom something was written. */
  readonly patients: readonly string[]
  /** Addresses of what belongs to nobody and was written, such as `Medication/a`. */
  readonly nobodys: readonly string[]
}

/** Events are numbered in the order in which they are committed, so nothing is written later at an earlier number. */
export async function writtenSince({ db, tenantId }: RecordContext, after: number): Promise<WrittenSince> {
  const position = (await auditHead(db, tenantId)).seq
  if (position <= after) return { position, patients: [], nobodys: [] }
  const written = db
    .selectFrom('resource_version')
    .where('tenant_id', '=', tenantId)
    .where('seq', '>', after)
    .where('seq', '<=', position)
  const patients = await written.select('patient_id').where('patient_id', '<>', '').distinct().execute()
  const nobodys = await written.select(['type', 'id']).where('patient_id', '=', '').distinct().execute()
  return {
    position,
    patients: patients.map(({ patient_id: id }) => id),
    nobodys: nobodys.map(({ type, id }) => `${type}/${id}`),
  }
}
