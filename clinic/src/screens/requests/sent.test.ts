import type { SentRequest } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { askedLines, findingLines, personLines, personOf } from './sent.ts'
import { words } from './words.ts'

const kept = {
  id: '1',
  reference: 'ABCD-2345',
  received: '2026-01-12',
  state: 'requested',
  patientId: null,
  declined: null,
}
const referral: SentRequest = {
  ...kept,
  kind: 'referral',
  attachments: [],
  sent: {
    patient: { name: 'Demo Ada Sample', birthDate: null },
    side: 'left',
    referrer: { name: 'Demo Dr Rose Road', practice: '' },
    facts: {},
  },
}
const appointment: SentRequest = {
  ...kept,
  kind: 'appointment',
  attachments: [],
  sent: { name: 'Demo Ben Sample', phone: '555-0101', reason: 'My eye closes', birthDate: '1960' },
}

describe('what was sent with a request', () => {
  it('says the side in words and that the birth date is not known', () =>
    expect(personLines(referral).map(({ value }) => value)).toEqual([
      'Demo Ada Sample',
      words.unknown,
      words.sides.left,
    ]))

  it('leaves out what was not filled in', () =>
    expect(askedLines(referral)).toEqual([{ label: words.referrer, value: 'Demo Dr Rose Road' }]))

  it('shows why somebody wants an appointment', () =>
    expect(askedLines(appointment)).toEqual([{ label: words.reason, value: 'My eye closes' }]))

  it('puts a red flag first and reads answers as words', () => {
    const lines = findingLines({ 'ph.unilateral': 'no', 'rf.raisedICP': null, 'rf.limbOrSpeech': 'yes' })
    expect(lines.map(({ alarm }) => alarm)).toEqual([true, false, false])
    expect(lines.map(({ value }) => value)).toEqual(['Yes', 'No', 'Don’t know'])
    expect(lines.filter(({ label }) => !/^[A-Z]/.test(label))).toEqual([])
  })

  it('asks for the same person by what both kinds carry', () => {
    expect(personOf(referral)).toEqual({ name: 'Demo Ada Sample', birthDate: null, phone: null })
    expect(personOf(appointment)).toEqual({ name: 'Demo Ben Sample', birthDate: '1960', phone: '555-0101' })
  })
})
