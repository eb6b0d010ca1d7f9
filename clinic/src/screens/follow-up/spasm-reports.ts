import type { Act } from '@facialis/wire'
import type { RecordedEntry } from '../../recorded.ts'

const status = 'spasm.status'

/** How the spasm was; null where that was not written down. */
export const statusOf = ({ fields }: RecordedEntry): string | null =>
  typeof fields[status] === 'string' ? fields[status] : null

const isAnswered = (report: RecordedEntry): boolean => statusOf(report) !== null

export const lastAnswered = (reports: readonly RecordedEntry[]): RecordedEntry | undefined => reports.find(isAnswered)

/** Reports that do not say how the spasm was. */
export const withoutAnswer = (reports: readonly RecordedEntry[]): readonly RecordedEntry[] =>
  reports.filter((report) => !isAnswered(report))

/** A report with the answer it lacked; it keeps its day. */
export const completed = ({ id, date }: RecordedEntry, answer: string, today: string): Act => ({
  kind: 'spasm-report',
  date: today,
  entries: [{ id, kind: 'spasm-report', date, fields: { [status]: answer } }],
})

/** Reports of which nobody knows the day. */
export const withoutDay = (reports: readonly RecordedEntry[]): readonly RecordedEntry[] =>
  reports.filter(({ date }) => date === null)

/** A report with the day it lacked; what it says stays. */
export const dated = ({ id, fields }: RecordedEntry, day: string, today: string): Act => ({
  kind: 'correction',
  date: today,
  entries: [{ id, kind: 'spasm-report', date: day, fields }],
})
