import type { Act, PatientView, TimelineItem } from '@facialis/wire'
import { siteNumber } from '../../patient/site-number.ts'
import { daysAfter } from './days.ts'

export type NursesOrder = Readonly<{
  /** The last of those under which nurses inject today. */
  holding: TimelineItem | null
  /** Another one holds beside it. */
  another: boolean
  /** The last day of the last order that nobody took back; null when there is none. */
  until: string | null
  /** What took the last order back; null when nobody did. */
  withdrawal: TimelineItem | null
}>

/** How it stands with the orders for nurses. */
export function nursesOrder({
  timeline,
  policy,
  today,
}: Pick<PatientView, 'timeline' | 'policy' | 'today'>): NursesOrder {
  const signed = timeline.filter(({ kind }) => kind === 'toxin-order')
  const standing = signed.filter(({ withdrawn }) => !withdrawn)
  const endOf = ({ date }: TimelineItem) => orderEnds(date, policy)
  const [holding = null, another] = standing.filter((one) => (endOf(one) ?? '') >= today)
  const [last] = standing
  return {
    holding,
    another: another !== undefined,
    until: last === undefined ? null : endOf(last),
    withdrawal: timeline.find(({ said }) => said.withdraws !== undefined && said.withdraws === signed[0]?.id) ?? null,
  }
}

/** The last day of an order signed that day. */
export const orderEnds = (date: string, policy: Readonly<Record<string, number>>): string | null =>
  daysAfter(date, siteNumber('signedPlanValid', policy).value)

/** An order ends today and stays in the history with the reason; null while there is none. */
export const withdrawAct = ({ id }: Pick<TimelineItem, 'id'>, reason: string, today: string): Act | null =>
  reason.trim() === '' ? null : { kind: 'toxin-order-withdrawn', date: today, withdraws: id, note: reason.trim() }
