import { type EntryRecord, parseDate } from '@facialis/language'
import { expect, it } from 'vitest'
import { assess } from '../pathway.ts'
import { notCounted } from './not-counted.ts'

const operation = (id: string, date: string, more: Partial<EntryRecord> = {}): EntryRecord => ({
  id,
  kind: 'operation',
  date: parseDate(date),
  withdrawn: false,
  supersedes: [],
  fields: {},
  provenance: { source: 'test' },
  ...more,
})

it('what the advice sets aside is named on its screen, with why; what counts is not', () => {
  const entries = [
    operation('next', '2027-01-01'),
    operation('struck', '2026-01-01', { withdrawn: true }),
    operation('first', '2026-02-01'),
    operation('second', '2026-02-01', { supersedes: ['first'] }),
  ]
  const chart = { observations: [], screens: [], entries }
  const live = assess({ chart, today: '2026-11-26', policy: {} })
  if (!live.ok) throw new Error(live.problem.sentence)
  expect(notCounted({ advice: live.advice, chart }, ['operation']).map(({ id, why }) => [id, why])).toEqual([
    ['next', 'ahead'],
    ['struck', 'withdrawn'],
    ['first', 'replaced'],
  ])
  expect(notCounted({ advice: live.advice, chart }, ['study'])).toEqual([])
})
