import {
  type BoardFilters,
  type BoardRow,
  foundAs,
  fulfilling,
  noFilters,
  searchedIn,
  shows,
  standsAt,
} from '@facialis/wire'

/** The filters an address carries. A search is none of them: it is somebody's name. */
export const filtersFrom = (params: URLSearchParams): BoardFilters => ({
  ...noFilters,
  stage: params.get('stage'),
  show: shows.find((show) => show === params.get('show')) ?? noFilters.show,
  owner: params.get('owner'),
})

export function paramsOf({ stage, show, owner }: BoardFilters): URLSearchParams {
  const params = new URLSearchParams()
  if (stage !== null) params.set('stage', stage)
  if (show !== 'all') params.set('show', show)
  if (owner !== null) params.set('owner', owner)
  return params
}

/** Whether anything narrows the board. */
export const isNarrowed = ({ search, stage, show, owner }: BoardFilters): boolean =>
  search !== '' || stage !== null || show !== 'all' || owner !== null

/** Of rows that are here those that fulfil every filter: what is shown until the server has answered. */
export function matching(rows: readonly BoardRow[], filters: BoardFilters): readonly BoardRow[] {
  const fulfils = fulfilling(filters)
  return rows.filter((row) => standsAt(row, filters.stage) && fulfils(row, searchedIn(row)))
}

export type Line = Readonly<{ stage: string; count: number }> | Readonly<{ row: BoardRow; foundAs: readonly string[] }>

/** Rows, which come in the order of the board, under a heading for each stage. */
export const linesOf = (
  rows: readonly BoardRow[],
  countAt: (stage: string) => number,
  filters: BoardFilters = noFilters,
): readonly Line[] =>
  [...Map.groupBy(rows, ({ stage }) => stage)].flatMap(([stage, here]): readonly Line[] => [
    { stage, count: Math.max(countAt(stage), here.length) },
    ...here.map((row) => ({ row, foundAs: foundAs(row, filters) })),
  ])
