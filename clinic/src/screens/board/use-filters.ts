import type { BoardFilters } from '@facialis/wire'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { filtersFrom, paramsOf } from './filters.ts'

const searched = ['typed', 'board-search'] as const

/**
 * The filters of the board. All but the search live in the address, so that a link, the back button and a reload keep
 * them. What is searched for is a name: it stays in memory, out of histories and requests, and ends with the sign-out.
 */
export function useFilters(): readonly [BoardFilters, (next: BoardFilters) => void] {
  const queries = useQueryClient()
  const [params, setParams] = useSearchParams()
  const [search, setSearch] = useState(() => queries.getQueryData<string>(searched) ?? '')
  const filters = useMemo(() => ({ ...filtersFrom(params), search }), [params, search])
  const change = useCallback(
    (next: BoardFilters) => {
      queries.setQueryData(searched, next.search)
      setSearch(next.search)
      setParams(paramsOf(next), { replace: true })
    },
    [queries, setParams],
  )
  return [filters, change]
}
