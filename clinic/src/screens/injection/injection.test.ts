import { type Chart, type EntryRecord, emptyChart, parseDate, type Span, type Value } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { pathway } from '../../pathway.ts'
import { readAmount, sum } from './amounts.ts'
import { capsInForce } from './caps.ts'
import { checksOf, needsReason, stopsIn } from './checks.ts'
import { codesOf } from './codes.ts'
import { givenLately, givenWords } from './given-lately.ts'
import { labelSaid } from './label-said.ts'
import type { PastSession } from './past-sessions.ts'
import { addPoint, changeProduct, confirmSide, copyLast, emptyPlan, type Plan, setUnits, totalsOf } from './plan.ts'
import { readMap } from './session-map.ts'
import { sessionNote } from './session-note.ts'
import { signingAct } from './sign.ts'

const today = '2026-11-23'
const span = (text: string) => parseDate(text) as Span
const provenance = { source: 'a test' }
const word = (text: string): Value => ({ word: text })
const session = (date: string, product: string, units: number, side: string): EntryRecord => ({
  id: `s-${date}`,
  kind: 'session',
  date: span(date),
  withdrawn: false,
  supersedes: [],
  provenance,
  fields: { 'session.product': word(product), 'session.units': { number: units * 100 }, 'session.side': word(side) },
})
type Known = Partial<Readonly<{ affected: string; consent: string | null; entries: readonly EntryRecord[] }>>
const chart = ({ affected = 'right', consent = '2026-03-10', entries }: Known = {}): Chart => ({
  ...emptyChart,
  observations: [
    { fact: 'hfs.side', value: word(affected), date: span('2026-01'), provenance },
    ...(consent === null
      ? []
      : [{ fact: 'consent.toxin', value: { date: span(consent) }, date: span('2026-01'), provenance }]),
  ],
  entries: entries ?? [session('2026-08-20', 'onabotulinumtoxinA', 22.5, 'right')],
})
type Asked = Known & Partial<Readonly<{ gate: readonly string[] }>>
const asking = (more: Asked = {}) => ({ chart: chart(more), today, policy: {}, gate: more.gate ?? [] })
const past: PastSession = {
  id: 's1',
  date: today,
  by: null,
  product: 'onabotulinumtoxinA',
  units: 750,
  side: 'right',
  indication: 'hfs',
  here: true,
  recordedAfter: false,
  lot: 'C1',
  expiry: '2027-08',
  relief: null,
  wearOff: null,
  sideEffects: [],
  map: null,
}
const point = { muscle: 'zygMajor', side: 'right', x: 0.3, y: 0.6 } as const
const filled = (units: readonly string[], more: Partial<Plan> = {}): Plan => {
  let plan: Plan = { ...emptyPlan('onabotulinumtoxinA'), lot: 'C1', expiry: '2027-08', vials: ['100'], ...more }
  for (const one of units) {
    plan = addPoint(plan, { ...point, muscle: 'ooc.pretarsal' })
    plan = setUnits(plan, `p${plan.count}`, one)
  }
  return plan
}
const stops = (plan: Plan, more?: Asked) => stopsIn(checksOf(plan, asking(more))).map(({ text }) => text)

describe('units', () => {
  it.each([
    ['22.5', 2250],
    ['22,5', 2250],
    ['1.25', 125],
    ['5', 500],
  ])('typed as %s are %d hundredths', (text, amount) => expect(readAmount(text)).toBe(amount))
  it.each(['', '-1', '1.255', '5 U', 'five', '1e3'])('%j is no amount', (text) => expect(readAmount(text)).toBeNull())
  it('add up exactly, where fractions of the machine would not', () =>
    expect(sum(Array.from({ length: 10 }, () => readAmount('0.1') ?? 0))).toBe(100))
})

