/** What is looked at before an injection is signed, as the person at the chair would say it. */
import { checksOf, heeded } from '@facialis/engine'
import { statementsOfAct } from '@facialis/fhir'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { sessionMapText, withMapFields } from '@facialis/knowledge/session-map.ts'
import { type Chart, defaultPolicy, type EntryRecord, emptyChart, parseDate, type Span } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const today = '2026-11-23'
const day = (text: string): Span => parseDate(text) as Span
const asking = { asOf: day(today).lo, policy: defaultPolicy(pathway.policy) }
type Fields = Readonly<Record<string, unknown>>

function entry(id: string, date: string | null, fields: Fields): EntryRecord {
  const full = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`session.${name}`, value]))
  const stated = statementsOfAct(pathway, {
    kind: 'toxin-session',
    date: today,
    entries: [{ id, kind: 'session', date, fields: withMapFields(full) }],
  })
  if (!stated.ok) throw new Error(stated.problem.sentence)
  return stated.value.chart.entries[0] as EntryRecord
}

const ona = 'onabotulinumtoxinA'
const usual = { product: ona, units: 20, side: 'left', lot: 'L1', expiry: '2028-01' }
const given = (fields: Fields = {}): EntryRecord => entry('now', today, { ...usual, ...fields })
const earlierOn = (date: string | null, fields: Fields = {}): EntryRecord =>
  entry(`s-${date}-${JSON.stringify(fields)}`, date, { ...usual, ...fields })

/** Left side affected, consent of March, and a session in June. */
const known = (consent: string | null = '2026-03-10', ...entries: readonly EntryRecord[]): Chart => ({
  ...emptyChart,
  observations: [
    ['hfs.side', { word: 'left' }] as const,
    ...(consent === null ? [] : [['consent.toxin', { date: day(consent) }] as const]),
  ].map(([fact, value]) => ({ fact, value, date: day('2025-01'), provenance: { source: 'made up' } })),
  entries,
})
const june = earlierOn('2026-06-01')
const usually = known('2026-03-10', june)
const said = (chart: Chart, session: EntryRecord) => {
  const { stop, confirm, note } = heeded(checksOf(pathway, chart, session, asking))
  const ids = (of: typeof stop) => of.map(({ id }) => id)
  return { stop: ids(stop), confirm: ids(confirm), note: ids(note) }
}
const nothing = { stop: [], confirm: [], note: [] }
const points = (units: readonly number[], more: Readonly<Record<string, unknown>> = {}, muscle = 'ooc.pretarsal') =>
  JSON.stringify({ points: units.map((one) => ({ muscle, side: 'left', units: one })), ...more })
const map = (units: readonly number[], more: Readonly<Record<string, unknown>> = {}, muscle?: string) => ({
  units: units.reduce((a, b) => a + b, 0),
  map: points(units, more, muscle),
})
const four = map([5, 5, 5, 5], { vials: [50], waste: 30 })

describe('a journey that was closed', () => {
  const closedAs = (end: string): Chart => ({
    ...usually,
    observations: [
      ...usually.observations,
      { fact: 'episode.closed', value: { word: end }, date: day('2026-07-01'), provenance: { source: 'made up' } },
    ],
  })

  it('is opened again before a session is signed', () => {
    expect(said(closedAs('discharged'), given(four)).stop).toEqual(['BT-13/journey'])
  })

  it('holds nothing once it is open again', () => {
    expect(said(closedAs('no'), given(four))).toEqual(nothing)
  })
})

describe('a usual repeat session', () => {
  it('has nothing to be said about it', () => {
    expect(said(usually, given(four))).toEqual(nothing)
  })
})

