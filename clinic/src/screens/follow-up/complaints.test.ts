import { expect, it } from 'vitest'
import type { RecordedEntry } from '../../recorded.ts'
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
  expect(amended(weakness, { 'symptom.strokeChecked': true }, '2026-11-23')).toMatchObject({
    kind: 'symptom',
    date: '2026-11-23',
    entries: [
      {
        date: '2026-11-10',
        supersedes: ['s1'],
        fields: { 'symptom.kind': 'facial-weakness', 'symptom.strokeChecked': true },
      },
    ],
  })
})
