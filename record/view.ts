import { counts, type RecordCounts } from './counts.ts'
import type { Ground } from './ground.ts'
import { ok, type Result, refuse } from './problem.ts'
import { address, type Present, type Version } from './resource.ts'
import { type Found, type Question, search } from './search.ts'
import { asVersion, currentVersions, isPresent, type VersionRow, versionColumns } from './version-rows.ts'

/** Everything that can be asked of the record. Outside an act it answers from what is committed. */
export type RecordView = {
  /** The current version. Problems: `absent` (never was), `deleted`. */
  readonly read: (type: string, id: string) => Promise<Result<Present>>
  /** One version. Problems: `absent`, `deleted` (that version is the tombstone). */
  readonly readVersion: (type: string, id: string, version: number) => Promise<Result<Present>>
  /** All versions, newest first, tombstones included; empty when there never was one. */
  readonly history: (type: string, id: string) => Promise<readonly Version[]>
  readonly search: (question: Question) => Promise<Found>
  /** Everything current of one patient, by type and id, in one query. */
  readonly patientResources: (patientId: string) => Promise<readonly Present[]>
  readonly counts: () => Promise<RecordCounts>
}

export function openView(ground: Ground): RecordView {
  const { db, tenantId } = ground
  const versions = (type: string, id: string) =>
    db
      .selectFrom('resource_version as v')
      .select(versionColumns)
      .where('v.tenant_id', '=', tenantId)
      .where('v.type', '=', type)
      .where('v.id', '=', id)

  return {
    read: async (type, id) =>
      present(
        await currentVersions(ground).where('c.type', '=', type).where('c.id', '=', id).executeTakeFirst(),
        address(type, id),
      ),
    readVersion: async (type, id, version) =>
      present(
        await versions(type, id).where('v.version', '=', version).executeTakeFirst(),
        `${address(type, id)}/_history/${version}`,
      ),
    history: async (type, id) => (await versions(type, id).orderBy('v.version', 'desc').execute()).map(asVersion),
    search: (question) => search(ground, question),
    patientResources: async (patientId) => {
      const rows = await currentVersions(ground)
        .where('c.patient_id', '=', patientId)
        .where('c.deleted', '=', 0)
        .orderBy('c.type')
        .orderBy('c.id')
        .execute()
      return rows.map(asVersion).filter(isPresent)
    },
    counts: () => counts(ground),
  }
}

function present(row: VersionRow | undefined, where: string): Result<Present> {
  if (!row) return refuse('absent', `There is no ${where}.`, where)
  const version = asVersion(row)
  return isPresent(version) ? ok(version) : refuse('deleted', `${where} was deleted.`, where)
}
