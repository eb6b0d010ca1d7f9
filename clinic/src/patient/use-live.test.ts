import type { PatientView } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { assess, pathway } from '../pathway.ts'
import { shownLive } from './use-live.ts'

const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
const asked = { chart: { observations: [], screens: [], entries: [] }, today: '2026-11-23', policy }
const live = assess(asked)
if (!live.ok) throw new Error(live.problem.sentence)
const view: PatientView = {
  ...asked,
  patient: {
    id: 'demo',
    name: 'Demo Live Sample',
    birthDate: null,
    phone: null,
    email: null,
    side: 'left',
    interpreter: null,
    referrer: null,
  },
  advice: live.advice,
  timeline: [],
  attachments: [],
  reviews: [],
  follows: { version: pathway.version, newest: pathway.version, isHere: true, guidance: pathway.status },
  referredBy: null,
  firstVisit: null,
  letterOwed: null,
  kept: { inUse: true, merged: [], unread: [] },
  version: 3,
}

describe('the advice beside what is being typed', () => {
  const answer = { asked: { content: 'brow: yes', view }, live }

  it('is current for the answers it was worked out for', () =>
    expect(shownLive(answer, { content: 'brow: yes', view }).behind).toBe(false))
  it('is behind from the moment another answer is given, before anything newer has come back', () =>
    expect(shownLive(answer, { content: 'brow: no', view }).behind).toBe(true))
  it('is behind from the moment the record underneath has changed', () =>
    expect(shownLive(answer, { content: 'brow: yes', view: { ...view, version: 4 } }).behind).toBe(true))
  it('is behind, and the server’s, while the first answer is awaited', () =>
    expect(shownLive(null, { content: 'brow: yes', view })).toEqual({
      live: { ok: true, advice: view.advice, chart: view.chart },
      behind: true,
    }))
  it('is the server’s own again once nothing is unsaved', () =>
    expect(shownLive(answer, { content: null, view }).behind).toBe(false))
})
