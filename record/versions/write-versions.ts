import { newSalts, sha256 } from '../core/canonical.ts'
import { chunksOf } from '../core/chunks.ts'
import { insertRows } from '../core/insert-rows.ts'
import { Refused } from '../core/problem.ts'
import type { RecordContext } from '../core/record-context.ts'
import { address } from '../core/resource.ts'
import type { Schema } from '../core/schema.ts'
import type { AuditedChange } from '../trail/audit.ts'
import type { Proposal } from './changes.ts'
import { deleteValues, insertValues, numberOf, valueRows } from './search-values.ts'
import { asVersion, currentVersions } from './version-rows.ts'

export type Stamp = { readonly seq: number; readonly actId: string; readonly at: string }

/** Writes versions, address book and search index. @returns what the audit event says of each, in the same order. */
export async function writeVersions(
  context: RecordContext,
  proposals: readonly Proposal[],
  stamp: Stamp,
): Promise<readonly AuditedChange[]> {
  const salts = newSalts(proposals.length)
  const rows = proposals.map((proposal, at) => versionRow(context.tenantId, proposal, stamp, salts[at] as string))
  await insertRows(context.db, 'resource_version', rows)
  await forgetValues(context, proposals)
  await writeCurrent(context, proposals, stamp)
  await writeValues(context, proposals, stamp)
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

async function writeCurrent(
  { db, tenantId }: RecordContext,
  proposals: readonly Proposal[],
  { seq }: Stamp,
): Promise<void> {
  const newest = ({ patientId, version, method }: Proposal, place: number) => ({
    patient_id: patientId ?? '',
    version,
    deleted: method === 'delete' ? 1 : 0,
    seq,
    number: numberOf(seq, place),
  })
  await insertRows(
    db,
    'resource_current',
    proposals.flatMap((one, place) =>
      one.before === null ? [{ tenant_id: tenantId, type: one.type, id: one.id, ...newest(one, place) }] : [],
    ),
  )
  for (const [place, one] of proposals.entries()) {
    if (one.before === null) continue
    const moved = await db
      .updateTable('resource_current')
      .set(newest(one, place))
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

/** Before the address book is written anew, which knows by which number the values are kept until then. */
async function forgetValues(context: RecordContext, proposals: readonly Proposal[]): Promise<void> {
  const gone = proposals.filter(({ before }) => before !== null && !before.deleted)
  for (const [type, ones] of Map.groupBy(gone, (one) => one.type)) {
    for (const some of chunksOf(ones)) {
      const ids = some.map(({ id }) => id)
      const rows = await currentVersions(context)
        .select('c.number')
        .where('c.type', '=', type)
        .where('c.id', 'in', ids)
        .execute()
      for (const row of rows) {
        const { resource } = asVersion(row)
        if (resource !== null) await deleteValues(context, { type, resource, number: row.number })
      }
    }
  }
}

const writeValues = (context: RecordContext, proposals: readonly Proposal[], { seq }: Stamp): Promise<void> =>
  insertValues(
    context.db,
    proposals.flatMap(({ type, resource }, place) =>
      resource === null ? [] : valueRows(context, { type, resource, number: numberOf(seq, place) }),
    ),
  )
