import type { TimelineItem } from '@facialis/wire'
import { daysAfter } from './days.ts'
import { siteNumber } from './site-number.ts'

/** The last day a nurse may inject under the latest order a doctor signed; null when there is none. */
export function orderUntil(timeline: readonly TimelineItem[], policy: Readonly<Record<string, number>>): string | null {
  const days = timeline.filter(({ kind, withdrawn }) => kind === 'toxin-order' && !withdrawn).map(({ date }) => date)
  const latest = days.sort().at(-1)
  return latest === undefined ? null : orderEnds(latest, policy)
}

/** The last day of an order signed that day. */
export const orderEnds = (date: string, policy: Readonly<Record<string, number>>): string | null =>
  daysAfter(date, siteNumber('signedPlanValid', policy).value)
