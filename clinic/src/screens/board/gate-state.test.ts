import type { BoardRow } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { gateState } from './gate-state.ts'
import { needYou } from './need-you.ts'

const row: BoardRow = {
  id: 'ada',
  name: 'Demo Ada',
  birthDate: null,
  side: 'left',
  stage: 'ruling-out',
  also: [],
  since: null,
  gate: 'blocked',
  blockedOn: 'acknowledgement of the report',
  opensOn: null,
  exceptionUntil: null,
  awaitsVisit: false,
  next: null,
  overdue: 0,
  critical: [],
  letterOwed: null,
  interpreter: null,
}

describe('the toxin gate on the board', () => {
  it.each<[string, Partial<BoardRow>, string, string]>([
    ['a newcomer is not there yet', { stage: 'referred', awaitsVisit: true }, 'quiet', 'Not there yet: first visit'],
    ['seen, not concluded', { stage: 'evaluating' }, 'quiet', 'Not there yet: acknowledgement of the report'],
    ['held by one thing', {}, 'blocked', 'Blocked: acknowledgement of the report'],
    ['opens by itself', { opensOn: '2027-01-19' }, 'caution', 'Opens 19 Jan 2027'],
    ['passable meanwhile', { exceptionUntil: '2027-09-29' }, 'caution', 'Exception until 29 Sep 2027'],
    ['open', { gate: 'permitted' }, 'permitted', 'Permitted'],
    ['gone elsewhere', { stage: 'other-pathway' }, 'quiet', 'Other pathway'],
  ])('%s', (_, more, tone, text) => expect(gateState({ ...row, ...more })).toEqual({ tone, text }))
})

describe('who needs somebody today', () => {
  const today = '2026-11-26'
  const next = { label: 'x', owner: 'coordinator', urgency: 'routine', dueBy: today, state: 'due' }
  const request = { kind: 'referral', received: today, arrived: today, state: 'requested', redFlags: [] } as const
  const requests = [{ ...request, id: 'r', name: 'Demo Red', call: true }]
  const rows = [
    { ...row, id: 'late', name: 'Demo Late', next: { ...next, dueBy: '2026-11-01', state: 'overdue' } },
    { ...row, id: 'soon', name: 'Demo Soon', next: { ...next, dueBy: '2026-11-28' } },
    { ...row, id: 'today', name: 'Demo Today', next },
    { ...row, id: 'alert', name: 'Demo Alert', critical: ['x'] },
  ]

  it('a coordinator: who has to be rung first, then their own steps that are late or due', () =>
    expect(needYou({ rows, requests, today }, ['coordinator']).map(({ name }) => name)).toEqual([
      'Demo Red',
      'Demo Late',
      'Demo Today',
    ]))

  it('a doctor: the alerts too, and nobody else’s steps', () =>
    expect(needYou({ rows, requests, today }, ['clinician']).map(({ name }) => name)).toEqual([
      'Demo Red',
      'Demo Alert',
    ]))
})
