import { describe, expect, it } from 'vitest'
import { about, benSample, fhir, idsIn, type Json, oneHouse, pressure, refusal } from './support.ts'

let ada: string
let ben: string
const { house, get, made, madeId, patch, put, remove, send } = oneHouse(async (opened) => {
  ada = await opened.patient()
  ben = await opened.patient(benSample)
})

const numbered = (number: string, more: Json = {}): Json =>
  pressure(ada, { identifier: [{ system: 'https://hospital.example/findings', value: number }], ...more })
const by = (number: string) => `Observation?identifier=https://hospital.example/findings|${number}`
const amended = [{ op: 'replace', path: '/status', value: 'amended' }]

describe('what a condition finds', () => {
  it('is patched and taken back by who names the version they saw', async () => {
    const id = await madeId('nurse', numbered('1'))
    const unseen = await fhir(house(), 'nurse', 'PATCH', `/${by('1')}`, amended, { as: 'application/json-patch+json' })
    expect(unseen.status).toBe(428)
    expect((await patch('nurse', by('1'), amended, 7)).status).toBe(412)
    const patched = await patch('nurse', by('1'), amended)
    expect([patched.status, patched.body]).toMatchObject([200, { id, status: 'amended', meta: { versionId: '2' } }])
    expect((await fhir(house(), 'neurologist', 'DELETE', `/${by('1')}`)).status).toBe(428)
    expect((await remove('neurologist', by('1'), 1)).status).toBe(412)
    expect((await remove('neurologist', by('1'), 2)).status).toBe(204)
    expect((await get('nurse', `/Observation/${id}`)).status).toBe(410)
  })

  it.each([
    ['the whole address of the search, as clients of HAPI FHIR do', (base: string) => `${base}/${by('once')}`],
    ['the type before it', () => by('once')],
    ['what stands after “?”, as the standard says', () => by('once').slice('Observation?'.length)],
  ])('is what is here already, for who writes %s', async (_, written) => {
    const finding = numbered('once')
    const first = await send('nurse', '/Observation', finding, { headers: { 'if-none-exist': by('once') } })
    const { id } = first.body
    const search = written(first.headers.location?.replace(/\/Observation\/.*/, '') ?? '')
    const alone = await send('nurse', '/Observation', finding, { headers: { 'if-none-exist': search } })
    expect([alone.status, alone.body.id]).toEqual([200, id])
    const request = { method: 'POST', url: 'Observation', ifNoneExist: search }
    const bundle = { resourceType: 'Bundle', type: 'transaction', entry: [{ resource: finding, request }] }
    expect((await send('nurse', '', bundle)).bundle.entry[0]?.response?.location).toMatch(`Observation/${id}/`)
  })

  it('is not left out where it stands behind the address of the type, as some clients write it: nothing is made twice', async () => {
    const finding = numbered('behind')
    const alone = await send('nurse', `/${by('behind')}`, finding)
    expect([...refusal(alone), alone.issues[0]?.expression]).toEqual([400, 'unknown-parameter', ['http.identifier']])
    expect(alone.issues[0]?.details.text).toContain('is said in If-None-Exist')
    const entry = [{ resource: finding, request: { method: 'POST', url: by('behind') } }]
    const whole = await send('nurse', '', { resourceType: 'Bundle', type: 'transaction', entry })
    expect([whole.status, whole.issues[0]?.expression]).toEqual([400, ['Bundle.entry[0].request.url']])
    expect((await get('nurse', `/${by('behind')}&_summary=count`)).body.total).toBe(0)
    // How it is written is no condition.
    expect((await send('nurse', '/Observation?_format=json&_pretty=true', finding)).status).toBe(201)
  })

  it('is never asked of another server', async () => {
    const headers = { 'if-none-exist': `https://elsewhere.example/fhir/${by('far')}` }
    expect(refusal(await send('nurse', '/Observation', numbered('far'), { headers }))).toEqual([
      400,
      'unknown-parameter',
    ])
  })

  it.each([
    '_id=',
    '_id=%20',
    '_lastUpdated=',
    'identifier=',
    'identifier=|',
    'identifier=https://hospital.example/findings|',
    'subject:Patient.identifier=https://hospital.example/people|',
    'subject=Patient/',
  ])('is not “nothing” where a value is left empty, or each request would make another one: %s', async (condition) => {
    const headers = { 'if-none-exist': condition }
    expect(refusal(await send('nurse', '/Observation', numbered('empty'), { headers }))).toEqual([400, 'bad-value'])
    expect((await get('nurse', `/${by('empty')}&_summary=count`)).body.total).toBe(0)
  })

  it('is not whoever is alone in a list of numbers, where the number was left empty', async () => {
    const list = 'https://hospital.example/alone'
    const first = {
      resourceType: 'Patient',
      name: [{ text: 'Demo First' }],
      identifier: [{ system: list, value: '1' }],
    }
    await madeId('nurse', first)
    const second = { resourceType: 'Patient', name: [{ text: 'Demo Second' }], birthDate: '1980-02-03' }
    const headers = { 'if-none-exist': `identifier=${list}|` }
    expect(refusal(await send('nurse', '/Patient', second, { headers }))).toEqual([400, 'bad-value'])
    const bundle = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {
          resource: pressure('x', { subject: { reference: `Patient?identifier=${list}|` } }),
          request: { method: 'POST', url: 'Observation' },
        },
      ],
    }
    expect(refusal(await send('nurse', '', bundle))).toEqual([400, 'bad-value'])
    // Whoever looks for all of the list finds them.
    expect((await get('nurse', `/Patient?identifier=${list}|&_summary=count`)).body.total).toBe(1)
  })

  it('is not another person than was sent, such as whoever answers the same telephone: theirs would be kept with them', async () => {
    const telecom = [{ system: 'phone', value: '555-0177' }]
    const mother = { resourceType: 'Patient', name: [{ text: 'Demo Mother' }], birthDate: '1950-02-03', telecom }
    const daughter = { ...mother, name: [{ text: 'Demo Daughter' }], birthDate: '1980-04-05' }
    const id = await madeId('nurse', mother)
    const headers = { 'if-none-exist': 'phone=555-0177' }
    const again = await send('nurse', '/Patient', { ...mother, birthDate: '1950-02-04' }, { headers })
    expect([again.status, again.body.id]).toEqual([200, id])
    expect(refusal(await send('nurse', '/Patient', daughter, { headers }))).toEqual([412, 'found-of-another'])
    const fullUrl = 'urn:uuid:0b1f4f0e-6b0c-4a5c-9f5e-2b9f6c1d7a01'
    const bundle = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        { fullUrl, resource: daughter, request: { method: 'POST', url: 'Patient', ifNoneExist: 'phone=555-0177' } },
        {
          resource: pressure('x', { subject: { reference: fullUrl } }),
          request: { method: 'POST', url: 'Observation' },
        },
      ],
    }
    expect(refusal(await send('nurse', '', bundle))).toEqual([412, 'found-of-another'])
    expect((await get('nurse', `/Observation?patient=${id}&_summary=count`)).body.total).toBe(0)
  })

  it('is told where it is, also to who wants to see nothing of it', async () => {
    const id = await madeId('nurse', numbered('where'))
    const headers = { prefer: 'return=minimal' }
    const found = await fhir(house(), 'nurse', 'POST', '/Observation', numbered('where'), {
      headers: { ...headers, 'if-none-exist': by('where').split('?')[1] ?? '' },
    })
    expect([found.status, found.text]).toEqual([200, ''])
    expect(found.headers.location).toMatch(new RegExp(`/fhir/Observation/${id}/_history/1$`))
    const changed = await fhir(house(), 'nurse', 'PUT', `/${by('where')}`, numbered('where', { status: 'amended' }), {
      headers: { ...headers, 'if-match': '"1"' },
    })
    expect(changed.headers.location).toMatch(new RegExp(`/fhir/Observation/${id}/_history/2$`))
  })

  it('is changed once under one key, and the answer is the same, though it is found no more', async () => {
    const to = (method: 'PUT' | 'PATCH', number: string, body: unknown, as: string) =>
      fhir(house(), 'nurse', method, `/${by(number)}&status=final`, body, {
        as,
        headers: { 'if-match': '"1"', 'idempotency-key': `once-${number}` },
      })
    for (const number of ['once-a', 'once-b']) await madeId('nurse', numbered(number))
    for (const ask of [
      () => to('PATCH', 'once-a', amended, 'application/json-patch+json'),
      () => to('PUT', 'once-b', numbered('once-b', { status: 'amended' }), 'application/fhir+json'),
    ]) {
      const first = await ask()
      expect([first.status, first.headers.etag]).toEqual([200, 'W/"2"'])
      const second = await ask()
      expect([second.status, second.headers.etag, second.text]).toEqual([200, 'W/"2"', first.text])
    }
  })

  it('makes nothing in the place of who has the id already, whom it does not find', async () => {
    const otherwise = { resourceType: 'Patient', id: ben, name: [{ text: 'Demo Somebody Else' }] }
    const bundled = (type: string) => ({
      resourceType: 'Bundle',
      type,
      entry: [{ resource: otherwise, request: { method: 'PUT', url: 'Patient?identifier=nobody|7' } }],
    })
    expect(refusal(await put('nurse', '/Patient?identifier=nobody|7', otherwise))).toEqual([409, 'id-taken'])
    expect((await send('nurse', '', bundled('transaction'))).status).toBe(409)
    expect((await send('nurse', '', bundled('batch'))).bundle.entry).toMatchObject([
      { response: { status: '409 Conflict' } },
    ])
    expect((await get('nurse', `/Patient/${ben}`)).body).toMatchObject({ meta: { versionId: '1' } })
    const free = await put('nurse', `/${by('free')}`, numbered('free', { id: 'free' }))
    expect([free.status, free.body.id]).toEqual([201, 'free'])
  })

  it('is about somebody of this server also where their whole address stands, as a page names them', async () => {
    await madeId('nurse', numbered('whole'))
    const [entry] = (await get('nurse', `/Patient?_id=${ada}`)).bundle.entry ?? []
    const whole = encodeURIComponent(String(entry?.fullUrl))
    expect(whole).toContain(encodeURIComponent(`/fhir/Patient/${ada}`))
    const named = (who: string) =>
      `patient=${who}&identifier=${encodeURIComponent('https://hospital.example/findings|whole')}`
    const found = async (query: string) => idsIn((await get('nurse', `/Observation?${query}`)).bundle)
    expect(await found(named(whole))).toEqual(await found(named(ada)))
    expect(await found(named(whole))).toHaveLength(1)
    expect(await found(named(whole.replace('Patient', 'patient')))).toEqual([])
    const again = await send('nurse', '/Observation', numbered('whole'), { headers: { 'if-none-exist': named(whole) } })
    expect(again.status).toBe(200)
    expect(await found(named(ada))).toHaveLength(1)
  })

  it('is neither patched nor taken back when there are several of it, or when no condition is named', async () => {
    const ids = [await madeId('nurse', numbered('2')), await madeId('nurse', numbered('2'))]
    expect(refusal(await patch('nurse', by('2'), amended))).toEqual([412, 'several-found'])
    expect(refusal(await remove('neurologist', by('2')))).toEqual([412, 'several-found'])
    expect(refusal(await remove('neurologist', 'Observation'))).toEqual([412, 'no-condition'])
    expect(refusal(await patch('nurse', 'Observation', amended))).toEqual([412, 'no-condition'])
    expect(refusal(await remove('neurologist', 'Observation?nonsense=1'))).toEqual([400, 'unknown-parameter'])
    for (const id of ids) expect((await get('nurse', `/Observation/${id}`)).body).toMatchObject({ status: 'final' })
  })

  it.each([
    '_pretty=true',
    '_count=1',
    '_total=none',
    '_sort=_id',
    '_format=json&_summary=false',
    '_include=Goal:patient',
    '',
  ])('is nobody’s when it only says how to answer: ?%s', async (query) => {
    const goal = { resourceType: 'Goal', lifecycleStatus: 'active', description: { text: 'sleep' }, ...about(ada) }
    const bens = { ...goal, description: { text: 'read again' }, ...about(ben) }
    const goals = async () => idsIn((await get('nurse', '/Goal')).bundle)
    if ((await goals()).length === 0) await made('neurologist', goal)
    const before = await goals()
    expect(before).toHaveLength(1)
    const nothingSaid = [412, 'no-condition']
    expect(refusal(await remove('neurologist', `Goal?${query}`))).toEqual(nothingSaid)
    expect(refusal(await patch('neurologist', `Goal?${query}`, amended))).toEqual(nothingSaid)
    expect(refusal(await put('neurologist', `/Goal?${query}`, bens, 1))).toEqual(nothingSaid)
    if (query !== '')
      expect(refusal(await send('neurologist', '/Goal', bens, { headers: { 'if-none-exist': query } }))).toEqual(
        nothingSaid,
      )
    for (const type of ['transaction', 'batch'])
      for (const [method, request] of [
        ['DELETE', { url: `Goal?${query}`, ifMatch: 'W/"1"' }],
        ['PUT', { url: `Goal?${query}`, ifMatch: 'W/"1"' }],
        ['POST', { url: 'Goal', ifNoneExist: query }],
      ] as const) {
        const entry = [{ request: { method, ...request }, ...(method === 'DELETE' ? {} : { resource: bens }) }]
        const told = await send('neurologist', '', { resourceType: 'Bundle', type, entry })
        if (type === 'transaction') expect(refusal(told)).toEqual(nothingSaid)
        else expect(told.bundle.entry.map(({ response }) => response?.status)).toEqual(['412 Precondition Failed'])
      }
    if (query !== '') {
      const leaning = pressure(ada, { focus: [{ reference: `Goal?${query}` }] })
      expect(refusal(await send('nurse', '/Observation', leaning))).toEqual(nothingSaid)
    }
    expect(await goals()).toEqual(before)
  })

  it('says something: a list of nothing and what is no letter are refused, and fit not everything', async () => {
    for (const query of ['code:not=,', 'code=,', 'identifier:not=%5C'])
      expect(refusal(await remove('neurologist', `Observation?${query}`))).toEqual([400, 'bad-value'])
    expect(refusal(await get('nurse', '/Patient?name=%CC%81'))).toEqual([400, 'bad-value'])
  })

  it('is not taken back, patched or written again by what stands beside it in a transaction, in either order', async () => {
    const id = await madeId('nurse', numbered('8'))
    const address = `Observation/${id}`
    const ifMatch = 'W/"1"'
    const unlessThere = {
      request: { method: 'POST', url: 'Observation', ifNoneExist: by('8').split('?')[1] },
      resource: numbered('8'),
    }
    for (const change of [
      { request: { method: 'DELETE', url: address, ifMatch } },
      { request: { method: 'PUT', url: address, ifMatch }, resource: { ...numbered('8'), id } },
    ])
      for (const entry of [
        [change, unlessThere],
        [unlessThere, change],
      ]) {
        const told = await send('neurologist', '', { resourceType: 'Bundle', type: 'transaction', entry })
        expect(refusal(told)).toEqual([400, 'changed-twice'])
      }
    expect((await get('nurse', `/${address}`)).body).toMatchObject({ meta: { versionId: '1' } })
    const entry = [unlessThere, unlessThere]
    const told = await send('neurologist', '', { resourceType: 'Bundle', type: 'transaction', entry })
    expect(told.bundle.entry.map(({ response }) => response?.status)).toEqual(['200 OK', '200 OK'])
  })

  it('makes one thing and not two, where two entries of a transaction ask for it under the same condition', async () => {
    const unlessThere = {
      request: { method: 'POST', url: 'Observation', ifNoneExist: by('21').split('?')[1] },
      resource: numbered('21'),
    }
    const asItIs = { request: { method: 'PUT', url: by('21') }, resource: numbered('21') }
    for (const entry of [
      [unlessThere, unlessThere],
      [asItIs, asItIs],
      [asItIs, unlessThere],
    ]) {
      const told = await send('neurologist', '', { resourceType: 'Bundle', type: 'transaction', entry })
      expect(refusal(told)).toEqual([400, 'made-twice'])
      const at = entry[1] === asItIs ? 'url' : 'ifNoneExist'
      expect(told.issues[0]?.expression).toEqual([`Bundle.entry[1].request.${at}`])
    }
    expect((await get('nurse', `/${by('21')}&_summary=count`)).body.total).toBe(0)
  })

  it('when it is nothing, cannot be patched, and need not be taken back', async () => {
    const nothing = await fhir(house(), 'nurse', 'PATCH', `/${by('3')}`, amended, { as: 'application/json-patch+json' })
    expect(nothing.status).toBe(404)
    expect((await fhir(house(), 'neurologist', 'DELETE', `/${by('3')}`)).status).toBe(204)
  })

  it('is taken back by the roles that delete, and what acts recorded by acts alone, as when its id is named', async () => {
    await madeId('nurse', numbered('4'))
    expect(refusal(await remove('nurse', by('4')))).toEqual([403, 'may-not'])
    expect(refusal(await remove('neurologist', `EpisodeOfCare?patient=${ada}`))).toEqual([422, 'kept-by-acts'])
    expect(refusal(await remove('neurologist', `Patient?_id=${ada}`))).toEqual([405, 'not-done'])
  })

  it('is taken back in a transaction, all or nothing', async () => {
    const id = await madeId('nurse', numbered('5'))
    const bundle = (ifMatch: string) => ({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        { request: { method: 'POST', url: 'Observation' }, resource: numbered('6') },
        { request: { method: 'DELETE', url: by('5'), ifMatch } },
      ],
    })
    expect((await send('neurologist', '', bundle('W/"2"'))).status).toBe(412)
    expect(idsIn((await get('nurse', `/${by('6')}`)).bundle)).toEqual([])
    const done = await send('neurologist', '', bundle('W/"1"'))
    expect(done.bundle.entry.map(({ response }) => response?.status)).toEqual(['201 Created', '204 No Content'])
    expect((await get('nurse', `/Observation/${id}`)).status).toBe(410)
  })
})

