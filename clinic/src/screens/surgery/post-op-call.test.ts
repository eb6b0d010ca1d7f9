import { describe, expect, it } from 'vitest'
import { factOf, pathway } from '../../pathway.ts'
import {
  callSlots,
  emptyPostOpCall,
  hasEmergency,
  nothingFound,
  postOpCallAct,
  script,
  unasked,
  yesses,
} from './post-op-call.ts'

const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
const say = {
  day: (day: number) => `Day ${day}.`,
  denied: (list: string) => `Denied: ${list}.`,
  lowMood: 'Low mood.',
  name: (kind: string) => kind,
}
const talk = (date: string) => ({ id: date, kind: 'visit', date, by: null, fields: { 'visit.kind': 'phone' } })

describe('the nurse’s call after the operation', () => {
  it('asks only about complaints the pathway knows', () => {
    const fact = factOf('symptom.kind')
    const values = fact !== null && 'values' in fact ? fact.values : []
    for (const { kind } of script) expect(values).toContain(kind)
  })
  it.each([
    ['clear fluid', 'clear-fluid', true],
    ['trouble swallowing', 'swallowing', true],
    ['fever', 'fever', true],
    ['an eye that does not close', 'eye-not-closing', false],
  ])('%s', (_, kind, emergency) =>
    expect(hasEmergency({ ...emptyPostOpCall('2026-11-23'), answers: { [kind]: 'yes' } })).toBe(emergency),
  )
  it('one press says nothing was found and keeps a yes that was said before', () => {
    const call = nothingFound({ ...emptyPostOpCall('2026-11-23'), answers: { 'facial-weakness': 'yes' } })
    expect(unasked(call)).toBe(0)
    expect(yesses(call)).toEqual(['facial-weakness'])
  })
  it('makes each yes a complaint of its own, from the day it began', () => {
    const call = { ...nothingFound(emptyPostOpCall('2026-11-23')), began: '2026-11-21', status: 'occasional' }
    const act = postOpCallAct(
      { ...call, answers: { ...call.answers, 'hearing-change': 'yes' } },
      { today: '2026-11-23', day: 10, say },
    )
    expect(act.entries).toEqual([
      { kind: 'visit', date: '2026-11-23', fields: { 'visit.kind': 'phone' } },
      { kind: 'symptom', date: '2026-11-21', fields: { 'symptom.kind': 'hearing-change', 'symptom.settled': false } },
      { kind: 'spasm-report', date: '2026-11-23', fields: { 'spasm.status': 'occasional' } },
    ])
    expect(act.note).toContain('Day 10.')
    expect(act.note).not.toContain('hearing-change')
  })
})

describe('the four calls', () => {
  const slots = (today: string, ...dates: readonly string[]) =>
    callSlots('2026-11-01', today, dates.map(talk), policy).map(({ day, state }) => `${day} ${state}`)
  it('lie on days 3, 7, 12 and 30', () =>
    expect(slots('2026-11-02')).toEqual(['3 ahead', '7 ahead', '12 ahead', '30 ahead']))
  it('are done by a talk within their time, and missed when the next one has come', () =>
    expect(slots('2026-11-14', '2026-11-05')).toEqual(['3 done', '7 missed', '12 due', '30 ahead']))
})
