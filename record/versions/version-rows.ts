import { sql } from 'kysely'
import type { RecordContext } from '../core/record-context.ts'
import type { Present, Resource, Version } from '../core/resource.ts'
import type { Schema } from '../core/schema.ts'

export const versionColumns = [
  'v.type',
  'v.id',
  'v.version',
  'v.method',
  'v.last_updated',
  'v.patient_id',
  'v.act_id',
  'v.json',
] as const

export type VersionRow = Pick<
  Schema['resource_version'],
  'type' | 'id' | 'version' | 'method' | 'last_updated' | 'patient_id' | 'act_id' | 'json'
>

export const asVersion = (row: VersionRow): Version => ({
  type: row.type,
  id: row.id,
  version: row.version,
  method: row.method,
  lastUpdated: row.last_updated,
  patientId: row.patient_id === '' ? null : row.patient_id,
  actId: row.act_id,
  resource: row.json === '' ? null : (JSON.parse(row.json) as Resource),
})

export const isPresent = (version: Version): version is Present => version.resource !== null

/** Current versions joined to their text; the caller adds which. */
export const currentVersions = (context: RecordContext) => joined(context).select(versionColumns)

/** The same without the text, which takes a while to read: for a search that puts many in order and shows some. */
export const currentAddresses = (context: RecordContext) =>
  joined(context).select(['c.tenant_id', 'c.patient_id', 'c.type', 'c.id', 'c.version', 'c.number'])

/** The versions that were found, in no order. */
export const textsOf = ({ db }: RecordContext, found: ReturnType<typeof currentAddresses>) =>
  db
    .selectFrom(found.as('found'))
    .innerJoin('resource_version as v', (join) =>
      join
        .onRef('v.tenant_id', '=', 'found.tenant_id')
        .onRef('v.patient_id', '=', 'found.patient_id')
        .onRef('v.type', '=', 'found.type')
        .onRef('v.id', '=', 'found.id')
        .onRef('v.version', '=', 'found.version'),
    )
    .select(versionColumns)

const joined = ({ db, tenantId }: RecordContext) =>
  db
    .selectFrom('resource_current as c')
    .innerJoin('resource_version as v', (join) =>
      join
        .onRef('v.tenant_id', '=', 'c.tenant_id')
        .onRef('v.patient_id', '=', 'c.patient_id')
        .onRef('v.type', '=', 'c.type')
        .onRef('v.id', '=', 'c.id')
        .onRef('v.version', '=', 'c.version'),
    )
    .where('c.tenant_id', '=', tenantId)

const batch = 500

type Numbered = Present & { readonly number: number }

/** Everything that is there now, some hundred at a time, with the numbers by which the search index knows it. */
export async function* everyPresent(context: RecordContext): AsyncGenerator<readonly Numbered[]> {
  for (let after = { type: '', id: '' }; ; ) {
    const { type, id } = after
    const rows = await currentVersions(context)
      .select('c.number')
      // Said with "or", a database begins each time at the first of the type.
      .where(sql<boolean>`(c.type, c.id) > (${type}, ${id})`)
      .orderBy('c.type')
      .orderBy('c.id')
      .limit(batch)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows.flatMap((row) => {
      const one = asVersion(row)
      return isPresent(one) ? [{ ...one, number: row.number }] : []
    })
    after = last
  }
}
