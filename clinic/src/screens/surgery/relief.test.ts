import { describe, expect, it } from 'vitest'
import { pathway } from '../../pathway.ts'
import { placeOfDay, reportsSince } from './relief.ts'

const report = (date: string | null, status: string) => ({
  id: `${date}`,
  kind: 'spasm-report',
  date,
  by: null,
  fields: { 'spasm.status': status },
})

describe('relief after the operation', () => {
  it('reports before the operation say nothing about it, and the rest stand in order', () => {
    const drawn = reportsSince('2026-03-01', [
      report('2026-04-01', 'reduced'),
      report('2026-02-01', 'worse'),
      report('2026-03-08', 'unchanged'),
      report('2026', 'none'),
    ])
    expect(drawn.map(({ day, status }) => [day, status])).toEqual([
      [7, 'unchanged'],
      [31, 'reduced'],
    ])
  })
  it('later days lie further right', () => {
    expect(placeOfDay(7, 400)).toBeLessThan(placeOfDay(30, 400))
    expect(placeOfDay(400, 400)).toBe(1)
  })
  it('no word for a state before a year says failed', () => {
    const body = pathway.decisions.find(({ id }) => id === 'response.surgery')?.body
    if (body?.kind !== 'ranked') throw new Error('What became of the spasm is not decided by ranked rules.')
    for (const { text } of [...body.rules, body.otherwise]) expect(text).not.toMatch(/fail/i)
  })
})
