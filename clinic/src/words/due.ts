import { dateWords, daysBetween } from './dates.ts'

/** How a step stands against its day: only what is close or late has a colour. */
export type Due = Readonly<{ tone: 'quiet' | 'soon' | 'late'; text: string }>

/** Days ahead within which something counts as due. */
const soon = 7

/** `due tomorrow` within a week, `by 18 Feb` later, `overdue 3 days` when it is late. */
export function dueWords({ dueBy, state }: Readonly<{ dueBy: string | null; state: string }>, today: string): Due {
  const days = dueBy === null ? null : daysBetween(today, dueBy)
  if (dueBy === null || days === null) return { tone: 'quiet', text: 'no date' }
  if (state === 'overdue') return { tone: 'late', text: `overdue ${spanWords(-days)}` }
  if (days < 0) return { tone: 'soon', text: `late ${spanWords(-days)}` }
  if (days > soon) return { tone: 'quiet', text: `by ${dayWords(dueBy, today)}` }
  return { tone: 'soon', text: days === 0 ? 'due today' : days === 1 ? 'due tomorrow' : `due in ${days} days` }
}

/** A day without its year when that is the present one. */
const dayWords = (date: string, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? dateWords(date).replace(/ \d{4}$/, '') : dateWords(date)

function spanWords(days: number): string {
  const [count, unit] = days < 60 ? [days, 'day'] : [Math.round(days / 30.44), 'month']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
