import type { MuscleId } from '../../pieces/face-plan.ts'
import { amountOf, amountWords, readAmount, sum } from './amounts.ts'
import { givenWithin, type PastSession } from './past-sessions.ts'
import { type Plan, totalsOf } from './plan.ts'
import { type SiteNumber, siteNumber } from './site-number.ts'
import { words } from './words.ts'

/** `stop` holds the signature, `reason` asks for one, `note` only tells. */
export type Check = Readonly<{ level: 'stop' | 'reason' | 'note'; text: string; source?: SiteNumber }>

type Caps = Readonly<{
  site?: string
  session?: string
  firstPerEye?: string
  periods: readonly (readonly [cap: string, days: string])[]
}>

/** The caps the site owns, by product. A product that is not here has no table, and nothing is checked. */
const caps: Readonly<Record<string, Caps>> = {
  onabotulinumtoxinA: {
    site: 'onaSiteCap',
    session: 'hfsSessionRefusedAboveOna',
    firstPerEye: 'onaFirstSessionSecondPress',
    periods: [
      ['onaTwelveWeeksSecondPress', 'minimumReinjectionInterval'],
      ['onaThirtyDaysSecondPress', 'thirtyDayDose'],
      ['onaAllIndicationsSecondPress', 'cumulativeDose'],
    ],
  },
  incobotulinumtoxinA: { site: 'incoSiteCap', session: 'hfsSessionRefusedAboveInco', periods: [] },
  abobotulinumtoxinA: { session: 'hfsSessionRefusedAboveAbo', periods: [] },
}
export const hasTable = (product: string): boolean => product in caps

const aroundTheEye: readonly MuscleId[] = ['ooc.pretarsal', 'ooc.preseptal', 'ooc.orbital.lateral']

export type DoseAsking = Readonly<{
  sessions: readonly PastSession[]
  today: string
  policy: Readonly<Record<string, number>>
}>

/** Where today's numbers lie above what the site set: a warning, a second press, or a likely slip. Never a dose. */
export function doseChecks(plan: Plan, { sessions, today, policy }: DoseAsking): readonly Check[] {
  const { product } = plan
  const set = product === null ? undefined : caps[product]
  if (product === null || set === undefined) return []
  const checks: Check[] = []
  const above = (id: string | undefined, amount: number, say: (cap: number) => Omit<Check, 'source'>) => {
    if (id === undefined) return
    const source = siteNumber(id, policy)
    if (amount > amountOf(source.value)) checks.push({ ...say(source.value), source })
  }
  for (const [index, point] of plan.points.entries())
    above(set.site, readAmount(point.units) ?? 0, (cap) => ({ level: 'reason', text: words.dose.site(index + 1, cap) }))
  const { right, left, total } = totalsOf(plan)
  // Both sides in one session may rightly add up to more; one side alone may not.
  above(set.session, Math.max(right, left), (cap) => ({
    level: 'stop',
    text: words.dose.session(amountWords(Math.max(right, left)), cap),
  }))
  if (sessions.length === 0)
    for (const side of ['right', 'left'] as const) {
      const eye = plan.points.filter((point) => point.side === side && aroundTheEye.includes(point.muscle))
      const units = sum(eye.map((point) => readAmount(point.units) ?? 0))
      above(set.firstPerEye, units, (cap) => ({ level: 'reason', text: words.dose.firstEye(amountWords(units), cap) }))
    }
  for (const [cap, period] of set.periods) {
    const days = siteNumber(period, policy).value
    const withToday = total + (givenWithin(sessions, days, today).get(product) ?? 0)
    above(cap, withToday, (most) => ({ level: 'reason', text: words.dose.period(amountWords(withToday), days, most) }))
  }
  return checks
}

/** The caps in force for a product, as they are shown with their sources. */
export const capsInForce = (product: string, policy: Readonly<Record<string, number>>): readonly SiteNumber[] => {
  const set = caps[product]
  if (set === undefined) return []
  const ids = [set.site, set.session, set.firstPerEye, ...set.periods.map(([cap]) => cap)]
  return ids.flatMap((id) => (id === undefined ? [] : [siteNumber(id, policy)]))
}
