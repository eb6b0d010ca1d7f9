import { compareText, type Present, type SearchPage, type SearchQuery } from '@facialis/record'
import { fits } from '../../search-indexing/fits.ts'
import { resourceKnowledge } from '../../search-indexing/resource-knowledge.ts'
import type { Searched } from '../search/run-search.ts'
import type { Target } from './targets.ts'

/**
 * The record as it will be once these are written: what they take back is gone, what they make or change is there. It
 * knows the present only, and its pages have no second one.
 */
export function viewAfterWrites(targets: readonly Target[], view: Searched, at: string): Searched {
  const changed = Map.groupBy(
    targets.filter(({ does }) => does !== 'nothing'),
    ({ type }) => type,
  )
  const search = async ({
    type,
    where = [],
    limit,
  }: Pick<SearchQuery, 'type' | 'where' | 'limit'>): Promise<SearchPage> => {
    const own = changed.get(type) ?? []
    const others = own.length === 0 ? [] : [{ not: { ids: own.map(({ id }) => id) } }]
    const kept = await view.search({ type, where: [...where, ...others], limit })
    const coming = own.flatMap((target) => presentOf(target, at)).filter((one) => fits(one, where))
    const all = [...kept.resources, ...coming].sort((a, b) => compareText(a.id, b.id))
    const isMore = kept.next !== null || all.length > limit
    return { resources: all.slice(0, limit), next: isMore ? (all[limit - 1]?.id ?? '') : null }
  }
  return { search, searchAsOf: search, position: view.position }
}

const presentOf = ({ type, id, before, resource }: Target, at: string): readonly Present[] =>
  resource === null
    ? []
    : [
        {
          type,
          id,
          version: (before?.version ?? 0) + 1,
          method: before === null ? 'create' : 'update',
          lastUpdated: at,
          patientId: resourceKnowledge.patientOf(resource),
          actId: '',
          resource,
        },
      ]
