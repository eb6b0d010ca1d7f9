import type { PlainEntry } from '@facialis/wire'
import { expect, it } from 'vitest'
import { assess, pathway } from '../../pathway.ts'
import { recordedOn } from '../../recorded.ts'
import { completed, lastAnswered, withoutAnswer } from './spasm-reports.ts'

const today = '2026-09-14'
const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
const report = (id: string, date: string, answer: string): PlainEntry => ({
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
