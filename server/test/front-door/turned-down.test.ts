import type { Board, DeclinedPage, SentRequest } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { type Request, requestTask } from '../../patient/kept-request.ts'
import { acknowledged, cleanRead, evaluated, signed, walk } from '../journey.ts'
import { cleanUp, openHouse, standingClock } from '../support.ts'
import { refer, statusOf, today } from './outside.ts'

afterEach(cleanUp)

describe('requests that wait', () => {
  it('are all on the board, also of more than five hundred', async () => {
    const house = await openHouse()
    const request = {
      kind: 'appointment',
      sent: { name: 'Demo Many', phone: '555-0130', reason: 'x' },
    } as unknown as Request
    const at = house.clock.now
    const changes = Array.from({ length: 501 }, (_, one) => ({
      method: 'create' as const,
      resource: requestTask({ id: `many-${one}`, request, reference: `MANY-${one}`, received: today, at }),
    }))
    expect(await house.built.clinic.record.act({ actor: { id: 'test' }, action: 'many', changes })).toMatchObject({
      ok: true,
    })
    expect((await house.ask<Board>('coordinator', 'GET', '/api/board')).body.requests).toHaveLength(501)
  })
})

describe('a request that is turned down', () => {
  it('tells whoever asked the reason and never the note of the team', async () => {
    const house = await openHouse()
    const { body: sent } = await refer(house)
    const [request] = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.requests
    const decline = (body: unknown) => house.ask('coordinator', 'POST', `/api/requests/${request!.id}/decline`, body)
    expect((await decline({ reason: 'other' })).problem.where).toBe('note')
    expect((await decline({ reason: 'not-the-face', note: 'A tremor of the hand.' })).status).toBe(204)
    const status = (await statusOf(house, sent.statusLink)).body
    expect(status).toMatchObject({ declined: 'not-the-face', nextBy: null })
    expect(JSON.stringify(status)).not.toContain('tremor')
  })

  it('is found again by the team, with why, by whom and when, and waits again when it was a mistake', async () => {
    const house = await openHouse()
    const { body: sent } = await refer(house)
    const [request] = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.requests
    const at = (way: string) => `/api/requests/${request!.id}${way}`
    const reopen = () => house.ask('nurse', 'POST', at('/reopen'), {})
    expect((await reopen()).problem.code).toBe('not-declined')
    await house.ask('coordinator', 'POST', at('/decline'), { reason: 'twice', note: 'The wrong row.' })
    const declined = { reason: 'twice', note: 'The wrong row.', by: 'Demo coordinator', on: today }
    expect((await house.ask('nurse', 'GET', '/api/requests/declined')).body).toEqual({
      requests: [{ id: request!.id, kind: 'referral', name: 'Demo Ada Sample', received: today, declined }],
      before: null,
    })
    expect((await house.ask<SentRequest>('nurse', 'GET', at(''))).body.declined).toEqual(declined)
    expect((await house.ask('reader', 'GET', '/api/requests/declined')).status).toBe(404)

    expect((await reopen()).status).toBe(204)
    expect((await house.ask<Board>('coordinator', 'GET', '/api/board')).body.requests).toEqual([request])
    expect((await house.ask('nurse', 'GET', '/api/requests/declined')).body).toEqual({ requests: [], before: null })
    expect((await statusOf(house, sent.statusLink)).body).toMatchObject({ declined: null, nextBy: '2026-11-30' })
    expect((await house.ask('coordinator', 'POST', at('/accept'), {})).status).toBe(200)
    expect((await reopen()).problem.code).toBe('not-declined')
  })

  it('is found again by the team also of more than a hundred, page after page', async () => {
    const house = await openHouse()
    const request = {
      kind: 'appointment',
      sent: { name: 'Demo Many', phone: '555-0130', reason: 'x' },
    } as unknown as Request
    const changes = Array.from({ length: 201 }, (_, one) => ({
      method: 'create' as const,
      resource: {
        ...requestTask({ id: `many-${one}`, request, reference: `MANY-${one}`, received: today, at: house.clock.now }),
        status: 'rejected',
      },
    }))
    await house.built.clinic.record.act({ actor: { id: 'test' }, action: 'many', changes })
    const pages: DeclinedPage[] = []
    do {
      const before = pages.at(-1)?.before
      const from = before == null ? '' : `?before=${before}`
      pages.push((await house.ask<DeclinedPage>('nurse', 'GET', `/api/requests/declined${from}`)).body)
    } while (pages.at(-1)?.before)
    const ids = pages.flatMap(({ requests }) => requests.map(({ id }) => id))
    expect(pages.map(({ requests }) => requests.length)).toEqual([100, 100, 1])
    expect(ids).toEqual(Array.from({ length: 201 }, (_, one) => `many-${200 - one}`))
    expect((await house.ask('nurse', 'GET', '/api/requests/declined?before=first')).problem.sentence).toBe(
      'At this address behind "?" may stand: before, each once.',
    )
  })

  it('is told with the day of the clinic on which it was turned down, also late in the evening', async () => {
    const house = await openHouse(standingClock('2026-11-24T02:00:00.000Z'), { zone: 'America/New_York' })
    const { body: sent } = await refer(house)
    const [request] = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.requests
    await house.ask('coordinator', 'POST', `/api/requests/${request!.id}/decline`, { reason: 'twice' })
    const [declined] = (await house.ask<DeclinedPage>('nurse', 'GET', '/api/requests/declined')).body.requests
    expect([declined?.received, declined?.declined.on]).toEqual([today, today])
    expect((await statusOf(house, sent.statusLink)).body.updated).toBe(today)
  })
})

