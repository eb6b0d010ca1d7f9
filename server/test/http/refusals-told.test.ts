import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { routes } from '../../routes/index.ts'
import { fhir } from '../fhir/support.ts'
import { cleanUp, type House, openHouse, type Person } from '../support.ts'

let house: House
let ada: string
beforeEach(async () => {
  house = await openHouse()
  ada = await house.patient()
})
afterEach(cleanUp)

const told = async (limit = 500) => house.built.clinic.record.auditEntries({ limit })
const idOf = async (who: Person) => (await house.built.clinic.record.accounts.byLogin(who))!.id

describe('who asks for what is not for them', () => {
  it('is told of with whose record it was, and learns no more than who asks for what is not there', async () => {
    const forbidden = await house.ask('researcher', 'GET', `/api/patients/${ada}`)
    const [first] = await told(1)
    expect(first).toMatchObject({
      actor: { id: await idOf('researcher'), role: 'researcher' },
      action: 'asked-and-refused',
      outcome: 'refused',
      patientIds: [ada],
      problem: 'not-found',
      beside: { what: 'GET /api/patients/:id' },
    })
    const absent = await house.ask('researcher', 'GET', '/api/patients/made-up')
    expect([absent.status, absent.body]).toEqual([forbidden.status, forbidden.body])
    const [second] = await told(1)
    expect(second).toMatchObject({ action: 'asked-and-refused', patientIds: [] })
    expect(JSON.stringify(second)).not.toContain('made-up')
  })

  it('is told of where the address names another resource of the person, in FHIR and in a bundle', async () => {
    const made = await fhir(house, 'nurse', 'POST', '/Observation', {
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'Pulse' },
      subject: { reference: `Patient/${ada}` },
    })
    await fhir(house, 'researcher', 'GET', `/Observation/${made.body.id}`)
    expect((await told(1))[0]).toMatchObject({ action: 'asked-and-refused', patientIds: [ada] })
    const entry = [{ request: { method: 'GET', url: 'Patient/absent' } }]
    await fhir(house, 'nurse', 'POST', '', { resourceType: 'Bundle', type: 'batch', entry })
    expect((await told(1))[0]).toMatchObject({ action: 'asked-and-refused', beside: { what: 'GET in a bundle' } })
  })

  it.each(['batch', 'transaction'])('is told of with the person it was about, also inside a %s', async (type) => {
    const [version, hidden] = [`Patient/${ada}/_history/9`, `Observation?patient=${ada}&code=Demo%20Typed`]
    const task = (await fhir(house, 'coordinator', 'GET', `/Task?patient=${ada}`)).bundle.entry[0]?.resource
    for (const [who, url, people] of [
      ['nurse', version, [ada]],
      ['reader', `Task/${task?.id}`, [ada]],
      ['nurse', 'Patient/absent', []],
      ['nurse', `${hidden}&_sort=colour`, []],
    ] as const) {
      const entry = [{ request: { method: 'GET', url } }]
      await fhir(house, who, 'POST', '', { resourceType: 'Bundle', type, entry })
      const [newest] = await told(1)
      expect(newest).toMatchObject({ action: 'asked-and-refused', outcome: 'refused', patientIds: people })
      expect(JSON.stringify(newest)).not.toMatch(/Typed|colour|absent/)
    }
  })

  it('is told of once, also where the act tells of its own refusal', async () => {
    const before = (await told()).length
    await fhir(house, 'nurse', 'DELETE', `/Patient/${ada}`, undefined, { headers: { 'if-match': '"1"' } })
    await house.act('coordinator', ada, { kind: 'exception', date: '2026-11-23', note: 'x' })
    const since = (await told()).slice(0, -before).filter(({ outcome }) => outcome === 'refused')
    expect(since.map(({ action }) => action)).toEqual(['exception', 'fhir-delete'])
  })

  it('is told of with the person it was about, whatever names the resource that was to be written', async () => {
    const made = await fhir(house, 'nurse', 'POST', '/Observation', {
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'Pulse' },
      identifier: [{ system: 'urn:demo', value: 'pulse-1' }],
      subject: { reference: `Patient/${ada}` },
    })
    const address = `/Observation/${made.body.id}`
    const headers = { 'if-match': '"1"' }
    const json = { headers, as: 'application/json-patch+json' }
    const worse = [{ op: 'replace', path: '/status', value: 'no such word' }]
    const refused: readonly (readonly [Parameters<typeof fhir>[2], string, unknown?, Parameters<typeof fhir>[5]?])[] = [
      ['DELETE', address, undefined, { headers }],
      ['DELETE', '/Observation?identifier=urn:demo|pulse-1', undefined, { headers }],
      ['DELETE', `/Observation?patient=${ada}&code=nothing-of-it`, undefined, { headers }],
      ['PATCH', address, worse, json],
      ['PATCH', `/Observation?_id=${made.body.id}`, worse, json],
      ['PATCH', `/Observation?patient=${ada}&code=nothing-of-it`, worse, json],
      ['DELETE', `/Patient/${ada}`, undefined, { headers }],
      ['PUT', address, { ...made.body, subject: undefined }, { headers }],
    ]
    const entry = [{ request: { method: 'DELETE', url: address.slice(1), ifMatch: 'W/"1"' } }]
    const bundles = ['transaction', 'batch'].map(
      (type) => ['POST', '', { resourceType: 'Bundle', type, entry }] as const,
    )
    for (const [method, url, body, sent] of [...refused, ...bundles]) {
      await fhir(house, 'nurse', method, url, body, sent)
      const [newest] = await told(1)
      expect([method, url, newest?.outcome, newest?.patientIds]).toEqual([method, url, 'refused', [ada]])
    }
    expect((await told()).filter(({ outcome }) => outcome === 'refused')).toHaveLength(refused.length + bundles.length)
  })

  it('is told of with nobody where what was to be written is about somebody made up', async () => {
    const subject = { reference: 'Patient/Demo.Somebody.Typed' }
    const made = { resourceType: 'Observation', status: 'final', code: { text: 'Pulse' }, subject }
    expect((await fhir(house, 'nurse', 'POST', '/Observation', made)).status).toBe(422)
    expect((await told(1))[0]).toMatchObject({ action: 'fhir-create', outcome: 'refused', patientIds: [] })
  })

  it.each(['batch', 'transaction'])('is told of without a word of what was sent, also inside a %s', async (type) => {
    const typed = 'Demo.Somebody.Typed'
    const made = { resourceType: 'Observation', status: 'final', code: { text: 'Pulse' } }
    const of = (reference: string) => ({ ...made, subject: { reference } })
    const post = (resource: object, more: object = {}) => ({
      resource,
      request: { method: 'POST', url: 'Observation', ...more },
    })
    const entries = [
      { request: { method: 'DELETE', url: `${typed}/1` } },
      { request: { method: 'DELETE', url: `Observation?${typed}=1` } },
      { request: { method: 'DELETE', url: `Observation?date=${typed}` } },
      { resource: { ...made, id: typed }, request: { method: 'PUT', url: 'Observation/1' } },
      post(made, { ifNoneExist: `code=1&subject.${typed}=1` }),
      post(of(`Patient?${typed}=1`)),
      post(of(`${typed.replaceAll('.', '')}?name=1`)),
      post(of(`urn:uuid:${typed}`)),
      post(of(`Patient/${typed}`)),
    ]
    for (const entry of entries) {
      await fhir(house, 'neurologist', 'POST', '', { resourceType: 'Bundle', type, entry: [entry] })
      const [newest] = await told(1)
      expect([JSON.stringify(entry), newest?.outcome]).toEqual([JSON.stringify(entry), 'refused'])
      expect(JSON.stringify(newest)).not.toMatch(/Typed/)
    }
    const patch = [{ op: 'add', path: `/${typed}`, value: 1 }]
    const sent = { headers: { 'if-match': '"1"' }, as: 'application/json-patch+json' }
    expect((await fhir(house, 'nurse', 'PATCH', `/Patient/${ada}`, patch, sent)).text).toContain(typed)
    expect(JSON.stringify(await told())).not.toMatch(/Typed/)
  })

  it('what is found there already is told as a look at whose it is, whoever it was sent for', async () => {
    const ben = await house.patient({
      patient: { name: 'Demo Ben Sample', birthDate: '1961-02-11', phone: '555-0199' },
    })
    const pulse = (id: string) => ({
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'Pulse' },
      identifier: [{ system: 'urn:demo', value: 'pulse-1' }],
      subject: { reference: `Patient/${id}` },
    })
    const unlessThere = { headers: { 'if-none-exist': 'identifier=urn:demo|pulse-1' } }
    expect((await fhir(house, 'nurse', 'POST', '/Observation', pulse(ada), unlessThere)).status).toBe(201)
    expect((await fhir(house, 'nurse', 'POST', '/Observation', pulse(ben), unlessThere)).status).toBe(412)
    expect((await told(1))[0]).toMatchObject({ action: 'fhir-create', patientIds: [ada, ben].sort() })
  })

  it('is told of at every route, each time', async () => {
    const shut = routes.filter(({ may }) => may !== 'anyone' && may !== 'self:manage')
    await house.ask('patient', 'GET', '/api/me')
    const before = (await told()).length
    for (const { method, path } of shut)
      expect((await house.ask('patient', method, path.replace(/:\w+/g, 'Patient'), {})).status).toBe(404)
    const since = (await told()).slice(0, -before)
    expect(since.map(({ beside }) => beside.what).sort()).toEqual(
      shut.map(({ method, path }) => `${method} ${path}`).sort(),
    )
  })

  it('somebody who asks for a record that is not there is not told as somebody who read it', async () => {
    await house.ask('nurse', 'GET', '/api/patients/absent')
    expect((await told(1))[0]).toMatchObject({ action: 'asked-and-refused', outcome: 'refused', patientIds: [] })
  })
})

