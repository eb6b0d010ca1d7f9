import type { Chart, Day, EntryRecord, Span } from '@facialis/language'
import type { When } from './days.ts'
import { no, type Truth, unknown, type Word, yes } from './truth.ts'

type Dated = Readonly<{ date: Span | null }>

/** What is recorded as having happened up to the day, kind by kind. Of each list the latest comes first, undated ones last. */
export type Entries = Readonly<{
  visits: readonly EntryRecord[]
  orders: readonly EntryRecord[]
  studies: readonly EntryRecord[]
  sessions: readonly EntryRecord[]
  operations: readonly EntryRecord[]
  spasmReports: readonly EntryRecord[]
  scores: readonly EntryRecord[]
  symptoms: readonly EntryRecord[]
}>

export function entriesOn(chart: Chart, asOf: Day): Entries {
  const lists = {
    visits: [] as EntryRecord[],
    orders: [] as EntryRecord[],
    studies: [] as EntryRecord[],
    sessions: [] as EntryRecord[],
    operations: [] as EntryRecord[],
    spasmReports: [] as EntryRecord[],
    scores: [] as EntryRecord[],
    symptoms: [] as EntryRecord[],
  }
  for (const entry of counting(chart.entries, asOf)) {
    const { date } = entry
    const cut = date !== null && date.hi > asOf ? { ...entry, date: { lo: date.lo, hi: asOf } } : entry
    switch (entry.kind) {
      case 'visit':
        lists.visits.push(cut)
        break
      case 'imaging-order':
        lists.orders.push(cut)
        break
      case 'study':
        lists.studies.push(cut)
        break
      case 'session':
        lists.sessions.push(cut)
        break
      case 'operation':
        lists.operations.push(cut)
        break
      case 'spasm-report':
        lists.spasmReports.push(cut)
        break
      case 'score':
        lists.scores.push(cut)
        break
      case 'symptom':
        lists.symptoms.push(cut)
        break
    }
  }
  for (const list of [lists.sessions, lists.spasmReports, lists.scores]) if (list.length > 1) list.sort(latestFirst)
  return lists
}

/** Neither withdrawn, nor ahead, nor replaced by another that is neither. */
function counting(entries: readonly EntryRecord[], asOf: Day): readonly EntryRecord[] {
  const standing = entries.filter(({ withdrawn, date }) => !withdrawn && (date === null || date.lo <= asOf))
  if (standing.every(({ supersedes }) => supersedes.length === 0)) return standing
  const replaced = new Set(standing.flatMap(({ id, supersedes }) => supersedes.filter((other) => other !== id)))
  return standing.filter(({ id }) => !replaced.has(id))
}

const latestFirst = (a: Dated, b: Dated): number =>
  a.date === null || b.date === null ? Number(a.date === null) - Number(b.date === null) : b.date.hi - a.date.hi

export function word({ fields }: EntryRecord, field: string): Word {
  const value = fields[field]
  return value !== undefined && 'word' in value ? value.word : null
}

/** The word, or the one that stands where nothing was recorded. */
export function wordOr({ fields }: EntryRecord, field: string, unrecorded: string): Word {
  const value = fields[field]
  if (value === undefined) return unrecorded
  return 'word' in value ? value.word : null
}

export function words({ fields }: EntryRecord, field: string): readonly string[] | null {
  const value = fields[field]
  return value !== undefined && 'words' in value ? value.words : null
}

/** The same, where nothing recorded means none. */
export const wordsOrNone = (entry: EntryRecord, field: string): readonly string[] | null =>
  entry.fields[field] === undefined ? [] : words(entry, field)

export function number({ fields }: EntryRecord, field: string): number | null {
  const value = fields[field]
  return value !== undefined && 'number' in value ? value.number : null
}

/** The date of the latest of which it holds: unknown where one that counts, or may, has no date, or where none surely does. */
export function latestDate<E extends Dated>(entries: readonly E[], where: (entry: E) => Truth): When {
  let lo = Number.MIN_SAFE_INTEGER
  let hi = Number.MIN_SAFE_INTEGER
  let any = false
  let sure = false
  for (const entry of entries) {
    const holds = where(entry)
    if (holds === no) continue
    if (entry.date === null) return null
    any = true
    hi = Math.max(hi, entry.date.hi)
    if (holds === yes) {
      sure = true
      lo = Math.max(lo, entry.date.lo)
    }
  }
  if (!any) return 'never'
  return sure ? { lo, hi } : null
}

/** Where the entries of the day end that begin at `from`; all undated ones are of one day. */
export function endOfDay(entries: readonly Dated[], from: number): number {
  const day = entries[from]?.date?.hi
  let to = from + 1
  while (to < entries.length && entries[to]?.date?.hi === day) to++
  return to
}

type Question<E> = Readonly<{ where: (entry: E) => Truth; holds: (entry: E) => Truth; back?: number }>

/**
 * Whether it holds of the latest of which `where` is so (or of the one `back` before it). Those of which `where` may be
 * so, and those of one day in whatever order, may each be that one: whoever may be has to say the same.
 */
export function recent<E extends Dated>(latestFirst: readonly E[], { where, holds, back = 0 }: Question<E>): Truth {
  let answer: Truth | null = null
  const says = (said: Truth): void => {
    answer = answer === null || answer === said ? said : unknown
  }
  // How many have been passed over, at the least and at the most.
  let least = 0
  let most = 0
  for (let from = 0; from < latestFirst.length && least <= back; ) {
    const to = endOfDay(latestFirst, from)
    const ofOneDay = latestFirst.slice(from, to).map((entry) => ({ entry, counts: where(entry) }))
    const sure = ofOneDay.filter(({ counts }) => counts === yes).length
    const perhaps = ofOneDay.filter(({ counts }) => counts !== no).length
    if (Math.min(most, back) + perhaps > back)
      for (const { entry, counts } of ofOneDay) if (counts !== no) says(holds(entry))
    least += sure
    most += perhaps
    from = to
  }
  if (least <= back) says(no)
  return answer ?? no
}
