import { describe, expect, it } from 'vitest'
import { evaluated, walk } from '../journey.ts'
import type { Person } from '../support.ts'
import { allPages, benSample, fhir, idsIn, type Json, oneHouse, refusal, type Told } from './support.ts'

let ada: string
let ben: string
const { house, get } = oneHouse(async (opened) => {
  ada = await opened.patient()
  ben = await opened.patient(benSample)
  await walk(opened, ada, ['neurologist', evaluated('2026-11-23')])
})

describe('everything of one person', () => {
  it('is what is kept of them and nothing of anybody else, page by page, whatever is written meanwhile', async () => {
    const whole = await get('nurse', `/Patient/${ada}/$everything`)
    const ids = idsIn(whole.bundle)
    expect(ids).toContain(`Patient/${ada}`)
    expect(new Set(ids).size).toBe(ids.length)
    const kept = await house().built.clinic.record.patientResources(ada)
    expect([...ids].sort()).toEqual(kept.map(({ type, id }) => `${type}/${id}`).sort())
    const write = () =>
      fhir(house(), 'nurse', 'POST', '/Communication', {
        resourceType: 'Communication',
        status: 'completed',
        subject: { reference: `Patient/${ada}` },
      })
    const paged = await allPages(house(), 'nurse', `/Patient/${ada}/$everything?_count=4`, write)
    expect(paged.map(({ resource }) => `${resource?.resourceType}/${resource?.id}`)).toEqual(ids)
  })

  it('can be asked of some types only', async () => {
    const told = await get('nurse', `/Patient/${ada}/$everything?_type=Patient,EpisodeOfCare`)
    expect(idsIn(told.bundle).map((one) => one.split('/')[0])).toEqual(['EpisodeOfCare', 'Patient'])
    expect((await get('nurse', `/Patient/${ada}/$everything?_type=Claim`)).issues[0]?.expression).toEqual([
      'http._type',
    ])
  })

  it('can be asked for with Parameters, as some clients do', async () => {
    const ask = (parameter?: readonly Json[]) =>
      fhir(
        house(),
        'nurse',
        'POST',
        `/Patient/${ada}/$everything`,
        parameter && { resourceType: 'Parameters', parameter },
      )
    const whole = await get('nurse', `/Patient/${ada}/$everything`)
    expect(idsIn((await ask()).bundle)).toEqual(idsIn(whole.bundle))
    expect(idsIn((await ask([])).bundle)).toEqual(idsIn(whole.bundle))
    const some = await ask([
      { name: '_type', valueString: 'Patient,EpisodeOfCare' },
      { name: '_count', valueInteger: 1 },
    ])
    expect(idsIn(some.bundle)).toHaveLength(1)
    const next = some.bundle.link.find(({ relation }) => relation === 'next')?.url ?? ''
    expect(idsIn((await get('nurse', next.slice(next.indexOf('/fhir') + 5))).bundle)).toHaveLength(1)
    expect((await ask([{ name: '_type', valueString: 'Claim' }])).issues[0]?.expression).toEqual(['http._type'])
    for (const odd of [{ name: '_type' }, { valueString: 'x' }, { name: '_type', valueCoding: {} }])
      expect((await ask([odd])).issues[0]?.expression).toEqual(['Parameters.parameter[0]'])
    const patient = await fhir(house(), 'nurse', 'POST', `/Patient/${ada}/$everything`, { resourceType: 'Patient' })
    expect(refusal(patient)).toEqual([422, 'wrong-type'])
    expect((await fhir(house(), 'researcher', 'POST', `/Patient/${ada}/$everything`)).status).toBe(404)
  })

  it('is not there for who may not read charts, like somebody who is not there', async () => {
    const absent = await get('nurse', '/Patient/absent/$everything')
    expect(absent.status).toBe(404)
    expect((await get('researcher', `/Patient/${ada}/$everything`)).text).toBe(absent.text)
  })
})

