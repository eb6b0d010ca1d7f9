import type { AuditedChange } from './audit.ts'
import { newSalts, sha256 } from './canonical.ts'
import type { Proposal } from './changes.ts'
import type { Ground } from './ground.ts'
import { insertRows } from './insert-rows.ts'
import { Refused } from './problem.ts'
import { address, type Resource } from './resource.ts'
import type { Schema } from './schema.ts'
import { indexed } from './where.ts'

export type Stamp = { readonly seq: number; readonly actId: string; readonly at: string }

/** Writes versions, address book and search index. @returns what the audit event says of each, in the same order. */
export async function writeVersions(
  ground: Ground,
  proposals: readonly Proposal[],
  stamp: Stamp,
): Promise<readonly AuditedChange[]> {
  const salts = newSalts(proposals.length)
  const rows = proposals.map((proposal, at) => versionRow(ground.tenantId, proposal, stamp, salts[at] as string))
  await insertRows(ground.db, 'resource_version', rows)
  await writeCurrent(ground, proposals, stamp)
  await writeIndex(ground, proposals)
  return rows.map(({ type, id, version, method, hash }) => ({ type, id, version, method, hash }))
}

function versionRow(tenantId: string, proposal: Proposal, stamp: Stamp, salt: string): Schema['resource_version'] {
  const json = proposal.resource === null ? '' : JSON.stringify(proposal.resource)
  return {
    tenant_id: tenantId,
    patient_id: proposal.patientId ?? '',
    type: proposal.type,
    id: proposal.id,
    version: proposal.version,
    method: proposal.method,
    last_updated: stamp.at,
    seq: stamp.seq,
    act_id: stamp.actId,
    json,
    salt,
    hash: contentHash(salt, json),
  }
}

export const contentHash = (salt: string, json: string): string => sha256(salt + json)

async function writeCurrent({ db, tenantId }: Ground, proposals: readonly Proposal[], { seq }: Stamp): Promise<void> {
  const fresh = proposals.filter((one) => one.before === null)
  const newest = ({ patientId, version, method }: Proposal) => ({
    patient_id: patientId ?? '',
    version,
    deleted: method === 'delete' ? 1 : 0,
    seq,
  })
  await insertRows(
    db,
    'resource_current',
    fresh.map((one) => ({ tenant_id: tenantId, type: one.type, id: one.id, ...newest(one) })),
  )
  for (const one of proposals) {
    if (one.before === null) continue
    const moved = await db
      .updateTable('resource_current')
      .set(newest(one))
      .where('tenant_id', '=', tenantId)
      .where('type', '=', one.type)
      .where('id', '=', one.id)
      .where('version', '=', one.before.version)
      .executeTakeFirstOrThrow()
    // SQLite never gets here: it holds the write lock since before the check. A database with many writers may.
    if (moved.numUpdatedRows !== 1n) {
      const where = address(one.type, one.id)
      throw new Refused({ code: 'version-conflict', sentence: `${where} was changed by someone else.`, where })
    }
  }
}

async function writeIndex(ground: Ground, proposals: readonly Proposal[]): Promise<void> {
  const { db, tenantId } = ground
  for (const { type, id, before } of proposals) {
    if (before === null || before.deleted) continue
    await db
      .deleteFrom('resource_index')
      .where('tenant_id', '=', tenantId)
      .where('patient_id', '=', before.patientId ?? '')
      .where('type', '=', type)
      .where('id', '=', id)
      .execute()
  }
  const rows = proposals.flatMap((one) => (one.resource ? indexRows(ground, { ...one, resource: one.resource }) : []))
  await insertRows(db, 'resource_index', rows)
}

/** The index rows of one resource, each value once. */
export function indexRows(
  { tenantId, index }: Pick<Ground, 'tenantId' | 'index'>,
  { type, id, patientId, resource }: { type: string; id: string; patientId: string | null; resource: Resource },
): readonly Schema['resource_index'][] {
  const rows: Schema['resource_index'][] = []
  const seen = new Set<string>()
  for (const { name, value } of index(resource)) {
    const kept = indexed(value)
    // No name has a NUL in it.
    const key = `${name}\0${kept}`
    if (seen.has(key)) continue
    seen.add(key)
    rows.push({ tenant_id: tenantId, patient_id: patientId ?? '', type, id, name, value: kept })
  }
  return rows
}
