import type { Ground } from '../ground/ground.ts'
import { openSettings } from '../stores/settings.ts'
import { insertValues, valueRows } from './search-values.ts'
import { asVersion, currentVersions, isPresent } from './version-rows.ts'

const batch = 500

/** Builds the search index anew from the current versions, in one transaction. @returns how many resources it holds now. */
export const reindex = (ground: Ground): Promise<number> => ground.write((db) => rebuild({ ...ground, db }))

/** Does so only when the index was built by another version of `index` than the named one. */
export const reindexFor = (ground: Ground, indexVersion: string): Promise<boolean> =>
  ground.write(async (db) => {
    const inside = { ...ground, db, write: <T>(work: (open: typeof db) => Promise<T>) => work(db) }
    const settings = openSettings(inside)
    if ((await settings.get(settingKey)) === indexVersion) return false
    await rebuild(inside)
    await settings.put(settingKey, indexVersion)
    return true
  })

const settingKey = 'record.index-version'

async function rebuild(ground: Ground): Promise<number> {
  const { db, tenantId } = ground
  await db.deleteFrom('search_value').where('tenant_id', '=', tenantId).execute()
  let many = 0
  for (let after = { type: '', id: '' }; ; ) {
    const { type, id } = after
    const rows = await currentVersions(ground)
      .select('c.number')
      .where((is) => is.or([is('c.type', '>', type), is.and([is('c.type', '=', type), is('c.id', '>', id)])]))
      .orderBy('c.type')
      .orderBy('c.id')
      .limit(batch)
      .execute()
    const last = rows.at(-1)
    if (!last) return many
    const present = rows.flatMap((row) => {
      const one = asVersion(row)
      return isPresent(one) ? [{ type: one.type, resource: one.resource, number: row.number }] : []
    })
    await insertValues(
      db,
      present.flatMap((one) => valueRows(ground, one)),
    )
    many += present.length
    after = last
  }
}
