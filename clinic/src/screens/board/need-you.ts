import type { Board, BoardRow, Role } from '@facialis/wire'
import { requestPage } from '../requests/use-accept.ts'
import { words } from './words.ts'

export type Needing = Readonly<{ name: string; to: string; why: string }>

const doctors: readonly Role[] = ['clinician', 'surgeon']

/** Who needs somebody in these roles today, and why: a call, an alert, or a step of theirs that is due or late. */
export function needYou(
  { rows, requests, today }: Pick<Board, 'rows' | 'requests' | 'today'>,
  roles: readonly Role[],
): readonly Needing[] {
  const calls = roles.includes('imaging-reader') && roles.length === 1 ? [] : requests.filter(({ call }) => call)
  const isOurs = (row: BoardRow) => row.next !== null && (roles as readonly string[]).includes(row.next.owner)
  const why = (row: BoardRow): string | null => {
    if (row.critical.length > 0 && roles.some((role) => doctors.includes(role))) return words.why.alert
    if (!isOurs(row) || row.next === null) return null
    if (row.next.state === 'overdue') return words.why.overdue
    return row.next.dueBy !== null && row.next.dueBy <= today ? words.why.due : null
  }
  return [
    ...calls.map(({ id, name }) => ({ name, to: requestPage(id), why: words.why.call })),
    ...rows.flatMap((row) => {
      const reason = why(row)
      return reason === null ? [] : [{ name: row.name, to: `/patients/${encodeURIComponent(row.id)}`, why: reason }]
    }),
  ].sort((a, b) => order.indexOf(a.why) - order.indexOf(b.why))
}

const order: readonly string[] = [words.why.call, words.why.alert, words.why.overdue, words.why.due]
