import { describe, expect, it } from 'vitest'
import { pathway } from '../../pathway.ts'
import type { RecordedEntry } from '../../recorded.ts'
import { instruments, lastChange, pointsOf, seriesOf } from './scores.ts'
import { words } from './words.ts'

const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
const instrument = (field: string) => instruments.find((one) => one.field === field)!
const score = (date: string, fields: RecordedEntry['fields'], by = 'Demo Nurse'): RecordedEntry => ({
  id: date,
  kind: 'score',
  date,
  by,
  fields,
})
const change = (field: string, ...scores: readonly RecordedEntry[]) =>
  lastChange(instrument(field), pointsOf(instrument(field), scores), policy)

describe('a change of a score', () => {
  it('of HFS-7 by two points is no important change, by three it is better', () => {
    const at = (total: number, date: string) => score(date, { 'score.hfs7': total })
    expect(change('score.hfs7', at(14, '2026-01-05'), at(12, '2026-03-01'))?.verdict).toBe('no-important-change')
    expect(change('score.hfs7', at(14, '2026-01-05'), at(11, '2026-03-01'))?.verdict).toBe('better')
    expect(change('score.hfs7', at(11, '2026-01-05'), at(14, '2026-03-01'))?.verdict).toBe('worse')
  })
  it('is read between the last two dates, in whatever order they were typed', () => {
    const at = (total: number, date: string) => score(date, { 'score.hfs7': total })
    expect(change('score.hfs7', at(6, '2026-05-01'), at(14, '2026-01-05'))).toMatchObject({ by: -8, verdict: 'better' })
  })
  it('by one grade and another rater may be nothing but the rater', () => {
    const at = (grade: string, date: string, by: string) => score(date, { 'score.smc': grade }, by)
    expect(change('score.smc', at('II', '2026-01-05', 'A'), at('III', '2026-03-01', 'B'))?.withinRaterNoise).toBe(true)
    expect(change('score.smc', at('II', '2026-01-05', 'A'), at('III', '2026-03-01', 'A'))?.withinRaterNoise).toBe(false)
    expect(change('score.smc', at('I', '2026-01-05', 'A'), at('III', '2026-03-01', 'B'))?.withinRaterNoise).toBe(false)
  })
  it('says nothing about what matters where no source does', () => {
    const at = (value: number, date: string) => score(date, { 'score.disability': value })
    expect(change('score.disability', at(4, '2026-01-05'), at(1, '2026-03-01'))?.verdict).toBe('changed')
  })
  it('needs two scores', () => expect(change('score.jrs', score('2026-01-05', { 'score.jrs': 5 }))).toBeNull())
})

describe('the chart', () => {
  it('draws grades by rank and leaves out instruments without a score', () => {
    const series = seriesOf(
      instruments,
      [score('2026-01-05', { 'score.smc': 'III' }), score('2026-03-01', { 'score.smc': 'I', 'score.jrs': 2 })],
      (field) => field,
    )
    expect(series.map((one) => one.label)).toEqual(['score.smc', 'score.jrs'])
    expect(series[0]?.points.map((point) => point.value)).toEqual([3, 1])
  })
  it('knows every instrument’s field and a number for each change that matters', () => {
    const fields = new Set(
      pathway.entries.flatMap((entry) =>
        Object.keys(Object.fromEntries(Object.values(entry.fields).map((f) => [f.id, f]))),
      ),
    )
    for (const { field, matters } of instruments) {
      expect(fields).toContain(field)
      if (matters !== null) expect(policy[matters]).toBeGreaterThan(0)
    }
  })
})

describe('a questionnaire whose wording belongs to its authors', () => {
  it('is asked for by its total, says so at its field, and none of its items is a field', () => {
    const fields = pathway.entries.find(({ id }) => id === 'score')?.fields ?? {}
    for (const id of ['score.jrs', 'score.hfs7', 'score.hfs30', 'score.hfs36']) {
      expect(words.form.totalOnly[id], id).toMatch(/total only/)
      expect(
        Object.values(fields)
          .filter((field) => field.id.startsWith(id))
          .map((field) => field.id),
      ).toEqual([id])
    }
  })
})
