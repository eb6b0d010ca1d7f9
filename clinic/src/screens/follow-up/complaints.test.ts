import { expect, it } from 'vitest'
import { assess, pathway } from '../../pathway.ts'
import { type RecordedEntry, recordedOn } from '../../recorded.ts'
import { amended, openComplaints } from './complaints.ts'

const weakness: RecordedEntry = {
  id: 's1',
  kind: 'symptom',
  date: '2026-11-10',
  by: 'Demo Nurse',
  fields: { 'symptom.kind': 'facial-weakness' },
}

it('a complaint is open until somebody says it is settled', () => {
  expect(openComplaints([weakness])).toEqual([weakness])
  expect(openComplaints([{ ...weakness, fields: { ...weakness.fields, 'symptom.settled': 'yes' } }])).toEqual([])
  expect(openComplaints([{ ...weakness, fields: { ...weakness.fields, 'symptom.settled': 'no' } }])).toHaveLength(1)
})

it('saying more about a complaint keeps the day it began and what was said before', () => {
  const today = '2026-11-23'
  const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
  const first = assess({
    chart: { observations: [], screens: [], entries: [] },
    today,
    policy,
    act: { kind: 'symptom', date: '2026-11-12', entries: [{ ...weakness }] },
  })
  if (!first.ok) throw new Error(first.problem.sentence)
  const then = assess({
    chart: first.chart,
    today,
    policy,
    act: amended(weakness, { 'symptom.strokeChecked': true }, today),
  })
  if (!then.ok) throw new Error(then.problem.sentence)
  const [symptom, ...others] = recordedOn({ chart: then.chart, today, policy }).entries('symptom')
  expect(others).toEqual([])
  expect(symptom).toMatchObject({
    date: '2026-11-10',
    fields: { 'symptom.kind': 'facial-weakness', 'symptom.strokeChecked': true },
  })
})
