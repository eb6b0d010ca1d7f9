import type { RecordedEntry } from '../../recorded.ts'
import { daysBetween } from '../../words/dates.ts'

export const statuses = ['none', 'occasional', 'reduced', 'unchanged', 'worse'] as const
export type Status = (typeof statuses)[number]
export type Report = Readonly<{ id: string; date: string; day: number; status: Status; by: string | null }>

/** Reports of the spasm since the operation, by day, oldest first. Reports without an exact day are left out. */
export const reportsSince = (operation: string, reports: readonly RecordedEntry[]): readonly Report[] =>
  reports
    .flatMap(({ id, date, by, fields }) => {
      const day = date === null ? null : daysBetween(operation, date)
      const status = statuses.find((one) => one === fields['spasm.status'])
      return date === null || day === null || day < 0 || status === undefined ? [] : [{ id, date, day, status, by }]
    })
    .sort((a, b) => a.day - b.day)

/** Where a day is drawn, from 0 to 1. The first weeks get more room than the months after them. */
export const placeOfDay = (day: number, last: number): number => Math.sqrt(Math.max(0, day) / last)

/** The last day drawn: a year at least, and today with a little room. */
export const lastDay = (today: number): number => Math.max(400, Math.ceil(today * 1.05))