describe('what cannot be signed', () => {
  it.each([
    ['no product', { product: null }, 'BT-04/product'],
    ['no units', { units: null }, 'BT-16/units'],
    ['no side', { side: null }, 'BT-16/side'],
    ['no lot', { lot: null }, 'BT-04/lot'],
    ['no expiry', { expiry: null }, 'BT-16/expiry'],
    ['a vial of last month', { expiry: '2026-10' }, 'BT-16/expired'],
    ['points that add up to something else', { map: points([5, 5]) }, 'BT-16/sum'],
    ['a point on the other side', { map: four.map.replace('left', 'right') }, 'BT-16/other-side'],
    ['vials that do not add up', { map: points([5, 5, 5, 5], { vials: [50], waste: 20 }) }, 'BT-16/vials'],
    ['vials and no word of the waste', { map: points([5, 5, 5, 5], { vials: [50] }) }, 'BT-16/vials'],
    [
      'a volume that holds something else',
      { map: points([5, 5, 5, 5], { vials: [50], waste: 30, diluent: 2, volume: 0.3 }) },
      'BT-16/volume',
    ],
    [
      'a dilution without the volume',
      { map: points([5, 5, 5, 5], { vials: [50], waste: 30, diluent: 2 }) },
      'BT-16/volume',
    ],
    ['more than 100 U on one side', { units: 101 }, 'BT-07/slip-ona'],
    ['more than 100 U of incobotulinum on one side', { product: 'incobotulinumtoxinA', units: 101 }, 'BT-07/slip-inco'],
    ['more than 240 U of abobotulinum on one side', { product: 'abobotulinumtoxinA', units: 241 }, 'BT-07/slip-abo'],
  ])('%s', (_, fields, id) => {
    expect(said(usually, given(fields)).stop).toContain(id)
  })

  it('is a vial only after its month of expiry, not in it', () => {
    expect(said(usually, given({ expiry: '2026-11' }))).toEqual(said(usually, given()))
  })
  it('is not a volume that holds the units, to the hundredth of a millilitre', () => {
    expect(said(usually, given(map([2.5, 5], { vials: [100], waste: 92.5, diluent: 2, volume: 0.15 })))).toEqual(
      nothing,
    )
  })
  it('is not twice 60 U on both sides when the map says so; without a map nobody knows', () => {
    const chart = { ...known('2026-03-10'), observations: known().observations.slice(1) }
    const both = { units: 120, side: 'both' }
    const sides = JSON.stringify({
      points: ['left', 'right'].map((side) => ({ muscle: 'ooc.pretarsal', side, units: 60 })),
    })
    expect(said(chart, given({ ...both, map: sides })).stop).not.toContain('BT-07/slip-ona')
    expect(said(chart, given(both)).stop).toContain('BT-07/slip-ona')
  })
})

describe('consent', () => {
  const stops = (chart: Chart, fields: Fields = {}) => said(chart, given({ ...four, ...fields })).stop
  it('is on record', () => expect(stops(known(null, june))).toEqual(['BT-13/none']))
  it('lasts a year', () => {
    expect(stops(known('2025-11-23', june))).toEqual([])
    expect(stops(known('2025-11-22', june))).toEqual(['BT-13/over'])
  })
  it('is no promise of a day to come', () => expect(stops(known('2026-12-01'))).toEqual(['BT-13/over']))
  it('is asked again with another product, unless it was given since', () => {
    const abo = { product: 'abobotulinumtoxinA' }
    expect(stops(usually, abo)).toEqual(['BT-13/product'])
    expect(stops(known(today, june), abo)).toEqual([])
  })
  it('is asked again for another side, unless it was given since or both were injected', () => {
    const right = { side: 'right', map: four.map.replaceAll('left', 'right') }
    expect(stops(usually, right)).toEqual(['BT-13/side'])
    expect(stops(known(today, june), right)).toEqual([])
    expect(stops(known('2026-03-10', earlierOn('2026-06-01', { side: 'both' })), right)).toEqual([])
  })
  it('is asked again where nobody knows what was given since', () => {
    expect(stops(known('2026-03-10', earlierOn('2026-06-01', { product: 'unknown' })))).toEqual(['BT-13/product'])
    expect(stops(known('2026-03-10', earlierOn('2026-03', { product: 'unknown' })))).toEqual(['BT-13/product'])
    expect(stops(known('2026-03-10', earlierOn('2026-02', { product: 'unknown' })))).toEqual([])
  })
})

describe('what is pressed a second time, with a reason', () => {
  it('another product than last time', () => {
    const changed = said(known(today, june), given({ ...four, product: 'incobotulinumtoxinA' }))
    expect(changed).toEqual({ stop: [], confirm: ['BT-04/other-product'], note: [] })
  })
  it('a product that nobody can compare with the last', () => {
    const chart = known(today, earlierOn('2026-06-01', { product: 'unknown' }))
    const [asked] = heeded(checksOf(pathway, chart, given(four), asking)).confirm
    expect(asked?.text).toBe(
      'Which product was given last time is not known; units do not carry over between products.',
    )
  })
  it('a side that is not affected', () => {
    const right = given({ ...four, side: 'right', map: four.map.replaceAll('left', 'right') })
    expect(said(known(today, june), right).confirm).toEqual(['BT-16/affected-side'])
  })
  it('more than 25 U around one eye at a first session, and not below the eye', () => {
    const eye = map([5, 5, 5, 5, 5, 5], { vials: [50], waste: 20 })
    expect(said(known(today), given(eye)).confirm).toEqual(['BT-07/first-per-eye'])
    expect(said(known(today), given({ units: 30 })).confirm).toEqual(['BT-07/first-per-eye'])
    expect(
      said(known(today), given({ ...eye, map: eye.map.replaceAll('ooc.pretarsal', 'frontalis') })).confirm,
    ).toEqual([])
    expect(said(usually, given(eye)).confirm).toEqual([])
  })
})

