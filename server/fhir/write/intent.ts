import type { Resource } from '@facialis/record'
import type { Pairs } from '../search/search-request.ts'

/** What somebody wants done to one resource. Which one it is may depend on what a search finds. */
export type Intent = Readonly<{
  /** Where it stands in what was sent: `Bundle.entry[3]`, or nothing when it is all there is. */
  where: string
  /** How others in the same bundle refer to it. */
  fullUrl?: string | undefined
  type: string
}> &
  (
    | Readonly<{ method: 'create'; resource: Resource; ifNoneExist: Pairs | null }>
    | (Which & Readonly<{ method: 'update'; resource: Resource }>)
    | (Which & Readonly<{ method: 'patch'; patch: unknown }>)
    | (Which & Readonly<{ method: 'delete' }>)
  )

export type Which = Readonly<{
  /** Null: the one that the search finds. */
  id: string | null
  search: Pairs | null
  /** The version that was seen. */
  ifMatch: number | null
}>

/** The place of something inside the resource of an intent: `Observation.status`, or `Bundle.entry[3].resource.status`. */
export function placeIn({ where, type }: Pick<Intent, 'where' | 'type'>, path: string): string {
  if (where === '') return path === '' ? type : path
  const inside = path.startsWith(type) ? path.slice(type.length) : path === '' ? '' : `.${path}`
  return `${where}.resource${inside}`
}

/** The search that says which resource an intent means; null: none does. */
export function conditionOf(intent: Intent): Pairs | null {
  if (intent.method === 'create') return intent.ifNoneExist
  return intent.id === null ? intent.search : null
}

/**
 * The place of the condition by which an intent says which resource it means, or of its address where it has none: in a
 * bundle; null where it is the request itself.
 */
export const placeOfMeant = (intent: Intent): string | null =>
  intent.where === ''
    ? null
    : `${intent.where}.request.${intent.method === 'create' && intent.ifNoneExist !== null ? 'ifNoneExist' : 'url'}`

/** The same of the one header that holds a condition, where it is the request itself. */
export const placeOfCondition = (intent: Intent): string =>
  placeOfMeant(intent) ?? (intent.method === 'create' ? 'http.If-None-Exist' : 'http')
