import { parseDate } from '@facialis/language'
import { dateWords } from '../../words/dates.ts'
import { amountWords, type Hundredths, readAmount } from './amounts.ts'
import { daysAfter, isPast } from './days.ts'
import { type Check, type DoseAsking, doseChecks } from './dose-limits.ts'
import type { PastSession } from './past-sessions.ts'
import { type Plan, sideOf, totalsOf, unconfirmedSides } from './plan.ts'
import { isLowerFace } from './session-map.ts'
import { siteNumber } from './site-number.ts'
import { words } from './words.ts'

export type SessionAsking = DoseAsking &
  Readonly<{
    /** Why the gates hold today's signature, each in a sentence; empty when they let it pass. */
    gate: readonly string[]
    last: PastSession | null
    affected: 'left' | 'right' | 'both' | null
    /** The day consent to injections was given. */
    consent: string | null
  }>

const stop = (text: string): Check => ({ level: 'stop', text })

/** Everything that holds the signature, asks for a reason or has to be said, in the order it is worked through. */
export function checksOf(plan: Plan, asking: SessionAsking): readonly Check[] {
  return [
    ...asking.gate.map(stop),
    ...consentChecks(plan, asking),
    ...vialChecks(plan, asking.today),
    ...mapChecks(plan, asking),
    ...doseChecks(plan, asking),
  ]
}

export const stopsIn = (checks: readonly Check[]): readonly Check[] => checks.filter(({ level }) => level === 'stop')
export const needsReason = (checks: readonly Check[]): boolean => checks.some(({ level }) => level === 'reason')

/** The last day consent holds; null when there is none on record. */
export const consentUntil = (consent: string | null, policy: Readonly<Record<string, number>>): string | null =>
  consent === null ? null : daysAfter(consent, siteNumber('toxinConsentValid', policy).value)

/** Consent is for a product and a side, and for a year; not for every session. */
function consentChecks(plan: Plan, { consent, last, today, policy }: SessionAsking): readonly Check[] {
  const until = consentUntil(consent, policy)
  if (consent === null || until === null) return [stop(words.stop.noConsent)]
  if (until < today) return [stop(words.stop.consentOver(dateWords(until)))]
  const changed = last !== null && last.date !== null && consent <= last.date
  if (changed && plan.product !== null && last.product !== null && plan.product !== last.product)
    return [stop(words.stop.consentProduct)]
  const side = sideOf(plan)
  if (changed && side !== null && last.side !== null && last.side !== 'both' && side !== last.side)
    return [stop(words.stop.consentSide)]
  return []
}

function vialChecks(plan: Plan, today: string): readonly Check[] {
  if (plan.product === null) return [stop(words.stop.noProduct)]
  const totals = totalsOf(plan)
  const checks: Check[] = []
  if (plan.lot.trim() === '') checks.push(stop(words.stop.noLot))
  if (plan.expiry.trim() === '') checks.push(stop(words.stop.noExpiry))
  else if (parseDate(plan.expiry.trim()) === null) checks.push(stop(words.stop.badExpiry))
  else if (isPast(plan.expiry.trim(), today)) checks.push(stop(words.stop.expired(dateWords(plan.expiry.trim()))))
  if (plan.vials.length === 0) checks.push(stop(words.stop.noVial))
  else if (plan.vials.some((vial) => !readAmount(vial))) checks.push(stop(words.stop.badVial))
  else if (totals.rest < 0)
    checks.push(stop(words.stop.moreThanOpened(amountWords(totals.total), amountWords(totals.opened))))
  else if (totals.waste === null) checks.push(stop(words.stop.badWaste))
  else if (totals.waste !== totals.rest)
    checks.push(
      stop(words.stop.waste(amountWords(totals.total), amountWords(totals.waste), amountWords(totals.opened))),
    )
  return [...checks, ...volumeChecks(plan, totals.opened, totals.total)]
}

/** Volume times concentration must be the units of the map; a hundredth of a millilitre is what a syringe can tell. */
function volumeChecks(plan: Plan, opened: Hundredths, total: Hundredths): readonly Check[] {
  if (plan.diluent.trim() === '' && plan.injected.trim() === '') return []
  const [diluent, injected] = [readAmount(plan.diluent), readAmount(plan.injected)]
  if (!diluent || injected === null) return [stop(words.stop.badVolume)]
  const units = (opened * injected) / diluent
  const tolerance = opened / diluent / 2
  return Math.abs(units - total) <= tolerance
    ? []
    : [stop(words.stop.volume(amountWords(Math.round(units)), amountWords(total)))]
}

function mapChecks(plan: Plan, { affected }: SessionAsking): readonly Check[] {
  if (plan.points.length === 0) return [stop(words.stop.noPoints)]
  const checks: Check[] = []
  const numberless = plan.points.findIndex(({ units }) => !readAmount(units))
  if (numberless >= 0) checks.push(stop(words.stop.noUnits(numberless + 1)))
  for (const side of unconfirmedSides(plan)) checks.push(stop(words.stop.unconfirmed(side)))
  const side = sideOf(plan)
  if (affected !== null && affected !== 'both' && side !== affected)
    checks.push({ level: 'reason', text: words.otherSide(affected) })
  if (plan.points.some(({ muscle }) => isLowerFace(muscle))) checks.push({ level: 'note', text: words.lowerFace })
  return checks
}