describe('what was given before counts, by product, for whatever reason', () => {
  const windows = (...earlier: EntryRecord[]) =>
    checksOf(pathway, known(today, june, ...earlier), given(four), asking).filter(({ code }) => code === 'cumulative')
  const asked = (...earlier: EntryRecord[]) =>
    windows(...earlier).flatMap(({ id, truth }) => (truth === 'no' ? [] : [id]))
  const twelve = (...earlier: EntryRecord[]) => windows(...earlier).find(({ id }) => id === 'BT-07/twelve-weeks')

  it('within 84 days: 60 U here, 20 U for the forehead and 20 U now are 100 U, and one more asks', () => {
    const forehead = earlierOn('2026-10-12', { units: 20, indication: 'cosmetic' })
    const here = earlierOn('2026-09-02', { units: 60 })
    expect(twelve(here, forehead)).toMatchObject({ truth: 'no', tells: { total: 100, days: 84, limit: 100 } })
    const more = earlierOn('2026-10-13', { units: 1, indication: 'other' })
    expect(twelve(here, forehead, more)).toMatchObject({
      truth: 'yes',
      text: '101 U in 84 days with this session (limit 100 U).',
    })
  })
  it('and day 84 is not within', () => {
    expect(twelve(earlierOn('2026-08-31', { units: 500 }))).toMatchObject({ truth: 'no', tells: { total: 20 } })
    expect(twelve(earlierOn('2026-09-01', { units: 500 }))).toMatchObject({ truth: 'yes', tells: { total: 520 } })
  })
  it('within 30 days for any reason', () =>
    expect(asked(earlierOn('2026-11-01', { units: 181, indication: 'other' }))).toContain('BT-07/thirty-days'))
  it('within three months for any reason', () =>
    expect(asked(earlierOn('2026-08-26', { units: 381, indication: 'other' }))).toEqual(['BT-07/any-indication']))
  it('and units of another product never', () =>
    expect(twelve(earlierOn('2026-10-01', { product: 'abobotulinumtoxinA', units: 500 }))).toMatchObject({
      truth: 'no',
      tells: { total: 20 },
    }))
  it('and units or a product that nobody knows make the total unknown, not smaller', () => {
    expect(twelve(earlierOn('2026-10-01', { units: 'unknown' }))).toMatchObject({
      truth: 'unknown',
      tells: { total: null },
    })
    expect(twelve(earlierOn('2026-10-01', { product: 'unknown', units: 90 }))).toMatchObject({
      truth: 'unknown',
      tells: { total: [20, 110] },
    })
    expect(twelve(earlierOn('2026-10-01', { product: 'unknown', units: 10 }))).toMatchObject({ truth: 'no' })
  })
  it('and a session without a day may have been yesterday', () =>
    expect(twelve(earlierOn(null, { units: 90 }))).toMatchObject({ truth: 'unknown', tells: { total: [20, 110] } }))
})

describe('what is only said', () => {
  it('a point above the cap of the site', () => {
    const [note] = heeded(checksOf(pathway, usually, given(map([6, 5, 5, 4], { vials: [50], waste: 30 })), asking)).note
    expect(note?.text).toBe('6 U at one point lies above 5 U for one site.')
  })
  it('the lower face', () =>
    expect(said(usually, given(map([2, 2], { vials: [50], waste: 46 }, 'zygMajor'))).note).toEqual([
      'BT-12/lower-face',
    ]))
  it('a product without a table: no caps are held against it', () => {
    const daxi = { product: 'daxibotulinumtoxinA', ...map([300], { vials: [400], waste: 100 }) }
    expect(said(known(today), given(daxi))).toEqual({ stop: [], confirm: [], note: ['BT-07/no-table'] })
  })
})

const anyDate = fc.constantFrom('2026-11-22', '2026-11-01', '2026-10', '2026-09-01', '2026-06', '2025', null)
const anyEarlier = fc
  .record({
    date: anyDate,
    product: fc.constantFrom(ona, 'abobotulinumtoxinA', 'unknown'),
    units: fc.constantFrom<number | string>(5, 60, 90, 400, 'unknown'),
    side: fc.constantFrom('left', 'right', 'both', 'unknown'),
    indication: fc.constantFrom('hfs', 'cosmetic', 'other'),
  })
  .map(({ date, ...fields }) => ({ date, fields }))
