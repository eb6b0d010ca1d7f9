import { chunksOf } from './core/chunks.ts'
import { ok, type Result, refuse } from './core/problem.ts'
import type { RecordContext } from './core/record-context.ts'
import { address, type Present, type Version } from './core/resource.ts'
import { auditHead } from './trail/audit.ts'
import { counts, type RecordCounts } from './trail/counts.ts'
import { type WrittenSince, writtenSince } from './trail/written-since.ts'
import {
  type HistoryPage,
  type HistoryQuery,
  type SnapshotExpired,
  versionsAt,
  versionsOf,
} from './versions/point-in-time.ts'
import { count, search, searchAsOf } from './versions/search.ts'
import type { SearchPage, SearchQuery } from './versions/search-query.ts'
import { asVersion, currentVersions, isPresent, type VersionRow, versionColumns } from './versions/version-rows.ts'

/** All reads of the record. Outside an act they see what is committed. */
export type RecordView = {
  /** The current version. Problems: `absent` (never was), `deleted`. */
  readonly read: (type: string, id: string) => Promise<Result<Present>>
  /** One version. Problems: `absent`, `deleted` (that version is the tombstone). */
  readonly readVersion: (type: string, id: string, version: number) => Promise<Result<Present>>
  /** All versions, newest first, tombstones included; empty when there never was one. */
  readonly history: (type: string, id: string) => Promise<readonly Version[]>
  /** Which of these ids exist or ever existed, in one query for some hundred. */
  readonly everExisted: (type: string, ids: readonly string[]) => Promise<ReadonlySet<string>>
  readonly search: (question: SearchQuery) => Promise<SearchPage>
  /** A search of the state after an audit event: its pages stay the same whatever is written later. */
  readonly searchAsOf: (question: Parameters<typeof searchAsOf>[1]) => Promise<SearchPage | SnapshotExpired>
  /** How many a search finds in all its pages. */
  readonly count: (question: Parameters<typeof count>[1]) => Promise<number | SnapshotExpired>
  /** These resources in the state after an audit event, tombstones included; those that did not exist yet are left out. */
  readonly readAsOf: (type: string, ids: readonly string[], asOf: number) => Promise<readonly Version[]>
  /** All versions of a type, newest first, tombstones included. */
  readonly versionsOf: (question: HistoryQuery) => Promise<HistoryPage>
  /** The number of the last audit event: the point at which the record is now. */
  readonly position: () => Promise<number>
  /** The patients of whom something was written after a position. */
  readonly writtenSince: (position: number) => Promise<WrittenSince>
  /** Everything current of one patient, by type and id, in one query. */
  readonly patientResources: (patientId: string) => Promise<readonly Present[]>
  readonly counts: () => Promise<RecordCounts>
}

export function openView(context: RecordContext): RecordView {
  const { db, tenantId } = context
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
        await currentVersions(context).where('c.type', '=', type).where('c.id', '=', id).executeTakeFirst(),
        address(type, id),
      ),
    readVersion: async (type, id, version) =>
      present(
        await versions(type, id).where('v.version', '=', version).executeTakeFirst(),
        `${address(type, id)}/_history/${version}`,
      ),
    history: async (type, id) => (await versions(type, id).orderBy('v.version', 'desc').execute()).map(asVersion),
    everExisted: (type, ids) => everExisted(context, type, ids),
    search: (question) => search(context, question),
    searchAsOf: (question) => searchAsOf(context, question),
    count: (question) => count(context, question),
    readAsOf: (type, ids, asOf) => versionsAt(context, type, ids, asOf),
    versionsOf: (question) => versionsOf(context, question),
    position: async () => (await auditHead(db, tenantId)).seq,
    writtenSince: (position) => writtenSince(context, position),
    patientResources: async (patientId) => {
      const rows = await currentVersions(context)
        .where('c.patient_id', '=', patientId)
        .where('c.deleted', '=', 0)
        .orderBy('c.type')
        .orderBy('c.id')
        .execute()
      return rows.map(asVersion).filter(isPresent)
    },
    counts: () => counts(context),
  }
}

async function everExisted(
  { db, tenantId }: RecordContext,
  type: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const some of chunksOf(ids)) {
    const rows = await db
      .selectFrom('resource_current')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('type', '=', type)
      .where('id', 'in', some)
      .execute()
    for (const { id } of rows) found.add(id)
  }
  return found
}

function present(row: VersionRow | undefined, where: string): Result<Present> {
  if (!row) return refuse('absent', `There is no ${where}.`, where)
  const version = asVersion(row)
  return isPresent(version) ? ok(version) : refuse('deleted', `${where} was deleted.`, where)
}
