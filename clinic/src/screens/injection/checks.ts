import type { Chart } from '@facialis/language'
import { type Checked, checksOfAct } from '../../pathway.ts'
import { readDate } from '../../pieces/fact-value.ts'
import { readAmount } from './amounts.ts'
import { type Plan, totalsOf, unconfirmedSides } from './plan.ts'
import { signingAct } from './sign.ts'
import { words } from './words.ts'

/** `stop` holds the signature, `reason` asks for one, `note` only tells. */
export type Check = Readonly<{
  level: 'stop' | 'reason' | 'note'
  text: string
  /** The pathway's word for it; null for what is about the form alone. */
  code: string | null
  passages: readonly string[]
  unverified: boolean
}>

export type SessionAsking = Readonly<{
  chart: Chart
  today: string
  policy: Readonly<Record<string, number>>
  /** Why the gates hold today's signature, each in a sentence; empty when they let it pass. */
  gate: readonly string[]
}>

const stop = (text: string): Check => ({ level: 'stop', text, code: null, passages: [], unverified: false })
const levels = { stop: 'stop', confirm: 'reason', note: 'note' } as const

/** What the pathway checks of the session as it would be sent now. */
export const checkedOf = (plan: Plan, { chart, today, policy }: Omit<SessionAsking, 'gate'>): readonly Checked[] =>
  checksOfAct({ chart, today, policy, act: signingAct(plan, { today, confirmed: false }) })

/** What holds the signature and is about one field as it was filled in. What is still empty is told below, once for all. */
export const againstField = (checked: readonly Checked[], field: string): string | undefined =>
  checked.find(
    (one) => one.field === field && one.effect === 'stop' && one.truth === 'yes' && one.code !== 'incomplete',
  )?.text

/**
 * Everything that holds the signature, asks for a reason or has to be said: what cannot be meant as it was typed, the gate, what
 * is lacking. Of several the first is read at a glance, and a slip, which stands nowhere else, must not wait behind an empty field.
 */
export function checksOf(plan: Plan, asking: SessionAsking): readonly Check[] {
  const asked = checkedOf(plan, asking).filter(
    ({ truth, field }) => truth !== 'no' && !(plan.points.length === 0 && ofTheMap.includes(field)),
  )
  const told = (some: readonly Checked[]): readonly Check[] =>
    some.map(
      ({ effect, code, text, passages, unverified }): Check => ({
        // The lock was opened with a press of its own: the product is not asked about a second time.
        level: code === 'other-product' && plan.productChanged ? 'note' : levels[effect],
        text,
        code,
        passages,
        unverified,
      }),
    )
  const isWrong = ({ effect, truth, code }: Checked): boolean =>
    effect === 'stop' && truth === 'yes' && code !== 'incomplete'
  return [
    ...told(asked.filter(isWrong)),
    ...asking.gate.map(stop),
    ...formChecks(plan),
    ...told(asked.filter((one) => !isWrong(one))),
  ]
}

export const stopsIn = (checks: readonly Check[]): readonly Check[] => checks.filter(({ level }) => level === 'stop')
export const needsReason = (checks: readonly Check[]): boolean => checks.some(({ level }) => level === 'reason')

/** An empty map has neither units nor a side; that it is empty is said once. */
const ofTheMap = ['session.units', 'session.side']

/** What was typed and cannot be read, and what was copied and is not confirmed. */
function formChecks(plan: Plan): readonly Check[] {
  const checks: Check[] = []
  if (readDate(plan.expiry).problem !== null) checks.push(stop(words.stop.badExpiry))
  if (plan.vials.length === 0) checks.push(stop(words.stop.noVial))
  const unread = plan.vials.findIndex((vial) => !readAmount(vial))
  if (unread >= 0) checks.push(stop(words.stop.badVial(unread + 1)))
  if (totalsOf(plan).waste === null) checks.push(stop(words.stop.badWaste))
  for (const volume of [plan.diluent, plan.injected])
    if (volume.trim() !== '' && !readAmount(volume)) checks.push(stop(words.stop.badVolume))
  if (plan.points.length === 0) return [...checks, stop(words.stop.noPoints)]
  const numberless = plan.points.findIndex(({ units }) => !readAmount(units))
  const typed = plan.points[numberless]?.units.trim() ?? ''
  const isUnread = typed !== '' && readAmount(typed) === null
  if (isUnread) checks.push(stop(words.stop.badUnits(numberless + 1, typed)))
  else if (numberless >= 0) checks.push(stop(words.stop.noUnits(numberless + 1)))
  for (const side of unconfirmedSides(plan)) checks.push(stop(words.stop.unconfirmed(side)))
  return checks
}
