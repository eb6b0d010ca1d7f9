import type { Board, PatientView, Referral, ReferralAccepted } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { adaSample, cleanUp, type House, openHouse } from '../support.ts'
import { pdf, refer, statusOf, today } from './outside.ts'

afterEach(cleanUp)

describe('a referral from outside', () => {
  it('waits on the board and becomes a person when it is taken on, with its files and who told it', async () => {
    const house = await openHouse()
    const sent = await refer(house, { attachments: [pdf], message: 'Please see soon.' })
    expect(sent.status).toBe(201)
    expect(sent.body.reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect(sent.body.duplicates).toBeUndefined()
    const board = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body
    // Who only reads images answers nobody, rings nobody, and does not learn who asked.
    const readers = (await house.ask<Board>('reader', 'GET', '/api/board')).body
    expect(readers).toMatchObject({ requests: [], needing: { count: 0 } })
    expect(board.requests).toMatchObject([
      { kind: 'referral', name: 'Demo Ada Sample', received: today, state: 'requested' },
    ])
    expect(board.rows).toEqual([])

    const waiting = `/api/requests/${board.requests[0]!.id}`
    const { attachments } = (await house.ask<PatientView>('coordinator', 'GET', waiting)).body
    const letter = await house.ask<string>('coordinator', 'GET', `${waiting}/attachments/${attachments[0]!.id}`)
    expect(letter.body).toBe('%PDF-1.7 demo letter')
    expect(letter.headers['content-type']).toBe('application/pdf')
    expect(letter.headers['content-disposition']).toBe("attachment; filename*=UTF-8''letter.pdf")
    expect(letter.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect((await house.built.clinic.record.auditEntries({ limit: 1 }))[0]).toMatchObject({ action: 'attachment-read' })

    const taken = await house.ask<{ patientId: string }>(
      'coordinator',
      'POST',
      `/api/requests/${board.requests[0]!.id}/accept`,
      {},
    )
    expect(taken.status).toBe(200)
    const after = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body
    expect(after.requests).toEqual([])
    expect(after.rows).toMatchObject([
      { id: taken.body.patientId, name: 'Demo Ada Sample', side: 'left', gate: 'blocked' },
    ])
    expect(after.rows[0]?.blockedOn).toBeTruthy()

    const view = await house.view(taken.body.patientId)
    expect(view.timeline[0]).toMatchObject({ kind: 'referral', by: 'Demo Dr Rowan Refer', role: 'referrer' })
    expect(view.attachments).toMatchObject([{ name: 'letter.pdf', mediaType: 'application/pdf' }])
    const file = await house.ask<string>(
      'neurologist',
      'GET',
      `/api/patients/${view.patient.id}/attachments/${view.attachments[0]!.id}`,
    )
    expect(file.body).toBe('%PDF-1.7 demo letter')
    expect(file.headers['content-disposition']).toMatch(/^attachment; /)
    expect(file.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(file.headers['x-content-type-options']).toBe('nosniff')

    const again = await house.ask('coordinator', 'POST', `/api/requests/${board.requests[0]!.id}/accept`, {})
    expect(again.status).toBe(409)
  })

  it('can join somebody who is here, and an appointment can be turned down', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await refer(house)
    await house.ask(null, 'POST', '/api/front-door/appointments', {
      name: 'Demo Theo Sample',
      phone: '555-0172',
      reason: 'Twitching',
    })
    const { requests } = (await house.ask<Board>('nurse', 'GET', '/api/board')).body
    const referral = requests.find(({ kind }) => kind === 'referral')!
    const appointment = requests.find(({ kind }) => kind === 'appointment')!
    const joined = await house.ask<{ patientId: string }>('nurse', 'POST', `/api/requests/${referral.id}/accept`, {
      patientId: id,
    })
    expect(joined.body.patientId).toBe(id)
    expect((await house.view(id)).timeline.map(({ kind }) => kind)).toEqual(['referral', 'referral'])
    expect(
      (
        await house.ask('nurse', 'POST', `/api/requests/${appointment.id}/decline`, {
          reason: 'seen-elsewhere',
          note: 'Lives far away.',
        })
      ).status,
    ).toBe(204)
    expect((await house.ask<Board>('nurse', 'GET', '/api/board')).body.requests).toEqual([])
  })

  it.each([
    ['a conclusion', { facts: { 'dx.class': 'definite' } }, 'facts["dx.class"]'],
    ['an examination', { facts: { 'exam.cranialNerves': 'no' } }, 'facts["exam.cranialNerves"]'],
    ['the at-chair list', { facts: { 'chair.infection': 'no' } }, 'facts["chair.infection"]'],
    ['a resolved red flag', { facts: { 'rf.cancer': 'yes-resolved' } }, 'facts["rf.cancer"]'],
    ['a completed list among its answers', { facts: { 'screen.red-flags': '' } }, 'facts["screen.red-flags"]'],
    ['a birth date of the year 0', { patient: { ...adaSample.patient, birthDate: '0000' } }, 'patient.birthDate'],
    ['a birth date of 1850', { patient: { ...adaSample.patient, birthDate: '1850' } }, 'patient.birthDate'],
    ['a completed screen', { screens: ['red-flags'] }, 'screens'],
    ['a fact nobody knows', { facts: { 'ph.unilaterall': true } }, 'facts["ph.unilaterall"]'],
    ['a day that is none', { patient: { ...adaSample.patient, birthDate: '1970-13' } }, 'patient.birthDate'],
  ])('brings no %s', async (_, more, where) => {
    const house = await openHouse()
    const refused = await refer(house, more as Partial<Referral>)
    expect(refused.status).toBe(422)
    expect(refused.problem.where).toBe(where)
  })

  it.each([
    ['a page', '<html><script>alert(1)</script>', 'page.pdf'],
    ['a program', 'MZ\u0090\u0000', 'scan.png'],
  ])('brings no %s as a file, whatever it is called', async (_, bytes, name) => {
    const house = await openHouse()
    const refused = await refer(house, { attachments: [{ name, mediaType: 'application/pdf', content: btoa(bytes) }] })
    expect(refused.problem).toMatchObject({ code: 'wrong-kind', where: 'attachments[0]' })
    expect(refused.problem.sentence).toBe(
      `${name} is not a PDF, JPEG, PNG, TIFF or DICOM file: nothing was sent. Remove it and send again.`,
    )
  })

  it('says how somebody can be reached, and no call is promised without a number', async () => {
    const house = await openHouse()
    const patient = { name: 'Demo Ada Sample', birthDate: null }
    const nowhere = await refer(house, { patient })
    expect([nowhere.status, nowhere.problem.where]).toEqual([422, 'patient.phone'])
    const written = await refer(house, { patient: { ...patient, email: 'ada@example.org' } })
    expect((await statusOf(house, written.body.statusLink)).body.reach).toBe('email')
    const paper = await house.ask<ReferralAccepted>('coordinator', 'POST', '/api/patients', { ...adaSample, patient })
    expect(paper.status).toBe(201)
    expect((await statusOf(house, paper.body.statusLink)).body.reach).toBe('none')
  })

  it('an appointment is asked for by somebody who may be alive', async () => {
    const house = await openHouse()
    const asked = { name: 'Demo Theo Sample', phone: '555-0172', reason: 'Twitching', birthDate: '1850' }
    const { status, problem } = await house.ask(null, 'POST', '/api/front-door/appointments', asked)
    expect([status, problem.where]).toEqual([422, 'birthDate'])
    expect(problem.sentence).toBe('Birth date: 1850 is more than 130 years ago. Check the year.')
  })

  it('is slowed when it comes by the dozen', async () => {
    const house = await openHouse()
    const statuses: number[] = []
    for (let at = 0; at < 14; at++) statuses.push((await refer(house)).status)
    expect(statuses.slice(0, 10).every((status) => status === 201)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('a form that is sent twice', () => {
  const sentWith = (key: string) => ({ headers: { 'idempotency-key': key } })
  const again = adaSample.patient.name

  it('is one referral, answered as the first time, with a link that works', async () => {
    const house = await openHouse()
    const body = { ...adaSample, attachments: [pdf] }
    const send = () =>
      house.ask<ReferralAccepted>(null, 'POST', '/api/front-door/referrals', body, sentWith('form-of-dr-refer-1'))
    const [first, second] = await Promise.all([send(), send()])
    house.clock.later(60_000)
    const third = await send()
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201])
    expect(second.body).toEqual(first.body)
    expect(third.body).toEqual(first.body)
    expect((await statusOf(house, first.body.statusLink)).body.reference).toBe(first.body.reference)
    const { requests } = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body
    expect(requests).toHaveLength(1)
    const kept = await house.ask<PatientView>('coordinator', 'GET', `/api/requests/${requests[0]!.id}`)
    expect(kept.body.attachments).toHaveLength(1)
  })

  it('tells who changed it meanwhile that it has arrived', async () => {
    const house = await openHouse()
    const send = (reason: string) =>
      house.ask<{ reference: string }>(
        null,
        'POST',
        '/api/front-door/appointments',
        { name: again, phone: '555-0101', reason },
        sentWith('form-of-ada-000001'),
      )
    expect((await send('Twitching')).status).toBe(201)
    const changed = await send('Twitching, left')
    expect(changed.status).toBe(422)
    expect(changed.problem.sentence).toContain('already arrived here')
    expect((await house.ask<Board>('coordinator', 'GET', '/api/board')).body.requests).toHaveLength(1)
  })

  it('makes one person of a letter that is entered twice, who is not their own double', async () => {
    const house = await openHouse()
    const enter = () =>
      house.ask<ReferralAccepted & { patientId: string }>(
        'coordinator',
        'POST',
        '/api/patients',
        adaSample,
        sentWith('letter-on-paper-01'),
      )
    const first = await enter()
    expect(first.body.duplicates).toEqual([])
    expect((await enter()).body).toEqual(first.body)
    expect((await house.ask<Board>('coordinator', 'GET', '/api/board')).body.rows).toHaveLength(1)
  })

  it('under another person’s key, or without one, is a referral of its own', async () => {
    const house = await openHouse()
    const links = new Set<string>()
    for (const key of ['form-of-dr-refer-1', 'form-of-dr-refer-2', null])
      links.add(
        (
          await house.ask<ReferralAccepted>(
            null,
            'POST',
            '/api/front-door/referrals',
            adaSample,
            key === null ? {} : sentWith(key),
          )
        ).body.statusLink,
      )
    expect(links.size).toBe(3)
  })
})

describe('a red flag in a referral', () => {
  const urgent = (house: House) => refer(house, { facts: { 'rf.suddenPalsy': 'yes', 'rf.ageUnder18': 'yes' } })

  it('comes first on the board, whoever came before, and the link says to ring today until somebody has taken it on', async () => {
    const house = await openHouse()
    await refer(house, { patient: { name: 'Demo Early Sample', birthDate: null, phone: '555-0102' } })
    house.clock.later(720_000)
    const { body: sent } = await urgent(house)
    const { requests, now } = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body
    expect(requests.map(({ name, call }) => [name, call])).toEqual([
      ['Demo Ada Sample', true],
      ['Demo Early Sample', false],
    ])
    expect(requests[0]?.redFlags).toEqual(['rf.suddenPalsy', 'rf.ageUnder18'])
    expect(new Date(now).getTime() - new Date(requests[1]!.arrived).getTime()).toBeGreaterThanOrEqual(720_000)
    expect((await statusOf(house, sent.statusLink)).body.ringToday).toBe(true)
    await house.ask('coordinator', 'POST', `/api/requests/${requests[0]!.id}/accept`, {})
    expect((await statusOf(house, sent.statusLink)).body.ringToday).toBe(false)
  })

  it('of a kind that can wait does not ask for a call', async () => {
    const house = await openHouse()
    await refer(house, { facts: { 'rf.ageUnder18': 'yes', 'rf.limbOrSpeech': null } })
    const [request] = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.requests
    expect(request).toMatchObject({ redFlags: ['rf.ageUnder18'], call: false })
  })
})

describe('a referral without a telephone', () => {
  it('is looked for among who is known, and accepted', async () => {
    const house = await openHouse()
    await refer(house, {
      patient: { name: 'Demo Silent Sample', birthDate: '1961' },
      referrer: { ...adaSample.referrer, phone: '555-0103' },
    })
    const [request] = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.requests
    const person = { name: 'Demo Silent Sample', birthDate: '1961', phone: null }
    expect((await house.ask('coordinator', 'POST', '/api/patients/duplicates', person)).body).toEqual([])
    const taken = await house.ask<{ patientId: string }>(
      'coordinator',
      'POST',
      `/api/requests/${request!.id}/accept`,
      {},
    )
    expect(taken.status).toBe(200)
    expect((await house.view(taken.body.patientId)).patient.phone).toBeNull()
  })
})

describe('an appointment that was asked for', () => {
  it('has a status link as a referral has', async () => {
    const house = await openHouse()
    const asked = { name: 'Demo Theo Sample', phone: '555-0172', reason: 'Twitching' }
    const { body: sent } = await house.ask<ReferralAccepted>(null, 'POST', '/api/front-door/appointments', asked)
    expect((await statusOf(house, sent.statusLink)).body).toMatchObject({
      kind: 'appointment',
      reference: sent.reference,
      nextBy: '2026-11-30',
    })
  })
})
