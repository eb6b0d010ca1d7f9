import { dateWords, readWrittenDate } from '@facialis/language'
import type { BoardRow } from '@facialis/wire'
import { stageOrder } from '../../words/clinical.ts'

export const shows = ['all', 'blocked', 'overdue', 'due', 'alert', 'letter'] as const
export type Show = (typeof shows)[number]
export type Filters = Readonly<{ search: string; stage: string | null; show: Show; owner: string | null }>
export const noFilters: Filters = { search: '', stage: null, show: 'all', owner: null }

/** The filters an address carries. A search is none of them: it is somebody's name. */
export const filtersFrom = (params: URLSearchParams): Filters => ({
  search: '',
  stage: params.get('stage'),
  show: shows.find((show) => show === params.get('show')) ?? 'all',
  owner: params.get('owner'),
})

export function paramsOf({ stage, show, owner }: Filters): URLSearchParams {
  const params = new URLSearchParams()
  if (stage !== null) params.set('stage', stage)
  if (show !== 'all') params.set('show', show)
  if (owner !== null) params.set('owner', owner)
  return params
}

const showing: Readonly<Record<Show, (row: BoardRow) => boolean>> = {
  all: () => true,
  blocked: (row) => row.gate === 'blocked',
  overdue: (row) => row.overdue > 0,
  due: (row) => row.overdue > 0 || (row.next !== null && row.next.state !== 'early'),
  alert: (row) => row.critical.length > 0,
  letter: (row) => row.letterOwed !== null,
}

/** The rows that fulfil every filter; a search finds parts of words in any order, and birth dates. */
export function matching(rows: readonly BoardRow[], filters: Filters): readonly BoardRow[] {
  const finds = searchFor(filters.search)
  return rows.filter(
    (row) =>
      (filters.stage === null || row.stage === filters.stage || row.also.includes(filters.stage)) &&
      (filters.owner === null || row.next?.owner === filters.owner) &&
      showing[filters.show](row) &&
      finds(row),
  )
}

/** A date in any of the ways people write one finds birth dates; where day and month could change places, both. */
function searchFor(search: string): (row: BoardRow) => boolean {
  const typed = readWrittenDate(search)
  if (!('wrong' in typed)) {
    const dates: readonly string[] = 'date' in typed ? [typed.date] : typed.either
    return ({ birthDate }) => dates.some((date) => birthDate?.startsWith(date))
  }
  const wanted = plain(search).split(/\s+/).filter(Boolean)
  return ({ name, birthDate }) => {
    const text = plain(`${name} ${birthDate ?? ''} ${birthDate === null ? '' : dateWords(birthDate)}`)
    return wanted.every((part) => text.includes(part))
  }
}

/** Without accents and capitals: "Muller" finds "Müller". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Alerts first, then overdue, then by due date; no hidden score. */
export const byNeed = (a: BoardRow, b: BoardRow): number =>
  Number(b.critical.length > 0) - Number(a.critical.length > 0) ||
  b.overdue - a.overdue ||
  (a.next?.dueBy ?? '9999').localeCompare(b.next?.dueBy ?? '9999') ||
  a.name.localeCompare(b.name)

export type Line = Readonly<{ stage: string; count: number }> | Readonly<{ row: BoardRow }>

/** The rows under a heading for each stage, in the order of the journey. */
export function linesOf(rows: readonly BoardRow[]): readonly Line[] {
  const byStage = Map.groupBy(rows, (row) => row.stage)
  const known = stageOrder.filter((stage) => byStage.has(stage))
  const others = [...byStage.keys()].filter((stage) => !stageOrder.includes(stage))
  return [...known, ...others].flatMap((stage): readonly Line[] => {
    const here = byStage.get(stage) ?? []
    return [{ stage, count: here.length }, ...[...here].sort(byNeed).map((row) => ({ row }))]
  })
}
