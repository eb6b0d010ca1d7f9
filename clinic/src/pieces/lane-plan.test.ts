import { describe, expect, it } from 'vitest'
import { lanePlan } from './lane-plan.ts'

const plan = (first: string, today: string, most = 8) => lanePlan([{ kind: 'referral', date: first }], today, most)
const labels = (first: string, today: string, most?: number) =>
  plan(first, today, most)?.ticks.map(({ label }) => label)

describe('the lane is drawn to scale', () => {
  it('from the first mark to today', () => {
    const drawn = plan('2026-01-01', '2027-01-01')
    expect(drawn?.at('2026-01-01')).toBe(0)
    expect(drawn?.at('2026-07-02')).toBeCloseTo(0.5, 2)
    expect(drawn?.at('2027-01-01')).toBe(1)
  })

  it('with what nobody knows the beginning of where it was over', () => {
    const drawn = plan('2026-01-01', '2027-01-01')
    expect(drawn?.at('0001-01-01/2026-07-02')).toBe(drawn?.at('2026-07-02'))
  })

  it('with ticks on months or years, as many as there is room for', () => {
    expect(labels('2026-09-17', '2026-11-26')).toEqual(['Oct 2026', 'Nov 2026'])
    expect(labels('2025-11-11', '2026-11-26')).toEqual([
      'Jan 2026',
      'Mar 2026',
      'May 2026',
      'Jul 2026',
      'Sep 2026',
      'Nov 2026',
    ])
    expect(labels('2025-11-11', '2026-11-26', 3)).toEqual(['Jan 2026', 'Jul 2026'])
    expect(labels('2019-05-01', '2026-11-26')).toEqual(['2020', '2021', '2022', '2023', '2024', '2025', '2026'])
  })

  it('with its ends where no month begins on it', () => {
    expect(labels('2026-11-06', '2026-11-26')).toEqual(['6 Nov 2026', '26 Nov 2026'])
  })

  it('for somebody referred today as well, and for nobody without a date', () => {
    expect(plan('2026-11-26', '2026-11-26')?.at('2026-11-26')).toBe(0)
    expect(lanePlan([], '2026-11-26', 8)).toBeNull()
    expect(plan('soon', '2026-11-26')).toBeNull()
  })
})
