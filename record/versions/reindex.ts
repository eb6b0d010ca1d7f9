import type { RecordContext } from '../core/record-context.ts'
import { apart, openSettings } from '../stores/settings.ts'
import { insertValues, valueRows } from './search-values.ts'
import { everyPresent } from './version-rows.ts'

/** Under this a record says which version of `index` built its search index. Without it, the index is built anew on opening. */
export const builtByKey = apart.indexVersion

/** Builds the search index anew from the current versions, in one transaction. @returns how many resources it holds now. */
export const reindex = (context: RecordContext): Promise<number> => context.write((db) => rebuild({ ...context, db }))

/** Does so only when the index was built by another version of `index` than the named one. */
export const reindexFor = (context: RecordContext, indexVersion: string): Promise<boolean> =>
  context.write(async (db) => {
    const inside = { ...context, db, write: <T>(work: (open: typeof db) => Promise<T>) => work(db) }
    const settings = openSettings(inside)
    if ((await settings.get(builtByKey)) === indexVersion) return false
    await rebuild(inside)
    await settings.put(builtByKey, indexVersion)
    return true
  })

/** Which version of `index` built the search index that is there; null when none did yet. */
export const builtBy = (context: RecordContext): Promise<unknown> => openSettings(context).get(builtByKey)

async function rebuild(context: RecordContext): Promise<number> {
  await context.db.deleteFrom('search_value').where('tenant_id', '=', context.tenantId).execute()
  let many = 0
  for await (const present of everyPresent(context)) {
    await insertValues(
      context.db,
      present.flatMap((one) => valueRows(context, one)),
    )
    many += present.length
  }
  return many
}
