import type { Act } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { acknowledged, atChair, openGate, session, walk } from '../journey.ts'
import { cleanUp, openHouse } from '../support.ts'

afterEach(cleanUp)
const today = '2026-11-23'

describe('what is recorded', () => {
  it.each([
    [
      'withdrawn with a response',
      'nurse',
      {
        kind: 'toxin-response',
        entries: [{ id: 'SESSION', kind: 'session', date: null, withdrawn: true, fields: {} }],
      },
      'out-of-place',
    ],
    [
      'moved to another day with a response',
      'nurse',
      {
        kind: 'toxin-response',
        entries: [{ id: 'SESSION', kind: 'session', date: '2025-01-01', fields: { 'session.relief': 50 } }],
      },
      'out-of-place',
    ],
    [
      'moved to another day with an acknowledgement',
      'neurologist',
      {
        kind: 'imaging-acknowledged',
        entries: [{ id: 'mri-1', kind: 'study', date: '2026-11-22', fields: { 'study.acknowledged': true } }],
      },
      'out-of-place',
    ],
    [
      'rewritten as history',
      'nurse',
      {
        kind: 'history',
        recordedAfter: { why: 'late' },
        entries: [{ id: 'mri-1', kind: 'study', date: null, fields: { 'mri.tumour': 'present' } }],
      },
      'already-recorded',
    ],
    [
      'replaced by history',
      'nurse',
      {
        kind: 'history',
        recordedAfter: { why: 'late' },
        entries: [{ kind: 'study', date: '2026-11-01', supersedes: ['mri-1'], fields: {} }],
      },
      'out-of-place',
    ],
  ] as const)('is not %s', async (_, who, act, code) => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)], ['neurologist', session(today)])
    const given = (await house.view(id)).chart.entries.find(({ kind }) => kind === 'session')!
    const named = JSON.parse(JSON.stringify({ ...act, date: today }).replace('SESSION', given.id)) as Act
    expect((await house.act(who, id, named)).problem.code).toBe(code)
  })

  it('is withdrawn by a correction, stays on the timeline as struck, and no longer counts', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)], ['neurologist', session(today)])
    const given = (await house.view(id)).chart.entries.find(({ kind }) => kind === 'session')!
    const done = await house.act('neurologist', id, {
      kind: 'correction',
      date: today,
      note: 'Wrong person.',
      entries: [{ id: given.id, kind: 'session', date: null, withdrawn: true, fields: {} }],
    })
    expect(done.body.advice.decisions.stage?.answer).toBe('choosing-treatment')
    expect(done.body.timeline.find(({ kind }) => kind === 'toxin-session')?.withdrawn).toBe(true)
  })

  it('has to be acknowledged again after an addendum of the reader', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    expect((await house.view(id)).advice.decisions.botulinum?.answer).toBe('permitted')
    const addendum: Act = {
      kind: 'imaging-read',
      date: today,
      entries: [{ id: 'mri-1', kind: 'study', date: null, fields: { 'mri.right.contact': 'not-seen' } }],
    }
    await walk(house, id, ['reader', addendum])
    expect((await house.view(id)).advice.decisions.botulinum?.answer).toBe('blocked')
    await walk(house, id, ['neurologist', acknowledged(today)])
    expect((await house.view(id)).advice.decisions.botulinum?.answer).toBe('permitted')
  })
})
