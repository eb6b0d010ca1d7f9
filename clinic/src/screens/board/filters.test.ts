import type { BoardRow } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { filtersFrom, linesOf, matching, paramsOf } from './filters.ts'

const row = (name: string, more: Partial<BoardRow> = {}): BoardRow => ({
  id: name,
  name: `Demo ${name}`,
  birthDate: '1968-04-03',
  side: 'left',
  stage: 'evaluating',
  also: [],
  since: null,
  gate: 'blocked',
  blockedOn: null,
  opensOn: null,
  exceptionUntil: null,
  awaitsVisit: false,
  next: null,
  overdue: 0,
  critical: [],
  letterOwed: null,
  interpreter: null,
  ...more,
})
const none = filtersFrom(new URLSearchParams())
const names = (rows: readonly BoardRow[]) => rows.map((one) => one.id)

describe('the board’s filters', () => {
  it('survive in the address', () => {
    const filters = { search: '', stage: 'ruling-out', show: 'overdue', owner: 'nurse' } as const
    expect(filtersFrom(paramsOf(filters))).toEqual(filters)
    expect(paramsOf(none).toString()).toBe('')
  })
  it('never put a name that was searched for into the address', () => {
    expect(paramsOf({ ...none, search: 'Ada' }).toString()).toBe('')
  })
  it('ignore a word in the address that is no filter', () => {
    expect(filtersFrom(new URLSearchParams('show=everything')).show).toBe('all')
  })
  it('find parts of a name in any order, without accents', () => {
    const rows = [row('Müller Ada'), row('Ben Sample')]
    expect(names(matching(rows, { ...none, search: 'ada mull' }))).toEqual(['Müller Ada'])
    expect(names(matching(rows, { ...none, search: '1968-04' }))).toHaveLength(2)
  })
  it('find a birth date however it is typed, the way the board prints it too', () => {
    const rows = [row('Ada'), row('Ben', { birthDate: '1961-02-11' }), row('Cleo', { birthDate: null })]
    for (const search of ['11 Feb 1961', '11.02.1961', '11/02/1961', 'Feb 1961', '1961', '1961-02-11', 'ben feb'])
      expect(names(matching(rows, { ...none, search })), search).toEqual(['Ben'])
    expect(names(matching(rows, { ...none, search: '03/04/1968' }))).toEqual(['Ada'])
  })
  it('count somebody on two ways in both', () => {
    const rows = [row('A', { stage: 'surgical-work-up', also: ['toxin-series'] })]
    expect(names(matching(rows, { ...none, stage: 'toxin-series' }))).toEqual(['A'])
  })
  it('“due” holds what is due and what is late, not what is early', () => {
    const next = { label: 'x', owner: 'nurse', urgency: 'routine', dueBy: '2026-12-01' }
    const rows = [
      row('early', { next: { ...next, state: 'early' } }),
      row('due', { next: { ...next, state: 'due' } }),
      row('late', { overdue: 1 }),
    ]
    expect(names(matching(rows, { ...none, show: 'due' }))).toEqual(['due', 'late'])
    expect(names(matching(rows, { ...none, show: 'overdue' }))).toEqual(['late'])
  })
})

describe('the board’s order', () => {
  it('follows the journey; within a stage alerts come first, then overdue, then the due date', () => {
    const lines = linesOf([
      row('calm', { stage: 'follow-up' }),
      row('b', { next: { label: '', owner: '', urgency: '', dueBy: '2026-12-02', state: 'due' } }),
      row('a', { next: { label: '', owner: '', urgency: '', dueBy: '2026-12-01', state: 'due' } }),
      row('late', { overdue: 2 }),
      row('alert', { critical: ['x'] }),
    ])
    expect(lines.map((line) => ('row' in line ? line.row.id : `# ${line.stage} ${line.count}`))).toEqual([
      '# evaluating 4',
      'alert',
      'late',
      'a',
      'b',
      '# follow-up 1',
      'calm',
    ])
  })
  it('loses nobody whose stage this version does not know', () => {
    expect(linesOf([row('new', { stage: 'some-new-stage' })])).toHaveLength(2)
  })
})
