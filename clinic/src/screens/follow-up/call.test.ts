import { describe, expect, it } from 'vitest'
import { assess, factOf, pathway } from '../../pathway.ts'
import { readDate } from '../../pieces/fact-value.ts'
import { answerLimit, callAct, callReasons, emptyCall, isEmergency, nextWorkingDay, openPoint } from './call.ts'

const today = '2026-11-20'
const say = {
  reason: (r: string) => `Reason: ${r}`,
  owner: (o: string) => `Owner: ${o}`,
  answerBy: (d: string) => `By ${d}`,
}
const complaintIds = () => {
  const fact = factOf('symptom.kind')
  return fact !== null && 'values' in fact ? fact.values : []
}

describe('the call card', () => {
  it('is saved only with the caller identified, a reason, an owner and a day for the answer', () => {
    const call = emptyCall(today)
    expect(openPoint(call, today)).toBe('identify')
    expect(openPoint({ ...call, identified: true }, today)).toBe('reason')
    expect(openPoint({ ...call, identified: true, reason: 'admin' }, today)).toBe('owner')
    expect(openPoint({ ...call, identified: true, reason: 'admin', owner: 'Nurse' }, today)).toBe('answer-by')
    expect(openPoint({ ...call, identified: true, reason: 'admin', owner: 'Nurse', answerBy: today }, today)).toBeNull()
  })
  it.each([
    ['a day that has passed', '19 Nov 2026', 'The earliest day is today, 20 Nov 2026.'],
    ['a day of another century', '20.11.1926', 'The earliest day is today, 20 Nov 2026.'],
    ['a day in many years', '2062-11-21', 'This is more than a year ahead. Check the year.'],
  ])('promises no answer for %s', (_, answerBy, sentence) => {
    const call = { ...emptyCall(today), identified: true, reason: 'admin', owner: 'Nurse', answerBy }
    expect(openPoint(call, today)).toBe('answer-by')
    expect(readDate(answerBy, { whole: true, limit: answerLimit(today) }).problem).toBe(sentence)
  })
  it('begins with today as the day of the complaint, as people write it', () =>
    expect([emptyCall(today).began, readDate(emptyCall(today).began).value]).toEqual(['20 Nov 2026', today]))
  it('becomes one act that the pathway understands: the talk, the complaints with their first day, the spasm', () => {
    const act = callAct(
      {
        ...emptyCall(today),
        identified: true,
        reason: 'eye',
        complaints: ['eye-not-closing'],
        began: '2026-11-18',
        said: 'Since Wednesday.',
        owner: 'Nurse on call',
        answerBy: today,
        status: 'reduced',
      },
      today,
      say,
    )
    expect(act.entries?.map(({ kind, date }) => [kind, date])).toEqual([
      ['visit', today],
      ['symptom', '2026-11-18'],
      ['spasm-report', today],
    ])
    expect(act.note).toBe('Reason: eye\nSince Wednesday.\nOwner: Nurse on call\nBy 2026-11-20')
    const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
    expect(assess({ chart: { observations: [], screens: [], entries: [] }, today, policy, act }).ok).toBe(true)
  })
  it('asks only about complaints the pathway knows', () => {
    for (const id of Object.values(callReasons).flat()) expect(complaintIds()).toContain(id)
  })
  it.each([
    ['trouble breathing', 'swallowing', 'breathing', null, true],
    ['a lid that droops', 'eye', 'ptosis', null, false],
    ['falling sight, with no operation on record', 'eye', 'vision-drop', null, false],
    ['falling sight, two months after an operation', 'eye', 'vision-drop', '2026-09-20', true],
    ['falling sight, two years after an operation', 'eye', 'vision-drop', '2024-09-20', false],
    ['fever, by who rings because of an operation elsewhere', 'after-operation', 'fever', null, true],
  ])('%s', (_, reason, complaint, operated, emergency) => {
    const operations = operated === null ? [] : [{ id: 'mvd', kind: 'operation', date: operated, by: null, fields: {} }]
    const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
    const call = { ...emptyCall(today), reason, complaints: [complaint] }
    expect(isEmergency(call, { operations, today, policy })).toBe(emergency)
  })
  it('promises an answer on a working day', () => {
    expect(nextWorkingDay('2026-11-20')).toBe('2026-11-23')
    expect(nextWorkingDay('2026-11-23')).toBe('2026-11-24')
  })
})