describe('an operation that is asked for in another way', () => {
  const said = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, who: Person | null = 'neurologist') => {
    const body = method === 'GET' || method === 'DELETE' ? undefined : { resourceType: 'Parameters' }
    const { status, issues } = await fhir(house(), who, method, path, body)
    return { status, code: issues[0]?.code, text: issues[0]?.details.text }
  }

  it.each([
    ['POST', '/$export'],
    ['PUT', '/Patient/$export'],
    ['GET', '/Observation/$export?_type=Observation'],
    ['POST', '/%24export'],
  ] as const)('%s %s: is told how it is', async (method, path) => {
    expect(await said(method, path)).toEqual({
      status: 405,
      code: 'not-supported',
      text: '$export is asked for as GET $export, GET Patient/$export and GET Group/[id]/$export; what it takes stands behind "?".',
    })
  })

  it.each([
    ['POST', '/$export', 'GET, HEAD'],
    ['GET', '/Observation/$export?_type=Observation', ''],
    ['PUT', '/Patient/1/$everything', 'GET, HEAD, POST'],
    ['DELETE', '/Patient/1', 'GET, HEAD, PUT, PATCH'],
    ['DELETE', '/Patient?_id=1', 'GET, HEAD, POST, PUT, PATCH'],
    ['GET', '?name=sample', 'POST'],
  ] as const)(
    '%s %s: is told in the header that proxies and clients read which ways there are',
    async (method, path, ways) => {
      const body = method === 'PUT' ? {} : undefined
      const { status, headers } = await fhir(house(), 'neurologist', method, path, body)
      expect([status, headers.allow]).toEqual([405, ways])
    },
  )

  it.each([
    ['POST', '/$graphql'],
    ['GET', '/$graphql?query=x'],
    ['POST', '/Patient/$graphql'],
    ['GET', '/Observation/$lastn'],
    ['DELETE', '/Patient/demo/$graphql'],
  ] as const)('%s %s: is told which there are instead', async (method, path) => {
    const name = /\$[a-z]+/.exec(path)?.[0]
    expect(await said(method, path)).toEqual({
      status: 404,
      code: 'not-supported',
      text: `There is no operation ${name} here. There are GET or POST Patient/[id]/$everything, GET or POST PlanDefinition/[id]/$apply, GET $export, GET Patient/$export and GET Group/[id]/$export. Read, search (with _include and _revinclude) and write everything else by its type.`,
    })
  })

  it('tells the same to everybody who is signed in, and nothing to anybody else', async () => {
    expect(await said('POST', '/$graphql', 'researcher')).toEqual(await said('POST', '/$graphql'))
    expect((await said('POST', '/$graphql', null)).status).toBe(401)
  })
})

describe('the pathway applied to a person on record', () => {
  it('is a care plan of the same steps that the screens show, and the advice is logged', async () => {
    const view = await house().view(ada)
    const told = await get('nurse', `/PlanDefinition/hemifacial-spasm/$apply?subject=Patient/${ada}`)
    expect(told.body).toMatchObject({
      resourceType: 'CarePlan',
      subject: { reference: `Patient/${ada}` },
      status: 'draft',
    })
    const contained = told.body.contained as readonly (Json & { action?: readonly { title: string }[] })[]
    const group = contained.find(({ resourceType }) => resourceType === 'RequestGroup')
    expect(group?.action?.map(({ title }) => title)).toEqual(view.advice.nextSteps.map(({ label }) => label))
    const [logged] = await house().built.clinic.record.decisionsOf(ada)
    expect(JSON.parse(logged!.advice)).toEqual(view.advice)
    const posted = await fhir(house(), 'nurse', 'POST', '/PlanDefinition/hemifacial-spasm/$apply', {
      resourceType: 'Parameters',
      parameter: [{ name: 'subject', valueString: `Patient/${ada}` }],
    })
    expect(posted.body).toEqual(told.body)
    const [{ fullUrl = '' } = {}] = (await get('nurse', `/Patient?_id=${ada}`)).bundle.entry ?? []
    const whole = `/PlanDefinition/hemifacial-spasm/$apply?subject=${encodeURIComponent(String(fullUrl))}`
    expect((await get('nurse', whole)).body).toEqual(told.body)
  })

  it.each([
    ['without a person', 'hemifacial-spasm/$apply', 400],
    ['for nobody here', 'hemifacial-spasm/$apply?subject=Patient/absent', 404],
    ['by another plan', 'migraine/$apply?subject=Patient/absent', 404],
  ])('is refused %s', async (_, url, status) => {
    expect((await get('nurse', `/PlanDefinition/${url}`)).status).toBe(status)
  })
})