describe('the vial', () => {
  it('holds given and wasted units: the rest is waste unless another number is typed', () => {
    expect(totalsOf(filled(['2.5', '5']))).toMatchObject({ total: 750, opened: 10000, waste: 9250 })
    expect(stops(filled(['2.5', '5']))).toEqual([])
    expect(stops(filled(['2.5', '5'], { waste: '90' }))).toEqual([
      '100 U were opened, but 7.5 U given and 90 U wasted do not make that.',
    ])
  })
  it('cannot give more than was in it', () =>
    expect(stops(filled(['5', '5'], { vials: ['5'] }))).toEqual([
      '5 U were opened, but 10 U given and 0 U wasted do not make that.',
    ]))
  it('says which of several vials cannot be read', () =>
    expect(stops(filled(['5'], { vials: ['100', '-3'] }))).toContain('The units of vial 2 are not a number above 0.'))
  it.each([
    ['2,5 U', 'The units of point 2 are not a number above 0: “2,5 U”.'],
    ['', 'Point 2 has no units.'],
    ['0', 'Point 2 has no units.'],
  ])('says of the point where %j is typed what is wrong there', (units, said) =>
    expect(stops(filled(['5', units]))).toContain(said),
  )
  it('holds what volume and dilution say', () => {
    const drawn = { diluent: '2', injected: '0.15' }
    expect(stops(filled(['2.5', '5'], drawn))).toEqual([])
    expect(stops(filled(['2.5', '5'], { ...drawn, injected: '0.3' }))).toEqual([
      '0.3 mL of 100 U in 2 mL is not 7.5 U.',
    ])
  })
  it('is refused after its month of expiry, not in it', () => {
    expect(stops(filled(['5'], { expiry: '2026-11' }))).toEqual([])
    expect(stops(filled(['5'], { expiry: '2026-10' }))).toEqual(['This vial has expired. Take another one.'])
  })
  it.each(['OCT 2026', '10/2026', '31.10.2026'])('reads the expiry as vials print it: %s', (expiry) => {
    expect(stops(filled(['5'], { expiry }))).toEqual(['This vial has expired. Take another one.'])
  })
})

describe('repeating the last session', () => {
  const last = { date: '2026-08-20', points: [{ muscle: 'zygMajor', side: 'right', units: 2.5 } as const] }
  it('copies the numbers, marked and unconfirmed, and cannot be signed so', () => {
    const plan = copyLast(filled([]), last)
    expect(plan.points[0]).toMatchObject({ units: '2.5', copiedFrom: '2026-08-20' })
    expect(stops(plan)).toEqual(['The copied numbers on the right side are not confirmed.'])
  })
  it('takes one press a side, or a number typed by hand', () => {
    expect(stops(confirmSide(copyLast(filled([]), last), 'right'))).toEqual([])
    expect(stops(setUnits(copyLast(filled([]), last), 'p1', '5'))).toEqual([])
  })
  it('carries no units to another product', () =>
    expect(changeProduct(copyLast(filled([]), last), 'abobotulinumtoxinA')).toMatchObject({
      lot: '',
      vials: [],
      points: [{ units: '' }],
    }))
})

describe('the signature waits', () => {
  it('for what the gate says', () => expect(stops(filled(['5']), { gate: ['Shut.'] })).toEqual(['Shut.']))
  it('for consent, when there is none, when a year has passed, and with another product or side', () => {
    const other = (product: string, side: string) => [session('2026-08-20', product, 20, side)]
    expect(stops(filled(['5']), { consent: null })).toEqual(['There is no consent to injections on record.'])
    expect(stops(filled(['5']), { consent: '2025-11-01' })).toHaveLength(1)
    expect(stops(filled(['5']), { entries: other('abobotulinumtoxinA', 'right') })).toHaveLength(1)
    expect(stops(filled(['5']), { entries: other('onabotulinumtoxinA', 'left') })).toHaveLength(1)
    expect(stops(filled(['5']), { entries: other('onabotulinumtoxinA', 'left'), consent: today })).toEqual([])
  })
  it('for a reason, when the side is not the affected one', () => {
    expect(needsReason(checksOf(filled(['5']), asking({ affected: 'left' })))).toBe(true)
    expect(needsReason(checksOf(filled(['5']), asking()))).toBe(false)
  })
  it('for a reason, when nobody knows what was given last time, and not when the lock was opened for another', () => {
    const unknown = { ...session('2026-08-20', 'onabotulinumtoxinA', 20, 'right'), date: span('2026-01') }
    const { 'session.product': _, ...fields } = unknown.fields
    const before = { entries: [{ ...unknown, fields }] }
    expect(needsReason(checksOf(filled(['5']), asking(before)))).toBe(true)
    const changed = { ...filled(['5'], { product: 'incobotulinumtoxinA' }), productChanged: true }
    const checks = checksOf(changed, asking({ consent: today }))
    expect(needsReason(checks)).toBe(false)
    expect(checks.map(({ text }) => text).join()).toContain('Last time onabotulinumtoxinA was given')
  })
  it('above the site’s session cap, as a likely slip', () =>
    expect(stops(filled(['101'], { vials: ['200'] }))).toEqual([
      '101 U of onabotulinumtoxinA on one side is above 100 U: likely a slip of unit or product. Check the vial and the number.',
    ]))
  it('above that cap first of all, though the vial is not opened and the lot is empty', () => {
    const [first, ...more] = stops(filled(['350'], { vials: [], lot: '' }))
    expect(first).toMatch(/^350 U of onabotulinumtoxinA on one side is above 100 U/)
    expect(more).toContain('No vial is opened.')
  })
  it('for nothing that a product without a table would say, and tells that it has none', () => {
    const plan = filled(['300'], { product: 'daxibotulinumtoxinA', vials: ['400'] })
    const checks = checksOf(plan, asking({ entries: [] }))
    expect(checks.map(({ code }) => code)).toEqual(['no-table'])
    expect(capsInForce('daxibotulinumtoxinA', {})).toEqual([])
  })
  it('once for an empty map, not for each thing it lacks', () =>
    expect(stops(filled([]))).toEqual(['The map has no point.']))
})

