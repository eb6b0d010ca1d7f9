import { defaultPolicy, type PolicyNumber } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { passages } from '../sources/index.ts'
import * as named from './index.ts'
import { policy } from './index.ts'

const known = new Set(passages.map((passage) => passage.id))
const byId = new Map(policy.map((number) => [number.id, number]))
const chain = (stem: string): readonly PolicyNumber[] =>
  ['Opens', 'Planned', 'Due', 'Overdue'].flatMap((edge) => byId.get(`${stem}${edge}`) ?? [])
const stems = [...new Set(policy.flatMap(({ id }) => /^(.*)(?:Opens|Planned|Due|Overdue)$/.exec(id)?.[1] ?? []))]

describe('policy', () => {
  test('each number is exported under its own id and listed once', () => {
    const exported = Object.entries(named).filter(([, value]) => !Array.isArray(value))
    expect(exported.filter(([name, number]) => (number as PolicyNumber).id !== name).map(([name]) => name)).toEqual([])
    expect(exported.length).toBe(policy.length)
    expect(byId.size).toBe(policy.length)
  })

  test.each(policy.map((number) => [number.id, number] as const))(
    '%s is whole, lies within its bounds, and says in words what it is and why',
    (_, number) => {
      for (const value of [number.default, number.min, number.max]) expect(Number.isInteger(value)).toBe(true)
      expect(number.min).toBeGreaterThanOrEqual(0)
      expect(number.default).toBeGreaterThanOrEqual(number.min)
      expect(number.default).toBeLessThanOrEqual(number.max)
      expect(number.label).toMatch(/^[A-Z].{10,}[^.]$/)
      expect(number.because.length).toBeGreaterThan(0)
      for (const cite of number.because)
        if (cite.kind === 'passage') expect(known).toContain(cite.id)
        else expect(cite.reason.length).toBeGreaterThan(15)
    },
  )

  test.each(stems)('whatever a site sets, %s never opens after it is due nor is overdue before', (stem) => {
    const edges = chain(stem)
    for (const [index, edge] of edges.entries()) {
      const next = edges[index + 1]
      if (next) expect(edge.max, `${edge.id} against ${next.id}`).toBeLessThanOrEqual(next.min)
    }
  })

  test.each([
    ['poorRelief', 'goodRelief'],
    ['responseFrom', 'responseTo'],
    ['clinicDateFrom', 'minimumReinjectionInterval'],
    ['touchUpFrom', 'clinicDateFrom'],
    ['plannedIntervalFrom', 'plannedIntervalTo'],
    ['plannedIntervalTo', 'overdueInterval'],
    ['phqLetter', 'phqHumanContact'],
    ['delayedPalsyFrom', 'delayedPalsyTo'],
    ['infantOnset', 'childAge'],
    ['childAge', 'youngOnset'],
    ['stepDownFrom', 'stepDownTo'],
    ['ptosisReductionFrom', 'ptosisReductionTo'],
    ['weaknessShouldNotGrowAfter', 'weaknessAfterToxin'],
  ])('whatever a site sets, %s stays at or below %s', (low, high) => {
    expect(byId.get(low)?.max).toBeLessThanOrEqual(byId.get(high)?.min ?? -1)
  })
})

describe('numbers a site cannot set into danger', () => {
  test('no site can call an operation failed before day 365', () => {
    expect(named.failureNotBefore.min).toBe(365)
  })

  test('no site can bring the routine session before day 84', () => {
    expect(named.minimumReinjectionInterval.min).toBe(84)
    expect(named.defaultBookingDay.min).toBe(84)
  })

  test('no site can let an exception live longer than a year or wait longer than eight weeks for a scan', () => {
    expect(named.exceptionMaximum.max).toBe(365)
    expect(named.mriBookedWithin.max).toBe(56)
  })

  test('no site can raise the units that are refused as a likely slip', () => {
    for (const cap of [
      named.hfsSessionRefusedAboveOna,
      named.hfsSessionRefusedAboveInco,
      named.hfsSessionRefusedAboveAbo,
    ])
      expect(cap.max).toBe(cap.default)
  })

  test('no site can make a child an adult of this pathway', () => {
    expect(named.childAge).toMatchObject({ min: 18, max: 18 })
  })

  test('no site can answer a thought of suicide later than the same day', () => {
    expect(named.phqContactDue.max).toBe(0)
    expect(named.phqItemNineAbove.max).toBe(0)
  })
})

test('the defaults are those the clinic agreed', () => {
  expect(defaultPolicy(policy)).toMatchObject({
    minimumReinjectionInterval: 84,
    clinicDateFrom: 77,
    touchUpFrom: 14,
    plannedIntervalTo: 140,
    overdueInterval: 182,
    failureNotBefore: 365,
    spasmFreeDaysForRecurrence: 90,
    recurrenceNotBefore: 90,
    dischargeAfterSpasmFree: 730,
    preopMriValid: 365,
    preopAudiogramValid: 182,
    preopAnaesthesiaValid: 30,
    responseFrom: 14,
    responseTo: 42,
    poorRelief: 25,
    goodRelief: 50,
    lidTwitchReview: 90,
    exceptionMaximum: 365,
    mriBookedWithin: 56,
  })
})
