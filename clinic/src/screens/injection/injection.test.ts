import { describe, expect, it } from 'vitest'
import { readAmount, sum } from './amounts.ts'
import { besidePoint } from './beside-point.ts'
import { checksOf, needsReason, type SessionAsking, stopsIn } from './checks.ts'
import { codesOf } from './codes.ts'
import { givenWithin, type PastSession } from './past-sessions.ts'
import { addPoint, changeProduct, confirmSide, copyLast, emptyPlan, type Plan, setUnits, totalsOf } from './plan.ts'
import { repeatVisit } from './repeat-visit.ts'
import { readMap } from './session-map.ts'
import { signingAct } from './sign.ts'

const today = '2026-11-23'
const past = (more: Partial<PastSession>): PastSession => ({
  id: 's1',
  date: '2026-08-20',
  by: null,
  product: 'onabotulinumtoxinA',
  units: 2250,
  side: 'right',
  indication: 'hfs',
  here: true,
  recordedAfter: false,
  lot: 'C1',
  expiry: '2027-08',
  relief: 80,
  wearOff: null,
  sideEffects: [],
  map: null,
  ...more,
})
const asking = (more: Partial<SessionAsking> = {}): SessionAsking => ({
  sessions: [past({})],
  last: past({}),
  today,
  policy: {},
  gate: [],
  affected: 'right',
  consent: '2026-03-10',
  ...more,
})
const point = { muscle: 'zygMajor', side: 'right', x: 0.3, y: 0.6 } as const
const filled = (units: readonly string[], more: Partial<Plan> = {}): Plan => {
  let plan: Plan = { ...emptyPlan('onabotulinumtoxinA'), lot: 'C1', expiry: '2027-08', vials: ['100'], ...more }
  for (const one of units) {
    plan = addPoint(plan, { ...point, muscle: 'ooc.pretarsal' })
    plan = setUnits(plan, `p${plan.count}`, one)
  }
  return plan
}
const stops = (plan: Plan, more?: Partial<SessionAsking>) =>
  stopsIn(checksOf(plan, asking(more))).map(({ text }) => text)

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
      '7.5 U given and 90 U wasted are not the 100 U opened.',
    ])
  })
  it('cannot give more than was in it', () =>
    expect(stops(filled(['5', '5'], { vials: ['5'] }))).toEqual(['10 U are on the map, but only 5 U were opened.']))
  it('holds what volume and dilution say', () => {
    const drawn = { diluent: '2', injected: '0.15' }
    expect(stops(filled(['2.5', '5'], drawn))).toEqual([])
    expect(stops(filled(['2.5', '5'], { ...drawn, injected: '0.3' }))).toEqual([
      'The volume holds 15 U, but the map says 7.5 U.',
    ])
  })
  it('is refused after its month of expiry, not in it', () => {
    expect(stops(filled(['5'], { expiry: '2026-11' }))).toEqual([])
    expect(stops(filled(['5'], { expiry: '2026-10' }))).toEqual(['The vial expired: Oct 2026.'])
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
    expect(stops(filled(['5']), { consent: null })).toHaveLength(1)
    expect(stops(filled(['5']), { consent: '2025-11-01' })).toEqual(['Consent ended on 1 Nov 2026.'])
    expect(stops(filled(['5']), { last: past({ product: 'abobotulinumtoxinA' }) })).toHaveLength(1)
    expect(stops(filled(['5']), { last: past({ side: 'left' }) })).toHaveLength(1)
    expect(stops(filled(['5']), { last: past({ side: 'left' }), consent: today })).toEqual([])
  })
  it('for a reason, when the side is not the affected one', () => {
    expect(needsReason(checksOf(filled(['5']), asking({ affected: 'left' })))).toBe(true)
    expect(needsReason(checksOf(filled(['5']), asking()))).toBe(false)
  })
  it('above the site’s session cap, as a likely slip', () =>
    expect(stops(filled(['101'], { vials: ['200'] }))).toEqual([
      '101 U on one side is above 100 U: check unit and product.',
    ]))
  it('for nothing that a product without a table would say', () =>
    expect(
      stops(filled(['300'], { product: 'daxibotulinumtoxinA', vials: ['400'] }), { last: null, sessions: [] }),
    ).toEqual([]))
})

describe('what was given before', () => {
  it('counts by product, cosmetic included, and never adds products up', () => {
    const sessions = [
      past({ date: '2026-10-14', units: 2000, indication: 'cosmetic' }),
      past({ date: '2026-09', units: 3000 }),
    ]
    const other = past({ product: 'abobotulinumtoxinA', units: 12000, date: '2026-10-01' })
    expect(givenWithin([...sessions, other], 84, today)).toEqual(
      new Map([
        ['onabotulinumtoxinA', 5000],
        ['abobotulinumtoxinA', 12000],
      ]),
    )
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
})

describe('side effects stand beside the points they concern', () => {
  it('in words without a number', () => {
    expect(besidePoint(['ptosis'], 'ooc.pretarsal').join()).toMatch(/inner upper lid/)
    expect(besidePoint(['ptosis', 'diplopia', 'lower-face-droop'], 'ooc.pretarsal').join()).not.toMatch(/\d/)
  })
  it('and at no others', () => expect(besidePoint(['ptosis'], 'mentalis')).toEqual([]))
})

describe('a typical repeat visit', () => {
  const presses = repeatVisit({ side: 'right', lot: 'C1', expiry: 'Aug 2027', vial: 100 }).map(({ name }) => name)
  it('takes at most twelve presses', () => expect(presses.length).toBeLessThanOrEqual(12))
  it('is signed with one press after the map', () => expect(presses.at(-1)).toBe('Sign session'))
  it('has a name of its own for every press', () => expect(new Set(presses).size).toBe(presses.length))
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
