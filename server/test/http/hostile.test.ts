import { connect } from 'node:net'
import type { Board, PatientView } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { atChair, openGate, session, walk } from '../journey.ts'
import { adaSample, cleanUp, type House, openHouse, password } from '../support.ts'

afterEach(cleanUp)
const today = '2026-11-23'

/** Bytes on a bare line, as no browser would send them. @returns all that came back until the line was closed */
async function wire(house: House, ...lines: readonly string[]): Promise<string> {
  const address = new URL(await listening(house))
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(Number(address.port), address.hostname)
    socket.on('data', (part) => {
      heard += String(part)
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(heard))
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  })
}

const addresses = new WeakMap<House, Promise<string>>()
function listening(house: House): Promise<string> {
  const address = addresses.get(house) ?? house.built.app.listen({ port: 0, host: '127.0.0.1' })
  addresses.set(house, address)
  return address
}
const closing = ['Host: clinic.example', 'Connection: close']

describe('an answer', () => {
  it.each([
    ['a page', ['GET / HTTP/1.1', ...closing]],
    ['what is not there', ['GET /assets/none.js HTTP/1.1', ...closing]],
    ['a refusal', ['GET /api/board HTTP/1.1', ...closing]],
    ['a method nobody takes', ['DELETE /api/board HTTP/1.1', 'X-Facialis: 1', ...closing]],
    ['an address that is none', ['GET /api/patients/Zebrafinch%E0%A4%A HTTP/1.1', ...closing]],
    ['an address without end', [`GET /api/patients/${'Zebrafinch'.repeat(40)} HTTP/1.1`, ...closing]],
    ['two lengths', ['POST /api/sign-in HTTP/1.1', 'Content-Length: 2', 'Content-Length: 3', ...closing]],
    ['a length and pieces', ['POST / HTTP/1.1', 'Content-Length: 2', 'Transfer-Encoding: chunked', ...closing]],
    ['bytes that are no request', ['Zebrafinch']],
  ])('to %s is guarded, and repeats nothing of what was asked', async (_, lines) => {
    const said = await wire(await openHouse(), ...lines)
    expect(said).toMatch(/^HTTP\/1\.1 \d{3} /)
    expect(said).toMatch(/^content-security-policy: default-src 'none'/im)
    expect(said).toMatch(/^x-content-type-options: nosniff/im)
    expect(said).toMatch(/^referrer-policy: no-referrer/im)
    expect(said).toMatch(/^cache-control: no-(store|cache)/im)
    expect(said).not.toContain('Zebrafinch')
    expect(said).not.toMatch(/FST_|HPE_|node_modules/)
  })
})

describe('what FHIR cannot read', () => {
  it('not even as an address is still told as an OperationOutcome', async () => {
    const house = await openHouse()
    for (const url of ['/fhir/%E0%A4%A', `/fhir/Patient/${'x'.repeat(300)}`, '/fhir/Patient/%']) {
      const { statusCode, headers, body } = await house.built.app.inject({ url })
      expect(statusCode).toBe(400)
      expect(headers['content-type']).toMatch(/^application\/fhir\+json/)
      expect(JSON.parse(body)).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'invalid' }] })
    }
  })
})