describe('a search by what refers to something', () => {
  const having = async (query: string) => idsIn((await get('nurse', `/${query}`)).bundle)

  it('finds those whom another resource is about, of which this is so', async () => {
    const code = { coding: [{ system: 'http://loinc.org', code: '8310-5' }] }
    await made('nurse', pressure(ben, { code }))
    await made('nurse', pressure(ben, { code }))
    expect(await having('Patient?_has:Observation:patient:code=http://loinc.org|8310-5')).toEqual([`Patient/${ben}`])
    expect(await having('Patient?_has:Observation:subject:code=8310-5&family=nobody')).toEqual([])
    expect(await having('Patient?_has:Observation:patient:code=absent')).toEqual([])
    const both = await having('Patient?_has:Observation:patient:date=2026-11-20&_sort=_id')
    expect(both).toContain(`Patient/${ben}`)
    expect(both).not.toContain('Patient/absent')
  })

  it('finds results by the report that names them', async () => {
    const result = await madeId('nurse', numbered('7'))
    const report: Json = {
      resourceType: 'DiagnosticReport',
      status: 'final',
      code: { text: 'panel' },
      ...about(ada),
      result: [{ reference: `Observation/${result}` }],
    }
    await made('neurologist', report)
    expect(await having('Observation?_has:DiagnosticReport:result:status=final')).toEqual([`Observation/${result}`])
  })

  it.each([
    ['a type that is not kept', 'Patient?_has:Invoice:subject:status=x', 'unknown-parameter'],
    ['what leads elsewhere', 'Patient?_has:Observation:encounter:status=x', 'unknown-parameter'],
    ['what is no reference', 'Patient?_has:Observation:code:status=x', 'unknown-parameter'],
    ['a condition nobody knows', 'Patient?_has:Observation:patient:nonsense=x', 'unknown-parameter'],
    ['no condition', 'Patient?_has:Observation:patient=x', 'unknown-parameter'],
    ['a second link', 'Patient?_has:Observation:patient:encounter.status=x', 'unknown-modifier'],
  ])('refuses %s, with its place', async (_, query, code) => {
    const told = await get('nurse', `/${query}`)
    expect(refusal(told)).toEqual([400, code])
    expect(told.issues[0]?.expression?.[0]).toContain('_has:')
  })
})
