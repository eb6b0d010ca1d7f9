import type { TimelineItem } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { nursesOrder, withdrawAct } from './order.ts'

const today = '2026-11-23'
const item = (kind: TimelineItem['kind'], id: string, more: Partial<TimelineItem> = {}): TimelineItem => ({
  id,
  kind,
  date: today,
  recordedAt: `${today}T09:00:00.000Z`,
  by: 'Demo Dr Nora Nerve',
  role: 'clinician',
  said: { facts: {}, screens: [], entries: [], note: null, after: null },
  recordedAfter: false,
  withdrawn: false,
  ...more,
})
const signed = (id: string, date = today) => item('toxin-order', id, { date })
const takenBack = (id: string, date = today) => item('toxin-order', id, { date, withdrawn: true })
const takesBack = (id: string) =>
  item('toxin-order-withdrawn', `no ${id}`, { said: { ...item('visit', '').said, note: 'Moved away', withdraws: id } })
const stand = (...timeline: readonly TimelineItem[]) => {
  const { holding, another, until, withdrawal } = nursesOrder({ timeline, today, policy: { signedPlanValid: 365 } })
  return { holds: holding?.id ?? null, another, until, withdrawal: withdrawal?.said.note ?? null }
}

describe('the order for nurses, newest first on the timeline,', () => {
  const nothing = { holds: null, another: false, until: null, withdrawal: null }
  it.each([
    ['is none where none was signed', [], nothing],
    ['holds to the last day of its year', [signed('a', '2025-11-23')], { ...nothing, holds: 'a', until: today }],
    ['is over the day after', [signed('a', '2025-11-22')], { ...nothing, until: '2026-11-22' }],
    ['is withdrawn, and says why', [takesBack('a'), takenBack('a')], { ...nothing, withdrawal: 'Moved away' }],
    [
      'holds again when another was signed since',
      [signed('b'), takesBack('a'), takenBack('a')],
      { ...nothing, holds: 'b', until: '2027-11-23' },
    ],
    [
      'holds by an earlier one, while the last was withdrawn',
      [takesBack('b'), takenBack('b'), signed('a', '2026-01-01')],
      { ...nothing, holds: 'a', until: '2027-01-01', withdrawal: 'Moved away' },
    ],
    [
      'is the last of two that hold',
      [signed('b'), signed('a', '2026-01-01')],
      { ...nothing, holds: 'b', another: true, until: '2027-11-23' },
    ],
  ])('%s', (_, timeline, expected) => expect(stand(...timeline)).toEqual(expected))

  it('is not withdrawn without a reason', () => {
    expect(withdrawAct({ id: 'a' }, ' \n', today)).toBeNull()
    expect(withdrawAct({ id: 'a' }, ' Moved away ', today)).toEqual({
      kind: 'toxin-order-withdrawn',
      date: today,
      withdraws: 'a',
      note: 'Moved away',
    })
  })
})
