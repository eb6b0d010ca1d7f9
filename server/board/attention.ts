import type { BoardRequest, BoardRow, Needing, NeedReason, Role } from '@facialis/wire'

const doctors: readonly Role[] = ['clinician', 'surgeon']
const order: readonly NeedReason[] = ['call', 'alert', 'overdue', 'due']

/** Why a row needs attention from these roles today: an alert, or a step of theirs that is due or overdue. */
export function attentionReasonOf(
  row: BoardRow,
  { roles, today }: Readonly<{ roles: readonly Role[]; today: string }>,
) {
  if (row.critical.length > 0 && roles.some((role) => doctors.includes(role))) return 'alert'
  if (row.next === null || !(roles as readonly string[]).includes(row.next.owner)) return null
  if (row.next.state === 'overdue') return 'overdue'
  return row.next.dueBy !== null && row.next.dueBy <= today ? 'due' : null
}

/** Requests that need a call back today. */
export const callBacksOf = (requests: readonly BoardRequest[]): readonly Needing[] =>
  requests.filter(({ call }) => call).map(({ id, name }) => ({ id, name, why: 'call' }))

export const byReason = (a: Needing, b: Needing): number => order.indexOf(a.why) - order.indexOf(b.why)
