import type { Chart, Day, EntryRecord, Policy } from '@facialis/language'
import { type Refusal, refuse } from '../problem.ts'
import { readSessionMap, type SessionMap } from './session-map.ts'

/** What a session of ours has to be before it is signed. Units are hundredths throughout. */
export type SessionAsking = Readonly<{
  chart: Chart
  today: Day
  policy: Policy
  /** The second press was given. */
  confirmed: boolean
  /** Path to the entry in what was sent. */
  where: string
}>

const wordOf = (entry: EntryRecord, id: string): string | null => {
  const value = entry.fields[id]
  return value && 'word' in value ? value.word : null
}
const textOf = (entry: EntryRecord, id: string): string | null => {
  const value = entry.fields[id]
  return value && 'text' in value ? value.text : null
}
const numberOf = (entry: EntryRecord, id: string): number | null => {
  const value = entry.fields[id]
  return value && 'number' in value ? value.number : null
}
const units = (hundredths: number): string => `${hundredths / 100} U`

/**
 * Catches slips before they are signed: what is missing, sums that do not add up, a dose that is likely a wrong unit
 * or product, and what needs a second look. @returns the first thing wrong, or null
 */
export function checkSession(session: EntryRecord, asking: SessionAsking): Refusal | null {
  const at = (field: string) => `${asking.where}.fields["session.${field}"]`
  const product = wordOf(session, 'session.product')
  const given = numberOf(session, 'session.units')
  const side = wordOf(session, 'session.side')
  const lacking = (field: string, sentence: string) => refuse(422, 'incomplete', sentence, { where: at(field) })
  if (product === null || product === 'unknown') return lacking('product', 'Say which toxin is given.')
  if (given === null || given <= 0) return lacking('units', 'Say how many units are given.')
  if (side === null) return lacking('side', 'Say which side of the person’s own face is injected.')
  if (!textOf(session, 'session.lot')?.trim()) return lacking('lot', 'Write down the lot.')
  const expiry = session.fields['session.expiry']
  if (!expiry || !('date' in expiry)) return lacking('expiry', 'Write down when the vial expires.')
  if (expiry.date.hi < asking.today)
    return refuse(422, 'expired', 'This vial has expired. Take another one.', { where: at('expiry') })

  const map = readSessionMap(textOf(session, 'session.map'), at('map'))
  if (!map.ok) return map
  return (
    sumsWrongly(map.value, { given, side, at }) ??
    likelySlip(map.value, { product, given, side, at, policy: asking.policy }) ??
    (asking.confirmed ? null : needsSecondLook(map.value, { product, given, side, at }, asking))
  )
}

type Given = Readonly<{ given: number; side: string; at: (field: string) => string }>

function sumsWrongly(map: SessionMap | null, { given, side, at }: Given): Refusal | null {
  if (map === null) return null
  const wrong = (code: string, sentence: string) => refuse(422, code, sentence, { where: at('map') })
  const sum = map.points.reduce((total, point) => total + point.units, 0)
  if (sum !== given)
    return wrong('sum', `The points add up to ${units(sum)}, but ${units(given)} are said to be given.`)
  if (side !== 'both' && map.points.some((point) => point.side !== side && point.units > 0))
    return wrong('side', `A point lies on the other side: the session is for the ${side} side.`)
  if (map.vials === null) return null
  const opened = map.vials.reduce((total, vial) => total + vial, 0)
  const used = given + (map.waste ?? 0)
  if (opened !== used)
    return wrong('vials', `${units(opened)} were opened, but given and wasted units make ${units(used)}.`)
  return null
}

const refusedAbove: Readonly<Record<string, string>> = {
  onabotulinumtoxinA: 'hfsSessionRefusedAboveOna',
  incobotulinumtoxinA: 'hfsSessionRefusedAboveInco',
  abobotulinumtoxinA: 'hfsSessionRefusedAboveAbo',
}

