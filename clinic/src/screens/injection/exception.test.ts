import { describe, expect, it } from 'vitest'
import { asksFor, emptyException, exceptionAct } from './exception.ts'

const today = '2026-11-23'
const form = { ...emptyException, told: true, expires: '2027-05-01' }

describe('signing an exception', () => {
  it('asks for what its reason names: an owner and a plan, a specialist, a muscle', () => {
    expect(asksFor('known-cause-symptomatic').map(({ id }) => id)).toEqual(['exception.owner', 'exception.plan'])
    expect(asksFor('paediatric-opinion').map(({ id }) => id)).toEqual(['exception.opinionBy'])
    expect(asksFor('touch-up').map(({ id }) => id)).toEqual(['exception.missedMuscle'])
    expect(asksFor(null)).toEqual([])
  })

  it('is not ready until all of it is said', () => {
    const owned = { ...form, code: 'known-cause-symptomatic', said: { 'exception.owner': 'Dr Demo Knife' } }
    expect(exceptionAct(owned, today, 365)).toBeNull()
    const planned = { ...owned, said: { ...owned.said, 'exception.plan': ' Scan every year. ' } }
    expect(exceptionAct(planned, today, 365)?.entries?.[0]?.fields).toMatchObject({
      'exception.owner': 'Dr Demo Knife',
      'exception.plan': 'Scan every year.',
    })
  })

  it.each([
    ['1 May 2027', '2027-05-01'],
    ['01.05.2027', '2027-05-01'],
    ['May 2027', undefined],
    ['22 Nov 2026', undefined],
    ['24 Nov 2027', undefined],
  ])('ends on a whole day within its longest life: %s', (expires, sent) => {
    const act = exceptionAct({ ...form, code: 'clinic-date', expires }, today, 365)
    expect(act?.entries?.[0]?.fields?.['exception.expires']).toBe(sent)
  })

  it('sends of what was typed only what the reason it ends up with asks for', () => {
    const turned = { ...form, code: 'continuity', said: { 'exception.plan': 'x', 'exception.reportRequested': true } }
    expect(exceptionAct(turned, today, 365)?.entries?.[0]?.fields).toEqual({
      'exception.code': 'continuity',
      'exception.patientTold': 'yes',
      'exception.expires': '2027-05-01',
      'exception.reportRequested': 'yes',
    })
  })
})