describe('a foreign page', () => {
  it.each(['/%61pi/sign-out', '/api/%73ign-out', '/ap%69/sign-out'])(
    'cannot hide an address from the check by writing it as %s',
    async (url) => {
      const house = await openHouse()
      const sent = await house.built.app.inject({ method: 'POST', url })
      expect(sent.statusCode).toBe(403)
      expect((await house.built.app.inject({ url: url.replace('sign-out', 'board') })).headers['cache-control']).toBe(
        'no-store',
      )
    },
  )

  it('cannot send a form, nor JSON under another name', async () => {
    const house = await openHouse()
    const kinds = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']
    for (const kind of kinds) {
      const headers = { 'content-type': kind }
      const form = await house.built.app.inject({ method: 'POST', url: '/api/sign-in', headers, payload: '{}' })
      expect(form.statusCode).toBe(403)
      const helped = await house.ask(null, 'POST', '/api/sign-in', '{}', { headers })
      expect(helped.status).toBe(415)
    }
    const preflight = await house.built.app.inject({
      method: 'OPTIONS',
      url: '/api/sign-in',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    })
    expect(preflight.statusCode).toBe(403)
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('a session', () => {
  it('is never one that was planted before the sign-in', async () => {
    const house = await openHouse()
    const planted = 'A'.repeat(43)
    const payload = { login: 'nurse', password }
    const headers = { 'x-facialis': '1', cookie: `facialis=${planted}` }
    const signedIn = await house.built.app.inject({ method: 'POST', url: '/api/sign-in', headers, payload })
    expect(signedIn.statusCode).toBe(200)
    expect(signedIn.cookies[0]?.value).not.toBe(planted)
    const asPlanted = await house.built.app.inject({ url: '/api/board', headers: { cookie: `facialis=${planted}` } })
    expect(asPlanted.statusCode).toBe(401)
  })
})

describe('what is sent', () => {
  it.each([
    ['half a sign', 'Ada \ud800'],
    ['a sign that turns the line around', 'Ada \u202eelpmaS'],
    ['a line of a header', 'Ada\r\nX-Evil: 1'],
  ])('holds no %s in a name', async (_, name) => {
    const house = await openHouse()
    const patient = { ...adaSample.patient, name }
    const refused = await house.ask(null, 'POST', '/api/front-door/referrals', { ...adaSample, patient })
    expect(refused.problem).toMatchObject({ code: 'bad-shape', where: 'patient.name' })
  })

  it.each([
    ['at its outside', { ...adaSample, referer: 'Demo' }, '', /^There may stand: .*\breferrer\b/],
    [
      'inside',
      { ...adaSample, patient: { ...adaSample.patient, born: '1970' } },
      'patient',
      /^There may stand: .*\bbirthDate\b/,
    ],
  ])('with more than may stand %s is told what may', async (_, sent, where, said) => {
    const house = await openHouse()
    const refused = await house.ask(null, 'POST', '/api/front-door/referrals', sent)
    expect(refused.status).toBe(422)
    expect(refused.problem).toMatchObject({ code: 'bad-shape', where, sentence: expect.stringMatching(said) })
    expect(JSON.stringify(refused.problem)).not.toMatch(/referer|born/)
  })

  it('names a file as it likes, and the header stays one line of plain signs', async () => {
    const house = await openHouse()
    const name = `../../a";x='1' (2)* ü.pdf`
    const sent = { ...adaSample, attachments: [{ name, mediaType: 'text/html', content: btoa('%PDF-1.7 <script>') }] }
    const id = await house.patient(sent)
    const [file] = (await house.view(id)).attachments
    const opened = await house.ask('nurse', 'GET', `/api/patients/${id}/attachments/${file?.id}`)
    expect(opened.headers['content-type']).toBe('application/pdf')
    expect(opened.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''a%22%3Bx%3D%271%27%20%282%29%2A%20%C3%BC.pdf",
    )
  })
})

describe('somebody else’s', () => {
  it.each(['..', '%2e%2e', '__proto__', 'constructor', 'a%00b', "'%20OR%201=1--", 'Patient%2Fx', 'x'.repeat(199)])(
    'record is not found under %s',
    async (id) => {
      const house = await openHouse()
      for (const path of ['patients', 'requests'])
        expect((await house.ask('coordinator', 'GET', `/api/${path}/${id}`)).status).toBe(404)
    },
  )

  it('file, session and review are out of reach from another record', async () => {
    const house = await openHouse()
    const ada = await openGate(house)
    await walk(house, ada, ['neurologist', atChair(today)], ['neurologist', session(today)])
    const [given] = (await house.view(ada)).chart.entries.filter(({ kind }) => kind === 'session')
    const theo = await house.patient({ patient: { name: 'Demo Theo Sample', birthDate: null } })
    const entry = { id: given!.id, kind: 'session', date: null }
    const response = { kind: 'toxin-response', date: today, entries: [{ ...entry, fields: { 'session.relief': 50 } }] }
    const strike = { kind: 'correction', date: today, note: 'x', entries: [{ ...entry, withdrawn: true, fields: {} }] }
    for (const act of [response, strike]) expect((await house.act('neurologist', theo, act as never)).status).toBe(422)
    expect((await house.view(ada)).chart.entries.find(({ id }) => id === given!.id)?.withdrawn).toBe(false)

    await house.ask(null, 'POST', '/api/front-door/referrals', {
      ...adaSample,
      attachments: [{ name: 'a.pdf', mediaType: 'application/pdf', content: btoa('%PDF-1.7') }],
    })
    await house.ask(null, 'POST', '/api/front-door/referrals', adaSample)
    const { requests } = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body
    const files = await Promise.all(
      requests.map(async ({ id }) => {
        const { attachments } = (await house.ask<PatientView>('coordinator', 'GET', `/api/requests/${id}`)).body
        return attachments.map((file) => ({ of: id, file: file.id }))
      }),
    )
    const [{ of, file }] = files.flat() as [{ of: string; file: string }]
    const other = requests.find(({ id }) => id !== of)!.id
    for (const path of [`requests/${other}`, `patients/${ada}`, `requests/${ada}`])
      expect((await house.ask('coordinator', 'GET', `/api/${path}/attachments/${file}`)).status).toBe(404)
  })
})

describe('at the same moment', () => {
  it('of two signatures under one session exactly one counts', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)])
    const sign = (who: 'neurologist' | 'surgeon') => house.ask(who, 'POST', `/api/patients/${id}/acts`, session(today))
    const signed = await Promise.all([sign('neurologist'), sign('surgeon'), sign('neurologist')])
    expect(signed.filter(({ status }) => status === 200)).toHaveLength(1)
    const given = (await house.view(id)).chart.entries.filter(({ kind }) => kind === 'session')
    expect(given).toHaveLength(1)
  })

  it.each([[['flag', 'sign']], [['sign', 'flag']]])(
    'no session is signed after a red flag is on the record (%s)',
    async (order) => {
      const house = await openHouse()
      const id = await openGate(house)
      await walk(house, id, ['neurologist', atChair(today)])
      const acts = {
        flag: () =>
          house.ask('nurse', 'POST', `/api/patients/${id}/acts`, {
            kind: 'visit',
            date: today,
            facts: { 'rf.limbOrSpeech': 'yes' },
          }),
        sign: () => house.ask('neurologist', 'POST', `/api/patients/${id}/acts`, session(today)),
      }
      const [first, second] = order as ['flag' | 'sign', 'flag' | 'sign']
      await Promise.all([acts[first](), acts[second]()])
      const told = (await house.built.clinic.record.auditEntries({ limit: 20 }))
        .filter(({ action }) => ['visit', 'toxin-session'].includes(action))
        .map(({ action, outcome }) => `${action} ${outcome}`)
        .reverse()
      expect([
        ['toxin-session done', 'visit done'],
        ['visit done', 'toxin-session refused'],
      ]).toContainEqual(told.slice(-2))
    },
  )

  it('a referral is taken on or turned down once', async () => {
    const house = await openHouse()
    await house.ask(null, 'POST', '/api/front-door/referrals', adaSample)
    const [request] = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.requests
    const path = `/api/requests/${request!.id}`
    const answers = await Promise.all([
      house.ask('coordinator', 'POST', `${path}/accept`, {}),
      house.ask('nurse', 'POST', `${path}/accept`, {}),
      house.ask('clinician', 'POST', `${path}/decline`, { reason: 'Not for us' }),
    ])
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
    const rows = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.rows
    expect(rows.length).toBeLessThanOrEqual(1)
    expect((await house.built.clinic.record.verifyAudit()).ok).toBe(true)
  })
})