/** The most that lies on one side; without points a session of both sides is taken to be even. */
function mostOnOneSide(map: SessionMap | null, { given, side }: Pick<Given, 'given' | 'side'>): number {
  if (map === null) return side === 'both' ? given / 2 : given
  const onSide = (one: string) =>
    map.points.filter((point) => point.side === one).reduce((sum, point) => sum + point.units, 0)
  return Math.max(onSide('left'), onSide('right'))
}

function likelySlip(
  map: SessionMap | null,
  { product, policy, ...given }: Given & Readonly<{ product: string; policy: Policy }>,
): Refusal | null {
  const limit = policy[refusedAbove[product] ?? '']
  if (limit === undefined) return null
  const most = mostOnOneSide(map, given)
  if (most <= limit * 100) return null
  const sentence = `${units(most)} of ${product} on one side is above ${limit} U: likely a slip of unit or product. Check the vial and the number.`
  return refuse(422, 'likely-slip', sentence, { where: given.at('units') })
}

/** What the person at the chair looks at once more: another product than last time, a side not affected, a high dose. */
function needsSecondLook(
  map: SessionMap | null,
  { product, given, side, at }: Given & Readonly<{ product: string }>,
  { chart, today, policy }: SessionAsking,
): Refusal | null {
  const confirm = (field: string, sentence: string) =>
    refuse(422, 'confirm', `${sentence} Confirm to go on.`, { where: at(field) })
  const earlier = chart.entries
    .filter((entry) => entry.kind === 'session' && !entry.withdrawn && entry.date !== null)
    .sort((a, b) => (b.date?.hi ?? 0) - (a.date?.hi ?? 0))
  const facial = earlier.filter((entry) => wordOf(entry, 'session.indication') !== 'other')
  const before = facial
    .map((entry) => wordOf(entry, 'session.product'))
    .find((word) => word !== null && word !== 'unknown')
  if (before !== undefined && before !== product)
    return confirm(
      'product',
      `Last time ${before} was given, now it is ${product}; units do not convert between products.`,
    )
  const affected = chart.observations.filter(({ fact }) => fact === 'hfs.side').at(-1)?.value
  const affectedSide = affected && 'word' in affected ? affected.word : null
  if (affectedSide !== null && affectedSide !== 'both' && side !== affectedSide)
    return confirm(
      'side',
      `The ${affectedSide} side is affected, and the session is for ${side === 'both' ? 'both sides' : `the ${side} side`}.`,
    )

  const cap = policy[{ onabotulinumtoxinA: 'onaSiteCap', incobotulinumtoxinA: 'incoSiteCap' }[product] ?? '']
  const over = cap === undefined ? undefined : map?.points.find((point) => point.units > cap * 100)
  if (over) return confirm('map', `${units(over.units)} at one point (${over.muscle}) is above ${cap} U.`)
  if (product !== 'onabotulinumtoxinA') return null
  const first = policy.onaFirstSessionSecondPress
  const most = mostOnOneSide(map, { given, side })
  if (facial.length === 0 && first !== undefined && most > first * 100)
    return confirm('units', `${units(most)} on one side at a first session is above ${first} U.`)
  const within = (days: number, entries: readonly EntryRecord[]) =>
    given +
    entries
      .filter((entry) => wordOf(entry, 'session.product') === product && (entry.date?.hi ?? 0) > today - days)
      .reduce((sum, entry) => sum + (numberOf(entry, 'session.units') ?? 0), 0)
  const sums: readonly (readonly [number, number | undefined, readonly EntryRecord[]])[] = [
    [policy.thirtyDayDose ?? 30, policy.onaThirtyDaysSecondPress, earlier],
    [84, policy.onaTwelveWeeksSecondPress, facial],
    [policy.cumulativeDose ?? 90, policy.onaAllIndicationsSecondPress, earlier],
  ]
  for (const [days, limit, entries] of sums) {
    const total = within(days, entries)
    if (limit !== undefined && total > limit * 100)
      return confirm('units', `With this session ${units(total)} are given within ${days} days, above ${limit} U.`)
  }
  return null
}