describe('who is signed in and sends what cannot be taken', () => {
  const secret = 'Demo.Secret.Word'
  const json = { 'content-type': 'application/json' }
  const pulse = (more: object = {}) => ({
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'Pulse' },
    subject: { reference: `Patient/${ada}` },
    ...more,
  })
  const refused = async () => (await told()).filter(({ action }) => action === 'sent-and-refused')

  type Row = readonly [
    what: string,
    code: string,
    send: () => Promise<{ status: number }>,
    people: () => readonly string[],
  ]
  const rows: readonly Row[] = [
    [
      'no JSON, to FHIR',
      'not-readable',
      () => fhir(house, 'nurse', 'POST', '/Observation', `{"subject": "${secret}`),
      () => [],
    ],
    [
      'no JSON, to a person’s record',
      'not-readable',
      () => house.ask('nurse', 'POST', `/api/patients/${ada}/acts`, `{"note": "${secret}`, { headers: json }),
      () => [ada],
    ],
    [
      'not of the shape',
      'bad-shape',
      () => house.ask('nurse', 'POST', `/api/patients/${ada}/acts`, { kind: secret }),
      () => [ada],
    ],
    [
      'no FHIR',
      'not-valid',
      () => fhir(house, 'nurse', 'POST', '/Observation', pulse({ [secret]: secret })),
      () => [ada],
    ],
    [
      'no version',
      'bad-if-match',
      () => fhir(house, 'nurse', 'PUT', `/Patient/${ada}`, pulse(), { headers: { 'if-match': secret } }),
      () => [ada],
    ],
    [
      'a key that is none',
      'bad-idempotency-key',
      () =>
        fhir(house, 'nurse', 'POST', '/Observation', pulse(), {
          headers: { 'idempotency-key': `${secret} ${secret}` },
        }),
      () => [],
    ],
    [
      'in no JSON',
      'not-json',
      () => fhir(house, 'nurse', 'POST', '/Observation', secret, { as: 'text/csv' }),
      () => [],
    ],
    [
      'a bundle that is none',
      'bundle-type',
      () => fhir(house, 'nurse', 'POST', '', { resourceType: 'Bundle', type: secret }),
      () => [],
    ],
    [
      'a transaction with an entry that is none',
      'bad-entry',
      () => fhir(house, 'nurse', 'POST', '', { resourceType: 'Bundle', type: 'transaction', entry: [{ [secret]: 1 }] }),
      () => [],
    ],
    [
      'a batch with an entry that is none',
      'bad-entry',
      () => fhir(house, 'nurse', 'POST', '', { resourceType: 'Bundle', type: 'batch', entry: [{ [secret]: 1 }] }),
      () => [],
    ],
    [
      'a batch with an entry that is no FHIR',
      'not-valid',
      () =>
        fhir(house, 'nurse', 'POST', '', {
          resourceType: 'Bundle',
          type: 'batch',
          entry: [{ resource: pulse({ status: secret }), request: { method: 'POST', url: 'Observation' } }],
        }),
      () => [ada],
    ],
  ]

  it('is told of once, with who it was and whose record it was for, and with nothing of it', async () => {
    for (const [at, [what, code, send, people]] of rows.entries()) {
      expect((await send()).status, what).not.toBe(500)
      const all = await refused()
      expect(all, what).toHaveLength(at + 1)
      expect(all[0], what).toMatchObject({
        actor: { id: await idOf('nurse'), role: 'nurse' },
        outcome: 'refused',
        problem: code,
        patientIds: people(),
      })
      house.clock.later(60_000)
    }
    expect(JSON.stringify(await told())).not.toContain(secret)
  })

  it('is one line at once and one for every minute, of each person, with how much there was and of whom', async () => {
    const ben = await house.patient({
      patient: { name: 'Demo Ben Sample', birthDate: '1961-02-11', phone: '555-0199' },
    })
    const send = (who: Person, id: string) => house.ask(who, 'POST', `/api/patients/${id}/acts`, { kind: 7 })
    const said = async () => (await refused()).map(({ beside }) => beside.what)
    const one = 'POST /api/patients/:id/acts'
    for (let at = 0; at < 50; at++) await send('nurse', at % 2 === 0 ? ada : ben)
    await send('neurologist', ada)
    expect(await said()).toEqual([one, one])
    house.clock.later(60_000)
    await send('nurse', ben)
    expect((await refused())[0]).toMatchObject({
      beside: { what: `50 requests: ${one}` },
      patientIds: [ada, ben].sort(),
    })
    await send('neurologist', ada)
    await send('neurologist', ada)
    await house.built.clinic.rejectedWrites.flush()
    expect((await said())[0]).toBe(one)
    expect(await said()).toHaveLength(5)
  })

  it('says nothing of who is not signed in, and nothing of what was looked for', async () => {
    await house.ask(null, 'POST', '/api/referrals', '{', { headers: json })
    await fhir(house, 'nurse', 'GET', '/Patient?eyes=blue')
    expect(await refused()).toEqual([])
  })
})

