import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { IdIndex } from '../json/id-index.ts'
import { at, pathOf, within } from '../json/locator.ts'
import { instantOf } from './when.ts'

/** Ids that all have one hash: every pair of letters comes to the same, whichever of the two it is. */
const colliding = (many: number): readonly string[] =>
  Array.from({ length: many }, (_, n) =>
    [...n.toString(2).padStart(10, '0')].map((b) => (b === '0' ? 'Aa' : 'BB')).join(''),
  )

const standsAsInAMap = (ids: readonly string[], expected: number): void => {
  const index = new IdIndex(expected)
  const map = new Map<string, number>()
  ids.forEach((id, place) => {
    expect(index.add(id, place)).toBe(!map.has(id))
    if (!map.has(id)) map.set(id, place)
  })
  for (const id of [...ids, 'not there', '']) {
    expect(index.find(id, 0)).toBe(map.get(id) ?? -1)
    expect(index.find(`Patient/${id}`, 'Patient/'.length)).toBe(map.get(id) ?? -1)
  }
}

describe('where an id stands', () => {
  it('is where it stood first, whatever ids there are and however few were expected', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 })), fc.nat(8), (ids, expected) => standsAsInAMap(ids, expected)),
    )
  })

  it('is found among ids made to collide', () => standsAsInAMap(colliding(1000), 4))
})

describe('a date and time', () => {
  const two = (n: number): string => String(n).padStart(2, '0')
  const parts = fc.tuple(fc.integer({ min: 1, max: 9999 }), ...[14, 33, 23, 62, 59].map((most) => fc.nat(most)))
  const ends = fc.constantFrom('Z', '+01:00', '-11:30', '+14:00', '+24:00', '.250Z', '.5Z', '.250+05:45')

  it('is the instant every other reader of dates makes of it', () => {
    fc.assert(
      fc.property(parts, ends, ([year, month, day, ...time], end) => {
        const date = `${String(year).padStart(4, '0')}-${two(month as number)}-${two(day as number)}`
        const text = `${date}T${time.map(two).join(':')}${end}`
        expect(instantOf(text)).toBe(Date.parse(text))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    // Which of two was written last is not for the machine to say that reads them.
    ['2026-11-20T10:00:00', '2026-11-20T10:00:00Z'],
    ['2026-11-20T10:00', '2026-11-20T10:00:00Z'],
    ['2026-11-20', '2026-11-20T00:00:00Z'],
    // A leap second comes after all that was before it.
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
    ['2017-01-01T00:59:60.25+01:00', '2016-12-31T23:59:59.250Z'],
  ])('%s is read as %s on every machine', (text, as) => {
    for (const zone of ['Pacific/Honolulu', 'Europe/Berlin', 'Pacific/Kiritimati']) {
      vi.stubEnv('TZ', zone)
      expect(new Date(instantOf(text)).toISOString(), zone).toBe(new Date(as).toISOString())
    }
    vi.unstubAllEnvs()
  })

  it.each(['20 Nov 2026', '11/20/2026', '2026-11-20T24:00:00Z', '2026-11-20T10:00:00z', 'soon'])('%s is none', (text) =>
    expect(instantOf(text)).toBeNaN(),
  )
})

describe('the path of a problem', () => {
  it('leads from what was given, member by member', () => {
    const resource = at(within('Bundle', 'entry'), 3, 'resource')
    expect(pathOf(at(within(resource, 'component'), 1))).toBe('Bundle.entry[3].resource.component[1]')
    expect(pathOf(at(within(resource, 'odd name'), 0))).toBe('Bundle.entry[3].resource["odd name"][0]')
  })
})
