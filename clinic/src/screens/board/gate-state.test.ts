import type { BoardRow } from '@facialis/wire'
import { madeUpRow } from '@facialis/wire/test/made-up-row.ts'
import { describe, expect, it } from 'vitest'
import { gateState } from './gate-state.ts'

const row = madeUpRow('Ada', { stage: 'ruling-out', blockedOn: 'acknowledgement of the report' })

describe('the toxin gate on the board', () => {
  it.each<[string, Partial<BoardRow>, string, string]>([
    ['a newcomer is not there yet', { stage: 'referred', awaitsVisit: true }, 'quiet', 'Not there yet: first visit'],
    ['seen, not concluded', { stage: 'evaluating' }, 'quiet', 'Not there yet: acknowledgement of the report'],
    ['held by one thing', {}, 'blocked', 'Blocked: acknowledgement of the report'],
    ['opens by itself', { opensOn: '2027-01-19' }, 'caution', 'Opens 19 Jan 2027'],
    ['passable meanwhile', { exceptionUntil: '2027-09-29' }, 'caution', 'Exception until 29 Sep 2027'],
    ['open', { gate: 'permitted' }, 'permitted', 'Permitted'],
    [
      'not worked out yet since it changed',
      { gate: 'permitted', behindSince: '2026-11-25' },
      'quiet',
      'Updating; last worked out on 25 Nov 2026',
    ],
    ['gone elsewhere', { stage: 'other-pathway' }, 'quiet', 'Other pathway'],
  ])('%s', (_, more, tone, text) => expect(gateState({ ...row, ...more })).toEqual({ tone, text }))
})