describe('the numbers in force for a product', () => {
  it('are those its checks ask', () => {
    expect(capsInForce('onabotulinumtoxinA', {}).map(({ value }) => value)).toEqual([100, 25, 200, 100, 400, 5])
    expect(capsInForce('abobotulinumtoxinA', { hfsSessionRefusedAboveAbo: 200 }).map(({ value }) => value)).toEqual([
      200,
    ])
  })
})

describe('what was given before', () => {
  const told = (...cumulative: readonly object[]) =>
    givenLately({ decisions: { botulinum: { answer: 'permitted', detail: { cumulative } } } } as never).map(givenWords)
  it('is told product by product, the face apart from all, and what nobody knows as not known', () =>
    expect(
      told(
        { product: 'onabotulinumtoxinA', facial: 50, all: 205, days: 84 },
        { product: 'abobotulinumtoxinA', facial: 120, all: 120, days: 84 },
        { product: 'unknown', facial: null, all: null, days: 84 },
      ),
    ).toEqual([
      '205 U onabotulinumtoxinA, of it for the face 50 U',
      '120 U abobotulinumtoxinA',
      'units not known of a product nobody knows',
    ]))
})

describe('what the label says', () => {
  it('is told with its date, never as approved, and aloud where it does not name the spasm', () => {
    expect(labelSaid('abobotulinumtoxinA', 'uk')).toMatchObject({ isNotice: false })
    const us = labelSaid('onabotulinumtoxinA', 'us')
    expect(us).toMatchObject({ isNotice: true, passages: ['K56'] })
    expect(us.text).toMatch(/^Off label.*2010/)
  })
  it('says what nobody checked and what nobody read', () => {
    expect(labelSaid('abobotulinumtoxinA', 'us').text).toMatch(/Not checked/)
    expect(labelSaid('daxibotulinumtoxinA', 'kr')).toMatchObject({ isNotice: true })
    expect(labelSaid('onabotulinumtoxinA', null).isNotice).toBe(false)
    for (const { jurisdiction, product } of pathway.labels)
      expect(labelSaid(product, jurisdiction).text).not.toMatch(/approved/i)
  })
})

describe('after the signature', () => {
  const given = { product: 'onabotulinumtoxinA', side: 'right', units: 2250, waste: 7750 } as const
  it('names side, procedure, given and wasted units', () =>
    expect(codesOf(given).map(({ code, amount }) => [code, amount])).toEqual([
      ['G51.31', null],
      ['64612-RT', null],
      ['J0585', 23],
      ['J0585-JW', 77],
    ]))
  it('says so when nothing was wasted', () =>
    expect(codesOf({ ...given, units: 10000, waste: 0 }).at(-1)).toMatchObject({ code: 'J0585-JZ', amount: 100 }))
  it('bills abobotulinumtoxin by five units', () =>
    expect(
      codesOf({ ...given, product: 'abobotulinumtoxinA', units: 9200, waste: 20800 }).map(({ amount }) => amount),
    ).toEqual([null, null, 19, 41]))
  it('keeps points that add up to the units of the session', () => {
    const fields = signingAct(filled(['2.5', '1.25']), { today, confirmed: false }).entries?.[0]?.fields ?? {}
    const map = readMap(fields['session.map'])
    expect(map?.points.reduce((total, { units }) => total + units, 0)).toBe(fields['session.units'])
    expect(map?.waste).toBe(96.25)
  })
  it('writes the note from what was kept, dilution and label with it', () => {
    const drawn = filled(['2.5', '5'], { diluent: '2', injected: '0.15' })
    const fields = signingAct(drawn, { today, confirmed: false }).entries?.[0]?.fields ?? {}
    const note = sessionNote({ ...past, map: readMap(fields['session.map']) }, 'Off label here.')
    expect(note).toContain('Diluted with 2 mL, 0.15 mL injected.')
    expect(note).toContain('Off label here.')
  })
})

describe('a map of another hand', () => {
  it('is not taken for whole when some of its points cannot be drawn', () => {
    const points = [
      { muscle: 'zygMajor', side: 'right', units: 2.5 },
      { muscle: 'lateral upper lid', side: 'right', units: 5 },
    ]
    expect(readMap(JSON.stringify({ points, vials: [50], waste: 42.5 }))).toMatchObject({ whole: false, vials: [50] })
  })
  it('that is prose is none', () => expect(readMap('as last time')).toBeNull())
})