describe('the clinic’s number', () => {
  it('is told to everybody, and changed by a coordinator', async () => {
    const house = await openHouse()
    const told = async () => (await house.ask<{ phone: string | null }>(null, 'GET', '/api/me')).body.phone
    expect(await told()).toBe('555-0100')
    expect((await house.ask('coordinator', 'PUT', '/api/clinic', { phone: '555-0199' })).status).toBe(200)
    expect(await told()).toBe('555-0199')
  })
})

describe('the coordinator’s triage', () => {
  it('closes its step, keeps the answers and moves the status on', async () => {
    const house = await openHouse()
    const { body: sent } = await refer(house)
    const [request] = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.requests
    const { body: taken } = await house.ask<{ patientId: string }>(
      'coordinator',
      'POST',
      `/api/requests/${request!.id}/accept`,
      {},
    )
    const row = async () => (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.rows[0]!
    expect((await row()).next?.label).toBe('Triage the referral')
    expect((await row()).awaitsVisit).toBe(true)
    await walk(house, taken.patientId, [
      'coordinator',
      {
        kind: 'triage',
        date: today,
        facts: { 'referral.triaged': today, 'rf.suddenPalsy': 'no', 'rf.limbOrSpeech': null },
        entries: [{ kind: 'visit', date: today, fields: { 'visit.kind': 'triage' } }],
      },
    ])
    expect((await row()).next?.label).not.toBe('Triage the referral')
    const { line } = (await statusOf(house, sent.statusLink)).body
    expect(line[1]).toEqual({ position: 'triaged', state: 'here', on: today })
  })
})

describe('the status link', () => {
  it('shows positions in plain words and never a result', async () => {
    const house = await openHouse()
    const { body: sent } = await refer(house)
    expect(sent.statusLink).toMatch(/^\/front-door\/status#[\w-]{43}$/)
    const states = async () => (await statusOf(house, sent.statusLink)).body.line.map(({ state }) => state)
    expect(await states()).toEqual(['here', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead'])
    const first = (await statusOf(house, sent.statusLink)).body
    expect(first).toMatchObject({ kind: 'referral', nextBy: '2026-11-30', ringToday: false, declined: null })
    expect(first.line[0]?.on).toBe(today)

    const { requests } = (await house.ask<Board>('nurse', 'GET', '/api/board')).body
    const { body: taken } = await house.ask<{ patientId: string }>(
      'nurse',
      'POST',
      `/api/requests/${requests[0]!.id}/accept`,
      {},
    )
    const read = cleanRead(today)
    const entry = read.entries![0]!
    await walk(
      house,
      taken.patientId,
      ['neurologist', evaluated(today)],
      ['neurologist', signed(today)],
      ['reader', { ...read, entries: [{ ...entry, fields: { ...entry.fields, 'mri.tumour': 'present' } }] }],
    )
    // Nobody here has acknowledged the scan, so the link does not know of it either.
    expect(await states()).toEqual(['done', 'done', 'here', 'ahead', 'ahead', 'ahead'])
    await walk(house, taken.patientId, ['neurologist', acknowledged(today)])
    const status = await statusOf(house, sent.statusLink)
    expect(status.body.line.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'here', 'ahead', 'ahead'])
    expect(JSON.stringify(status.body)).not.toMatch(/tumou?r|lesion|mass|blocked|failed|positive|Ada|Sample|mri\./i)
  })

  it('opens nothing else, and not with a guessed or old secret', async () => {
    const house = await openHouse()
    const { body: sent } = await refer(house)
    const guessed = await statusOf(house, '#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
    expect(guessed.status).toBe(403)
    const token = sent.statusLink.split('#')[1]
    expect((await house.ask(null, 'POST', '/api/sign-in/link', { token })).status).toBe(403)
    house.clock.later(366 * 86_400_000)
    expect((await statusOf(house, sent.statusLink)).status).toBe(403)
  })
})