describe('an export', () => {
  const wait = { prefer: 'respond-async' }
  const path = (url: string | undefined) => String(url).slice(String(url).indexOf('/fhir') + 5)
  const manifestOf = async (who: Person, asked: string | Told) => {
    const begun = typeof asked === 'string' ? await get(who, asked, wait) : asked
    if (begun.status !== 202) throw new Error(begun.text)
    const status = path(begun.headers['content-location'])
    for (;;) {
      const told = await get(who, status)
      if (told.status === 200)
        return {
          status,
          manifest: told.body as unknown as {
            transactionTime: string
            output: { type: string; url: string; count: number }[]
          },
        }
      // Nobody waits for a line here, so the counting would never have its turn.
      await new Promise((resolve) => setImmediate(resolve))
      expect([told.status, told.headers['x-progress']]).toEqual([202, expect.stringMatching(/of \d+ types/)])
    }
  }
  const linesOf = async (who: Person, url: string) => {
    const told = await get(who, path(url))
    expect(told.headers['content-type']).toBe('application/fhir+ndjson')
    return told.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Json & { id: string })
  }

  it('is asked for, made ready, fetched as it was then, and taken back', async () => {
    const { status, manifest } = await manifestOf('neurologist', '/$export')
    const patients = manifest.output.find(({ type }) => type === 'Patient')!
    expect(patients.count).toBe(2)
    const late = await house().patient()
    const people = await linesOf('neurologist', patients.url)
    expect(people.map(({ id }) => id).sort()).toEqual([ada, ben].sort())
    for (const { type, count, url } of manifest.output)
      expect((await linesOf('neurologist', url)).length, type).toBe(count)
    // Somebody else's export is not there.
    expect((await get('surgeon', status)).status).toBe(404)
    expect((await fhir(house(), 'neurologist', 'DELETE', status)).status).toBe(202)
    expect((await get('neurologist', status)).status).toBe(404)
    expect((await get('neurologist', path(patients.url))).status).toBe(404)
    expect(late).toBeTruthy()
  })

  it('can be of a group, of some types, and of what is new', async () => {
    const group = await fhir(house(), 'neurologist', 'POST', '/Group', {
      resourceType: 'Group',
      type: 'person',
      actual: true,
      member: [
        { entity: { reference: `Patient/${ben}` } },
        { entity: { reference: `Patient/${ada}` }, inactive: true },
      ],
    })
    const { manifest } = await manifestOf(
      'neurologist',
      `/Group/${group.body.id}/$export?_type=Patient,Observation,Organization`,
    )
    expect(manifest.output.map(({ type }) => type)).toEqual(['Patient', 'Observation'])
    for (const { url } of manifest.output)
      for (const one of await linesOf('neurologist', url)) expect(JSON.stringify(one)).toContain(ben)
    const since = await manifestOf('neurologist', '/Patient/$export?_since=2026-11-24T00:00:00Z')
    expect(since.manifest.output).toEqual([])
  })

  it('asked for again since it was made, has what was being written while it was', async () => {
    let settle = () => {}
    const settled = new Promise<void>((resolve) => {
      settle = resolve
    })
    const { record } = house().built.clinic
    const slow = record.act({
      actor: { id: 'set-up' },
      action: 'import',
      changes: [
        { method: 'create', resource: { resourceType: 'Organization', id: 'slow', name: 'Demo Clinic Elm Road' } },
      ],
      guard: async () => {
        await settled
        return { ok: true }
      },
    })
    house().clock.later(5000)
    const asked = '/$export?_type=Organization'
    const begun = get('neurologist', asked, wait)
    // It is begun, and what the trail has to tell of it waits for its turn behind what is being written.
    for (let turns = 0; turns < 200; turns++) await new Promise((resolve) => setImmediate(resolve))
    settle()
    expect(await slow).toMatchObject({ ok: true })
    const first = await manifestOf('neurologist', await begun)
    const next = await manifestOf('neurologist', `${asked}&_since=${first.manifest.transactionTime}`)
    const has = ({ manifest }: typeof first) => manifest.output.some(({ type }) => type === 'Organization')
    expect(has(first) || has(next)).toBe(true)
  })

  it('is made for who never takes one back as often as they ask, as most clients do; those of before stay to be fetched', async () => {
    const first = await manifestOf('surgeon', '/Patient/$export?_type=Patient')
    for (let more = 0; more < 10; more++) await manifestOf('surgeon', '/Patient/$export?_type=Patient')
    expect((await linesOf('surgeon', first.manifest.output[0]?.url ?? '')).length).toBeGreaterThan(1)
    // The first that can be missed is that of long ago.
    for (let more = 0; more < 90; more++) await manifestOf('surgeon', '/Patient/$export?_type=Patient')
    expect((await get('surgeon', first.status)).status).toBe(404)
  })

  it('is put off while several of the same asker are still being made ready', async () => {
    const begun = await Promise.all(Array.from({ length: 40 }, () => get('neurologist', '/$export', wait)))
    expect(new Set(begun.map(({ status }) => status))).toEqual(new Set([202, 429]))
    const put = begun.find(({ status }) => status === 429)
    expect(put?.headers['retry-after']).toBe('60')
    expect(put?.issues[0]?.details.text).toBe(
      'Several of your exports are still being prepared: ask again in a minute.',
    )
  })

  it.each([
    ['now, without waiting', '/$export', {}, 'http.Prefer'],
    ['in another format', '/$export?_outputFormat=csv', wait, 'http._outputFormat'],
    ['of a type that is not kept', '/$export?_type=Claim', wait, 'http._type'],
    ['by a filter nobody knows', '/$export?_typeFilter=x', wait, 'http._typeFilter'],
  ])('is refused %s', async (_, url, headers, where) => {
    const told = await get('neurologist', url, headers)
    expect([told.status, told.issues[0]?.expression]).toEqual([400, [where]])
  })

  it('is for those who may open each chart anyhow, and leaves its trace', async () => {
    for (const who of ['nurse', 'researcher', 'administrator'] as const)
      expect((await get(who, '/$export', wait)).status).toBe(404)
    const events = await house().built.clinic.record.auditEntries({ limit: 200 })
    expect(events.some(({ action }) => action === 'bulk-export')).toBe(true)
    expect(events.some(({ action }) => action === 'bulk-export-fetch')).toBe(true)
  })
})
