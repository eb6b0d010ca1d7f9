import { emptyChart } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { assess } from '../../pathway.ts'
import { asksAgain, operationAct, sideSaidTwice } from './operation-act.ts'

const today = '2026-11-26'
const right = { date: '20 Nov 2026', 'operation.kind': 'mvd', 'operation.side': 'right', note: 'Team A.' }

describe('an operation on the side that is not on record', () => {
  it('is said twice only when the same side is typed in letters and a reason is given', () => {
    expect(sideSaidTwice({ ...right, sideAgain: ' Right ', sideReason: 'Bilateral.' })).toBe(true)
    expect(sideSaidTwice({ ...right, sideAgain: 'left', sideReason: 'Bilateral.' })).toBe(false)
    expect(sideSaidTwice({ ...right, sideAgain: 'right' })).toBe(false)
  })
  it('goes out as meant, with the reason in the note and nothing of the form among its fields', () => {
    const typed = { ...right, sideAgain: 'right', sideReason: 'Bilateral.' }
    expect(operationAct(typed, { day: '2026-11-20', today, asksAgain: true })).toEqual({
      kind: 'operation',
      date: today,
      entries: [
        { kind: 'operation', date: '2026-11-20', fields: { 'operation.kind': 'mvd', 'operation.side': 'right' } },
      ],
      note: 'Team A.\n\nSide said twice: right, not the one on record. Bilateral.',
      confirmed: true,
    })
  })
  it('is asked about by the pathway, the other one is not', () => {
    const hfsSide = (side: string) => {
      const live = assess({
        chart: emptyChart,
        today,
        policy: {},
        act: { kind: 'visit', date: today, facts: { 'hfs.side': side } },
      })
      if (!live.ok) throw new Error(live.problem.sentence)
      return { chart: live.chart, today, policy: {} }
    }
    expect(asksAgain(right, hfsSide('left'))).toBe(
      'On record the left side is affected, and the operation is said to have been on the right side.',
    )
    expect(asksAgain(right, hfsSide('right'))).toBeNull()
    expect(asksAgain(right, hfsSide('both'))).toBeNull()
    expect(asksAgain(right, { chart: emptyChart, today, policy: {} })).toBeNull()
  })
  it('needs none of it on the side that is', () => {
    expect(operationAct(right, { day: '2026-11-20', today, asksAgain: false })).toMatchObject({ note: 'Team A.' })
    expect(operationAct(right, { day: '2026-11-20', today, asksAgain: false })).not.toHaveProperty('confirmed')
  })
})
