import { type Amount, atLeast, daysBetween, onOrAfter, shifted } from './days.ts'
import { endOfDay, recent } from './entries.ts'
import type { Numbers } from './numbers.ts'
import type { SpasmReport, Treatments } from './treatments.ts'
import { all, anyOf, is, no, not, type Truth, yes } from './truth.ts'

export type ResponseToSurgery =
  | 'not-applicable'
  | 'not-reported'
  | 'too-early'
  | 'improving'
  | 'spasm-free'
  | 'recurrence'
  | 'persistent'

/** What the reports since the operation say. */
type AfterSurgery = Readonly<{ recurred: boolean; freeLongBefore: boolean; persists: boolean }>

const since = ({ sinceSurgery }: SpasmReport): Truth => sinceSurgery
const free = ({ status }: SpasmReport): Truth => is(status, 'none')
const spasm = (report: SpasmReport): Truth => not(free(report))
const surelySpasm = (report: SpasmReport): boolean => all(since(report), spasm(report)) === yes
const perhapsSpasm = (report: SpasmReport): boolean => since(report) !== no && free(report) !== yes

export function afterSurgery(treatments: Treatments, numbers: Numbers): AfterSurgery {
  const { reports, lastDecompression, sinceDecompression } = treatments
  if (reports.length === 0) return { recurred: false, freeLongBefore: false, persists: false }
  const isBack =
    atLeast(sinceDecompression, numbers.recurrenceNotBefore) === yes &&
    recent(reports, { where: since, holds: spasm }) === yes
  const isLong = (days: Amount): boolean => isBack && atLeast(days, numbers.spasmFreeDaysForRecurrence) === yes
  // Whatever may tell of spasm is taken to do so, and where its day is not known, in that time.
  const recurred =
    isLong(lastFreeRun(reports, perhapsSpasm)) &&
    !reports.some((report) => report.date === null && perhapsSpasm(report))
  const back = { recurred, freeLongBefore: isLong(lastFreeRun(reports, surelySpasm)) }
  if (atLeast(sinceDecompression, numbers.failureNotBefore) !== yes) return { ...back, persists: false }
  // An earlier report does not become a verdict by waiting.
  const aYearOn = shifted(lastDecompression, numbers.failureNotBefore)
  const stillThen = (report: SpasmReport): Truth => all(spasm(report), onOrAfter(report.date, aYearOn))
  return { ...back, persists: recent(reports, { where: since, holds: stillThen }) === yes }
}

export function responseToSurgery(
  treatments: Treatments,
  numbers: Numbers,
  { recurred, freeLongBefore, persists }: AfterSurgery,
): ResponseToSurgery {
  const { reports, anyDecompression, sinceDecompression } = treatments
  if (anyDecompression === no) return 'not-applicable'
  if (anyOf(reports, since) === no) return 'not-reported'
  if (recurred) return 'recurrence'
  const lately = (holds: (report: SpasmReport) => Truth): boolean => recent(reports, { where: since, holds }) === yes
  if (lately(free)) return 'spasm-free'
  if (persists) return 'persistent'
  if (freeLongBefore) return 'not-reported'
  const stillSpasm = lately(spasm)
  if (stillSpasm && atLeast(sinceDecompression, numbers.failureNotBefore) === yes) return 'not-reported'
  const everFree = anyOf(reports, (report) => all(since(report), free(report)))
  if (everFree === no && lately(({ status }) => is(status, 'unchanged', 'worse'))) return 'too-early'
  return stillSpasm ? 'improving' : 'not-reported'
}

/** How long the last time without spasm had lasted when this ended it; never where none was ended. */
function lastFreeRun(latestFirst: readonly SpasmReport[], isSpasm: (report: SpasmReport) => boolean): Amount {
  const oldestFirst = [...latestFirst].reverse()
  const isFree = (report: SpasmReport): boolean => all(since(report), free(report)) === yes
  let begun: SpasmReport['date'] | undefined
  let lasted: Amount = 'never'
  for (let from = 0; from < oldestFirst.length; ) {
    const to = endOfDay(oldestFirst, from)
    const ofOneDay = oldestFirst.slice(from, to)
    const ending = ofOneDay.filter(isSpasm)
    if (begun !== undefined && ending.length > 0) {
      lasted = daysBetween(begun, dateOf(ending))
      begun = undefined
    }
    const beginning = ofOneDay.filter(isFree)
    if (begun === undefined && beginning.length > 0) begun = dateOf(beginning)
    from = to
  }
  return lasted
}

/** A date that several share reaches back as far as any of them. */
function dateOf([first, ...others]: readonly SpasmReport[]): SpasmReport['date'] {
  let date = first?.date ?? null
  for (const other of others) if (date !== null && other.date !== null && other.date.lo < date.lo) date = other.date
  return date
}
