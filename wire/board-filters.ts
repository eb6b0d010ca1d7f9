import { dateWords, readWrittenDate } from '@facialis/language'
import type { Show } from './agreed/board.ts'
import { searchText } from './agreed/search-text.ts'
import type { BoardFilters, BoardRow } from './api/board.ts'

export const noFilters: BoardFilters = { search: '', stage: null, show: 'all', owner: null }

const showing: Readonly<Record<Show, (row: BoardRow) => boolean>> = {
  all: () => true,
  blocked: (row) => row.gate === 'blocked',
  overdue: (row) => row.overdue > 0,
  due: (row) => row.overdue > 0 || (row.next !== null && row.next.state !== 'early'),
  alert: (row) => row.critical.length > 0,
  letter: (row) => row.letterOwed !== null,
}

/** Whether a row fulfils every filter but that for the stage. `searched` is what `searchedIn` makes of the row. */
export type Fulfils = (row: BoardRow, searched: string) => boolean

/** Somebody on two ways stands at both. */
export const standsAt = ({ stage, also }: BoardRow, asked: string | null): boolean =>
  asked === null || stage === asked || also.includes(asked)

export function fulfilling({ search, show, owner }: BoardFilters): Fulfils {
  const finds = searchFor(search)
  const shown = showing[show]
  return (row, searched) => (owner === null || row.next?.owner === owner) && shown(row) && finds(row, searched)
}

/** Of a row, what a search looks into: the names, and the birth date as it is kept and as it is read. */
export function searchedIn({
  name,
  otherNames,
  birthDate,
}: Pick<BoardRow, 'name' | 'otherNames' | 'birthDate'>): string {
  const names = [name, ...otherNames]
  const born = birthDate === null ? '' : `${birthDate} ${dateWords(birthDate)}`
  return searchText(`${names.join(' ')} ${born} ${names.map(joinedIn).join(' ')}`)
}

/** The other names of somebody by which a search finds them that does not by their own: without these nobody would know why. */
export function foundAs(row: BoardRow, filters: BoardFilters): readonly string[] {
  const finds = fulfilling(filters)
  const isFoundAs = (name: string): boolean => finds(row, searchedIn({ ...row, name, otherNames: [] }))
  if (row.otherNames.length === 0 || isFoundAs(row.name)) return []
  const alone = row.otherNames.filter(isFoundAs)
  return alone.length === 0 ? row.otherNames : alone
}

/** Names of several words as they stand where nobody leaves a space: "Smith-Jones", "De la Cruz", "Mc Donald". */
const joinedIn = (name: string): string =>
  (name.match(severalWords) ?? []).map((one) => one.replace(/[^\p{L}\p{M}]/gu, '')).join(' ')
// From the beginning of a word: from each letter of a long one, it would be gone through again to its end.
const severalWords =
  /(?<![\p{L}\p{M}])(?:[\p{L}\p{M}]+(?:[-‐‑\u200c][\p{L}\p{M}]+)+|(?:[\p{L}\p{M}]{1,3}[ .]+)+[\p{L}\p{M}]+)/gu

/**
 * Finds parts of words in any order. A date in any of the ways people write one finds birth dates; where day and month
 * could change places, both.
 */
function searchFor(search: string): Fulfils {
  const dates = datesIn(search)
  if (dates !== null) return ({ birthDate }) => dates.some((date) => birthDate?.startsWith(date))
  const wanted = partsIn(search)
  return (_, searched) => wanted.every((part) => searched.includes(part))
}

/** What `searchedIn` holds of everybody whom a search finds: all of the parts of one of these. */
export const heldBy = (search: string): readonly (readonly string[])[] =>
  datesIn(search)?.map((date) => [date]) ?? [partsIn(search)]

function datesIn(search: string): readonly string[] | null {
  const typed = readWrittenDate(search)
  if ('wrong' in typed) return null
  return 'date' in typed ? [typed.date] : typed.either
}

/** Lists elsewhere name people as "Surname, Name"; a hyphen stands between two names, or between the figures of a date. */
const partsIn = (search: string): readonly string[] =>
  searchText(search)
    .split(/[\s,;]+|(?<=\p{L})[-‐‑](?=\p{L})/u)
    .filter(Boolean)
