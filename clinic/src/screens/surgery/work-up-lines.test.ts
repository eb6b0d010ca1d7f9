import type { Act } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { assess, pathway } from '../../pathway.ts'
import { holdsBooking, holdsTheatre, workUpLines } from './work-up-lines.ts'

const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
const linesAfter = (facts: NonNullable<Act['facts']>) => {
  const act: Act = { kind: 'surgery-work-up', date: '2026-11-23', facts }
  const live = assess({ chart: { observations: [], screens: [], entries: [] }, today: '2026-11-23', policy, act })
  if (!live.ok) throw new Error(live.problem.sentence)
  return workUpLines(live.advice)
}

describe('the checklist on the screen', () => {
  it('is empty until somebody wishes an operation', () => expect(linesAfter({ 'wish.surgery': false })).toEqual([]))

  it('tells what the pathway tells: words, owner, sources, days and what is typed', () => {
    const lines = linesAfter({ 'wish.surgery': true, theatreDate: '2026-12-20', audiogram: '2026-10-01' })
    expect(lines.find((line) => line.id === 'audiogram-ordered')).toMatchObject({
      list: 'book',
      state: 'done',
      holds: 'nothing',
      owner: 'nurse',
      date: '2026-10-01',
      countsUntil: '2027-04-01',
      overridable: true,
      asks: ['audiogram'],
    })
    for (const line of lines) {
      expect(line.text).not.toBe('')
      expect(line.passages.length).toBeGreaterThan(0)
      for (const id of line.asks) expect(pathway.facts.map((fact) => fact.id)).toContain(id)
    }
  })

  it('holds booking and theatre while the pathway says so', () => {
    const lines = linesAfter({ 'wish.surgery': true, theatreDate: '2026-12-20' })
    expect(lines.filter(holdsBooking).map((line) => line.id)).toContain('consent')
    expect(lines.filter(holdsTheatre).map((line) => line.id)).toEqual(expect.arrayContaining(['consent', 'eye']))
    expect(lines.filter(holdsTheatre).map((line) => line.id)).not.toContain('photographs')
  })
})
