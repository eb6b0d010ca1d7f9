import type { Ground } from './ground/ground.ts'
import { inParts } from './ground/in-parts.ts'
import { ok, type Result, refuse } from './ground/problem.ts'
import { address, type Present, type Version } from './ground/resource.ts'
import { auditHead } from './trail/audit.ts'
import { counts, type RecordCounts } from './trail/counts.ts'
import { type WrittenSince, writtenSince } from './trail/written-since.ts'
import { type MovedOn, type PastFound, type PastQuestion, versionsAt, versionsOf } from './versions/past.ts'
import type { Found, Question } from './versions/question.ts'
import { count, search, searchThen } from './versions/search.ts'
import { asVersion, currentVersions, isPresent, type VersionRow, versionColumns } from './versions/version-rows.ts'

/** Everything that can be asked of the record. Outside an act it answers from what is committed. */
export type RecordView = {
  /** The current version. Problems: `absent` (never was), `deleted`. */
  readonly read: (type: string, id: string) => Promise<Result<Present>>
  /** One version. Problems: `absent`, `deleted` (that version is the tombstone). */
  readonly readVersion: (type: string, id: string, version: number) => Promise<Result<Present>>
  /** All versions, newest first, tombstones included; empty when there never was one. */
  readonly history: (type: string, id: string) => Promise<readonly Version[]>
  /** Which of these ids there are, or ever were, in one query for some hundred. */
  readonly everThere: (type: string, ids: readonly string[]) => Promise<ReadonlySet<string>>
  readonly search: (question: Question) => Promise<Found>
  /** The same, of the record as it was once an audit event was written: its pages stay the same whatever is written. */
  readonly searchThen: (question: Parameters<typeof searchThen>[1]) => Promise<Found | MovedOn>
  /** How many a search finds in all its pages. */
  readonly count: (question: Parameters<typeof count>[1]) => Promise<number | MovedOn>
  /** Each of these as it was then, tombstones included; what was not there yet is left out. */
  readonly readThen: (type: string, ids: readonly string[], asOf: number) => Promise<readonly Version[]>
  /** All versions of a type, newest first, tombstones included. */
  readonly versionsOf: (question: PastQuestion) => Promise<PastFound>
  /** The number of the last audit event: the point at which the record is now. */
  readonly position: () => Promise<number>
  /** Of whom something was written after a position. */
  readonly writtenSince: (position: number) => Promise<WrittenSince>
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
    everThere: (type, ids) => everThere(ground, type, ids),
    search: (question) => search(ground, question),
    searchThen: (question) => searchThen(ground, question),
    count: (question) => count(ground, question),
    readThen: (type, ids, asOf) => versionsAt(ground, type, ids, asOf),
    versionsOf: (question) => versionsOf(ground, question),
    position: async () => (await auditHead(db, tenantId)).seq,
    writtenSince: (position) => writtenSince(ground, position),
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

async function everThere({ db, tenantId }: Ground, type: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const some of inParts(ids)) {
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
