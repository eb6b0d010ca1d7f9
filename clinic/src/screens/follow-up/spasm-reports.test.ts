import type { PlainEntry } from '@facialis/wire'
import { expect, it } from 'vitest'
import { assess, pathway } from '../../pathway.ts'
import { recordedOn } from '../../recorded.ts'
import { completed, dated, lastAnswered, withoutAnswer, withoutDay } from './spasm-reports.ts'

const today = '2026-09-14'
const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
const report = (id: string, date: string | null, answer: string): PlainEntry => ({
  id,
  kind: 'spasm-report',
  date,
  fields: { 'spasm.status': answer },
})
const entries: readonly PlainEntry[] = [
  { id: 'mvd', kind: 'operation', date: '2026-01-12', fields: { 'operation.kind': 'mvd', 'operation.side': 'left' } },
  report('free', '2026-05-04', 'none'),
  report('rang', '2026-06-15', 'unknown'),
  report('back', today, 'reduced'),
]

it('a report that lacks its answer is completed where it stands, on its own day, and the return is told for what it is', () => {
  const empty = { observations: [], screens: [], entries: [] }
  const before = assess({ chart: empty, today, policy, act: { kind: 'history', date: today, entries: [...entries] } })
  if (!before.ok) throw new Error(before.problem.sentence)
  const { chart } = before
  const answerOf = ({ advice }: typeof before) => advice.decisions['response.surgery']?.answer
  const asked = ({ advice }: typeof before) => advice.nextSteps.some(({ id }) => id === 'complete-spasm-report')
  expect([answerOf(before), asked(before)]).toEqual(['not-reported', true])

  const reports = recordedOn({ chart, today, policy }).entries('spasm-report')
  expect(lastAnswered(reports)?.id).toBe('back')
  const [open, ...others] = withoutAnswer(reports)
  expect([open?.id, others]).toEqual(['rang', []])

  const after = assess({ chart, today, policy, act: completed(open!, 'none', today) })
  if (!after.ok) throw new Error(after.problem.sentence)
  expect([answerOf(after), asked(after)]).toEqual(['recurrence', false])
  expect(recordedOn({ chart: after.chart, today, policy }).entries('spasm-report')).toContainEqual(
    expect.objectContaining({ id: 'rang', date: '2026-06-15', fields: { 'spasm.status': 'none' } }),
  )
})

it('of which only the month is known is completed as of that month, also while it is not over', () => {
  const empty = { observations: [], screens: [], entries: [] }
  const act = { kind: 'history' as const, date: today, entries: [report('rang', '2026-09', 'unknown')] }
  const known = assess({ chart: empty, today, policy, act })
  if (!known.ok) throw new Error(known.problem.sentence)
  const [open] = withoutAnswer(recordedOn({ chart: known.chart, today, policy }).entries('spasm-report'))
  expect(completed(open!, 'none', today).entries).toEqual([expect.objectContaining({ date: '2026-09' })])
})

it('a report of spasm without its day is given it, says what it said, and nobody is asked for it any more', () => {
  const empty = { observations: [], screens: [], entries: [] }
  const lacking = [...entries.filter(({ id }) => id !== 'rang'), report('note', null, 'occasional')]
  const before = assess({ chart: empty, today, policy, act: { kind: 'history', date: today, entries: lacking } })
  if (!before.ok) throw new Error(before.problem.sentence)
  const { chart } = before
  const answerOf = ({ advice }: typeof before) => advice.decisions['response.surgery']?.answer
  const asked = ({ advice }: typeof before) => advice.nextSteps.some(({ id }) => id === 'complete-spasm-report')
  expect([answerOf(before), asked(before)]).toEqual(['not-reported', true])

  const [open, ...others] = withoutDay(recordedOn({ chart, today, policy }).entries('spasm-report'))
  expect([open?.id, others]).toEqual(['note', []])

  const after = assess({ chart, today, policy, act: dated(open!, '2026-03', today) })
  if (!after.ok) throw new Error(after.problem.sentence)
  expect([answerOf(after), asked(after)]).toEqual(['recurrence', false])
  expect(recordedOn({ chart: after.chart, today, policy }).entries('spasm-report')).toContainEqual(
    expect.objectContaining({ id: 'note', date: '2026-03', fields: { 'spasm.status': 'occasional' } }),
  )
})