describe('what the page of somebody else has a browser send', () => {
  it('is counted, with the cookie of one of us or without: a line at once, and one for every five minutes', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    const send = (who: Person | null) => house.ask(who, 'POST', `/api/patients/${ada}/acts`, {}, { headers })
    const before = (await told()).length
    for (let at = 0; at < 20; at++) expect((await send(at % 2 ? null : 'nurse')).status).toBe(403)
    house.clock.later(5 * 60_000)
    await send('nurse')
    const since = (await told()).slice(0, -before).filter(({ action }) => action === 'foreign-page-refused')
    expect(since.map(({ beside }) => beside.what)).toEqual([
      '20 requests of a page that is not ours',
      'one request of a page that is not ours',
    ])
    expect(since[0]).toMatchObject({ actor: { id: 'nobody' }, outcome: 'refused', patientIds: [] })
  })
})

describe('a flood of nobody', () => {
  it('is one line at once and one for every five minutes, which says how many there were', async () => {
    const before = (await told()).length
    const flood = async (many: number) => {
      for (let at = 0; at < many; at++) await house.ask(null, 'GET', `/api/patients/${at}`)
    }
    const said = async () => (await told()).slice(0, -before).map(({ beside }) => beside.what)
    await flood(300)
    expect(await said()).toEqual(['one request of nobody who is signed in'])
    house.clock.later(5 * 60_000)
    await flood(1)
    expect((await said())[0]).toBe('300 requests of nobody who is signed in')
    await flood(7)
    await house.built.clinic.unauthenticatedRefusals.flush()
    expect((await said())[0]).toBe('7 requests of nobody who is signed in')
    expect((await told(1))[0]).toMatchObject({ actor: { id: 'nobody' }, outcome: 'refused', patientIds: [] })
  })
})
