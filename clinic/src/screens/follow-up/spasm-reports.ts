import type { Act } from '@facialis/wire'
import type { RecordedEntry } from '../../recorded.ts'

const status = 'spasm.status'

const isAnswered = ({ fields }: RecordedEntry): boolean => typeof fields[status] === 'string'

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
