import type { Done, Resource } from '@facialis/record'
import type { Intent } from './intent.ts'
import { type Resolving, type Target, targetsOf } from './targets.ts'

/** What became of one intent. */
export type Written = Readonly<{
  status: 200 | 201 | 204
  type: string
  id: string
  /** Null where nothing is left, or nothing was there. */
  version: number | null
  lastUpdated: string | null
  resource: Resource | null
}>

export function writtenOf({ does, type, id, before }: Target, done: Done): Written {
  if (does === 'nothing')
    return before === null
      ? { status: 204, type, id, version: null, lastUpdated: null, resource: null }
      : { status: 200, type, id, version: before.version, lastUpdated: before.lastUpdated, resource: before.resource }
  const written = done.resources.find((one) => one.type === type && one.id === id)
  if (!written) throw new Error(`${type}/${id} was not written`)
  const status = does === 'create' ? 201 : does === 'delete' ? 204 : 200
  return { status, type, id, version: written.version, lastUpdated: written.lastUpdated, resource: written.resource }
}

/**
 * The same answer to the same request sent again. Ids follow from its key, so what it made is known by them; what a
 * condition found already there is looked for again.
 */
export async function writtenBefore(
  intents: readonly Intent[],
  done: Done,
  { view, who, base, newId }: Resolving,
): Promise<readonly Written[]> {
  const written: Written[] = []
  for (const [place, intent] of intents.entries()) {
    const { type } = intent
    const ids = [newId(place), 'id' in intent ? intent.id : null, 'resource' in intent ? intent.resource.id : null]
    const own = done.resources.find((one) => one.type === type && ids.includes(one.id))
    if (own) {
      const status = own.method === 'create' ? 201 : own.method === 'delete' ? 204 : 200
      written.push({
        status,
        type,
        id: own.id,
        version: own.version,
        lastUpdated: own.lastUpdated,
        resource: own.resource,
      })
      continue
    }
    const again = await targetsOf([{ ...intent, ...('ifMatch' in intent ? { ifMatch: null } : {}) }], {
      view,
      who,
      base,
      newId: () => newId(place),
    })
    const before = again.ok ? (again.value[0]?.before ?? null) : null
    const changed = done.resources.find((one) => one.type === type && one.id === before?.id)
    written.push(
      changed
        ? {
            status: 200,
            type,
            id: changed.id,
            version: changed.version,
            lastUpdated: changed.lastUpdated,
            resource: changed.resource,
          }
        : before === null
          ? { status: 204, type, id: '', version: null, lastUpdated: null, resource: null }
          : {
              status: 200,
              type,
              id: before.id,
              version: before.version,
              lastUpdated: before.lastUpdated,
              resource: before.resource,
            },
    )
  }
  return written
}