const anyProposed = fc.record({
  product: fc.constantFrom(ona, 'incobotulinumtoxinA', 'daxibotulinumtoxinA'),
  units: fc.constantFrom(2.5, 20, 30, 60, 101, 300),
  side: fc.constantFrom('left', 'right', 'both'),
  lot: fc.constant('L1'),
  expiry: fc.constantFrom('2028', '2026-11', '2026-10'),
})
const anyConsent = fc.constantFrom(null, '2025-11-01', '2026-03-10', '2026-10', today)
const people = fc
  .record({ consent: anyConsent, earlier: fc.array(anyEarlier, { maxLength: 4 }), proposed: anyProposed })
  .map(({ consent, earlier, proposed }) => ({
    chart: known(consent, ...earlier.map(({ date, fields }, i) => ({ ...earlierOn(date, fields), id: `e${i}` }))),
    fields: proposed,
  }))
const carefulness = (chart: Chart, session: EntryRecord): number => {
  const { stop, confirm } = said(chart, session)
  return stop.length > 0 ? 2 : confirm.length > 0 ? 1 : 0
}

describe('whoever it is', () => {
  it('one more earlier session never takes a stop away', () => {
    fc.assert(
      fc.property(people, anyEarlier, ({ chart, fields }, { date, fields: more }) => {
        const stops = said(chart, given(fields)).stop
        const also = { ...earlierOn(date, more), id: 'one more' }
        expect(said({ ...chart, entries: [...chart.entries, also] }, given(fields)).stop).toEqual(
          expect.arrayContaining(stops),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('not knowing a field of an earlier session, a fact or what is in the hand is never less careful than knowing it', () => {
    const forgotten = fc.constantFrom(
      'earlier',
      'hfs.side',
      'consent.toxin',
      'product',
      'units',
      'side',
      'lot',
      'expiry',
    )
    fc.assert(
      fc.property(people, forgotten, fc.nat(), ({ chart, fields }, what, which) => {
        const forget = (entry: EntryRecord): EntryRecord => {
          const names = ['session.product', 'session.units', 'session.side']
          const unsaid = { [names[which % 3] as string]: { unknown: 'not-asked' as const } }
          return which % 4 === 3 ? { ...entry, date: null } : { ...entry, fields: { ...entry.fields, ...unsaid } }
        }
        const less: Chart = {
          ...chart,
          observations: chart.observations.filter(({ fact }) => fact !== what),
          entries: what === 'earlier' ? chart.entries.map((e, i) => (i === 0 ? forget(e) : e)) : chart.entries,
        }
        const session = given(what in fields ? { ...fields, [what]: null } : fields)
        expect(carefulness(less, session)).toBeGreaterThanOrEqual(carefulness(chart, given(fields)))
      }),
      { numRuns: 400 },
    )
  })

  it('is looked at without a throw, and the same question gives the same bytes', () => {
    fc.assert(
      fc.property(people, ({ chart, fields }) => {
        const once = JSON.stringify(checksOf(pathway, chart, given(fields), asking))
        expect(JSON.stringify(checksOf(pathway, structuredClone(chart), given(fields), asking))).toBe(once)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the one reader of the map', () => {
  it('gives back what it wrote', () => {
    const drawn = withMapFields({ 'session.map': points([2.5, 1.25], { vials: [50], waste: 46.25 }) })
    expect(drawn).toMatchObject({
      'session.unitsLeft': 3.75,
      'session.unitsRight': 0,
      'session.highestPoint': 2.5,
      'session.eyeLeft': 3.75,
      'session.lowerFace': [],
      'session.opened': 50,
      'session.waste': 46.25,
    })
    const text = sessionMapText({
      points: [{ muscle: 'dao', side: 'right', units: 125, x: 0.3, y: 0.6 }],
      vials: [5000],
      waste: 4875,
      diluent: 200,
      volume: 5,
    })
    expect(withMapFields({ 'session.map': text })).toMatchObject({
      'session.unitsRight': 1.25,
      'session.lowerFace': ['dao'],
      'session.diluent': 2,
      'session.volume': 0.05,
    })
  })
  it('has the last word over what is sent beside it', () =>
    expect(withMapFields({ 'session.map': points([5]), 'session.unitsLeft': 99, highestPoint: 1 })).toMatchObject({
      'session.unitsLeft': 5,
      'session.highestPoint': 5,
    }))
  it('cannot say how much lies around an eye when a muscle of another hand is among the points', () => {
    const drawn = withMapFields({ 'session.map': points([5], {}, 'lateral upper lid') })
    expect(drawn).not.toHaveProperty('session.eyeLeft')
    expect(drawn).not.toHaveProperty('session.lowerFace')
  })
  it('leaves history without a map, or with prose for one, as it is', () => {
    expect(withMapFields({ 'session.product': ona })).toEqual({ 'session.product': ona })
    expect(withMapFields({ 'session.map': 'as last time' })).toEqual({ 'session.map': 'as last time' })
  })
})
