import type { AuditLine } from '@facialis/wire'
import { describe, expect, test } from 'vitest'
import { runsOf } from './runs.ts'

const line = (seq: number, more: Partial<AuditLine> = {}): AuditLine => ({
  seq,
  at: `2026-11-23T12:${String(seq).padStart(2, '0')}:00.000Z`,
  who: { id: 'n', name: 'Demo Nurse', role: 'nurse' },
  action: 'board-read',
  outcome: 'read',
  people: [],
  others: 0,
  purpose: null,
  reason: null,
  what: null,
  problem: null,
  ...more,
})

describe('what repeats itself', () => {
  test('is told once, with how often and since when', () => {
    const runs = runsOf([line(9), line(8), line(7)], 'UTC')
    expect(runs).toMatchObject([{ count: 3, line: { seq: 9 }, since: '2026-11-23T12:07:00.000Z' }])
  })

  test('is not joined over another person, another record, a refusal, or another day', () => {
    const other = { people: [{ id: 'a', name: 'Demo Ada Sample' }] }
    const lines = [
      line(9),
      line(8, { who: { id: 'c', name: 'Demo Carer', role: 'clinician' } }),
      line(7, other),
      line(6, { outcome: 'refused', problem: 'no' }),
      line(5, { at: '2026-11-21T12:00:00.000Z' }),
      line(4, { at: '2026-11-20T12:00:00.000Z' }),
    ]
    expect(runsOf(lines, 'UTC').map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1])
  })
})
