import { whyNoPostgres } from '@facialis/record/test/find-postgres.ts'
import { type PostgresServer, startPostgres } from '@facialis/record/test/postgres-server.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanUp, type House, openHouse, standingClock } from '../support.ts'
import { fhir, type Json, pressure, refusal } from './support.ts'

const noPostgres = whyNoPostgres()

describe.each([
  { database: 'SQLite', missing: null },
  { database: 'PostgreSQL', missing: noPostgres },
])('a reference that is a search, in a transaction on $database', ({ database, missing }) => {
  describe.skipIf(missing !== null)('is answered by the record as it will be', () => {
    let postgres: PostgresServer | null = null
    let house: House
    let ada: string
    beforeAll(async () => {
      postgres = database === 'SQLite' ? null : startPostgres()
      house = await openHouse(standingClock(), postgres === null ? {} : { database: postgres.address() })
      ada = await house.patient()
      // A PostgreSQL of the moment takes its time on a busy machine.
    }, 60_000)
    afterAll(async () => {
      await cleanUp()
      postgres?.stop()
    })

    const transaction = (...entry: readonly Json[]) =>
      fhir(house, 'neurologist', 'POST', '', { resourceType: 'Bundle', type: 'transaction', entry })
    const numbered = (number: string, more: Json = {}): Json =>
      pressure(ada, { identifier: [{ value: number }], ...more })
    const leaning = (query: string): Json => pressure(ada, { derivedFrom: [{ reference: `Observation?${query}` }] })
    const add = (resource: Json, more: Json = {}): Json => ({
      resource,
      request: { method: 'POST', url: resource.resourceType },
      ...more,
    })
    const takeBack = (id: string, version = 1): Json => ({
      request: { method: 'DELETE', url: `Observation/${id}`, ifMatch: `W/"${version}"` },
    })
    const kept = async (number: string): Promise<string> =>
      (await fhir(house, 'nurse', 'POST', '/Observation', numbered(number))).body.id
    /** What the first of the entries that were made leans on. */
    const leansOn = async ({ bundle }: Awaited<ReturnType<typeof transaction>>): Promise<unknown> => {
      const [, address] = /^([^/]+\/[^/]+)/.exec(bundle.entry[0]?.response?.location ?? '') ?? []
      return (await fhir(house, 'nurse', 'GET', `/${address}`)).body.derivedFrom
    }

    it('which the same transaction takes back: it finds nothing, and nothing is done', async () => {
      const id = await kept('gone')
      const told = await transaction(add(leaning('identifier=gone')), takeBack(id))
      expect(refusal(told)).toEqual([412, 'unresolved'])
      expect(told.issues[0]?.expression).toEqual(['Bundle.entry[0].resource.derivedFrom[0].reference'])
      expect((await fhir(house, 'nurse', 'GET', `/Observation/${id}`)).status).toBe(200)
    })

    it('which the same transaction makes: it finds it, in whatever order they come', async () => {
      const told = await transaction(add(leaning('identifier=new')), add(numbered('new')))
      expect(told.status).toBe(200)
      const [, made] = told.bundle.entry.map(({ response }) => response?.location?.replace(/\/_history.*/, ''))
      expect(await leansOn(told)).toEqual([{ reference: made }])
    })

    it('of whom the same transaction makes: it is theirs', async () => {
      const person = { resourceType: 'Patient', name: [{ text: 'Demo Search' }], identifier: [{ value: 'p-search' }] }
      const finding = { ...numbered('of-new'), subject: { reference: 'Patient?identifier=p-search' } }
      const told = await transaction(add(finding), add(person))
      expect(told.status).toBe(200)
      const all = await fhir(house, 'nurse', 'GET', '/Observation?subject:Patient.identifier=p-search')
      expect(all.bundle.entry).toHaveLength(1)
    })

    it('of more than can be answered while others wait to write nothing is done', async () => {
      const id = await kept('many')
      const searches = (from: number, many: number) =>
        Array.from({ length: many }, (_, at) => ({ reference: `Observation?_id=${id},other-${from + at}` }))
      const leaningOn = (from: number, many: number) => add(pressure(ada, { derivedFrom: searches(from, many) }))
      expect((await transaction(leaningOn(0, 500), leaningOn(250, 500))).status).toBe(200)
      const told = await transaction(leaningOn(0, 501), leaningOn(501, 500))
      expect(refusal(told)).toEqual([413, 'too-costly'])
      expect(told.issues[0]?.expression).toEqual(['Bundle.entry[1].resource.derivedFrom[499].reference'])
    })

    it('which is there, and made once more: it finds two, and nothing is done', async () => {
      await kept('twice')
      const told = await transaction(add(leaning('identifier=twice')), add(numbered('twice')))
      expect(refusal(told)).toEqual([412, 'several-found'])
    })

    it('which takes the place of what is taken back', async () => {
      const id = await kept('swap')
      const told = await transaction(add(leaning('identifier=swap')), takeBack(id), add(numbered('swap')))
      expect(told.status).toBe(200)
      const last = told.bundle.entry[2]?.response?.location?.replace(/\/_history.*/, '')
      expect(await leansOn(told)).toEqual([{ reference: last }])
    })

    it('which the same transaction changes: as it will be, not as it was', async () => {
      const id = await kept('before')
      const change = {
        resource: { ...numbered('after'), id },
        request: { method: 'PUT', url: `Observation/${id}`, ifMatch: 'W/"1"' },
      }
      expect(refusal(await transaction(add(leaning('identifier=before')), change))).toEqual([412, 'unresolved'])
      const told = await transaction(add(leaning('identifier=after')), change)
      expect(await leansOn(told)).toEqual([{ reference: `Observation/${id}` }])
    })

    it('through another one that is made with it, named by its place in the bundle', async () => {
      const place = 'urn:uuid:3f2c1c62-7f0a-4a5c-b1f3-1b0e7a5f4c11'
      const person = { resourceType: 'Patient', name: [{ text: 'Demo Chain' }], identifier: [{ value: 'p-chain' }] }
      const first = { ...numbered('chained'), subject: { reference: place } }
      const second = leaning('patient.identifier=p-chain')
      const told = await transaction(
        add({ ...second, subject: { reference: place } }),
        add(first),
        add(person, { fullUrl: place }),
      )
      expect(told.issues.map(({ details }) => details.text)).toEqual([
        'The search for Observation in this reference finds more than one.',
      ])
      const own = { ...leaning('patient.identifier=p-chain&identifier=chained'), subject: { reference: place } }
      const fewer = await transaction(add(own), add(first), add(person, { fullUrl: place }))
      expect(fewer.status).toBe(200)
    })

    const place = 'urn:uuid:0b8ad2f4-3a54-4a53-9c2a-5d1b6f1f7e01'
    const nobody = 'urn:uuid:0b8ad2f4-3a54-4a53-9c2a-5d1b6f1f7e02'
    const personNumbered = (value: string): Json => ({
      resourceType: 'Patient',
      name: [{ text: 'Demo Place' }],
      identifier: [{ value }],
    })
    const once = (number: string, of: string): Json =>
      add(
        { ...numbered(number), subject: { reference: place } },
        { request: { method: 'POST', url: 'Observation', ifNoneExist: `identifier=${number}&subject=${of}` } },
      )
    const theirs = (value: string): Json =>
      add(personNumbered(value), {
        fullUrl: place,
        request: { method: 'POST', url: 'Patient', ifNoneExist: `identifier=${value}` },
      })

    it('of an entry named by its place in the bundle: what a second sending finds there is not made again', async () => {
      expect((await transaction(once('once', place), theirs('p-once'))).bundle.entry[0]?.response?.status).toMatch(
        /^201/,
      )
      const again = await transaction(once('once', place), theirs('p-once'))
      expect(again.bundle.entry.map(({ response }) => response?.status)).toEqual(['200 OK', '200 OK'])
      const change = { ...numbered('once', { status: 'amended' }), subject: { reference: place } }
      const request = { method: 'PUT', url: `Observation?identifier=once&subject=${place}`, ifMatch: 'W/"1"' }
      const changed = await transaction({ resource: change, request }, theirs('p-once'))
      expect(changed.bundle.entry[0]?.response?.etag).toBe('W/"2"')
      const leansOnIt = await transaction(add(leaning(`identifier=once&patient=${place}`)), theirs('p-once'))
      expect(leansOnIt.issues).toEqual([])
    })

    it('of an entry that is not in the bundle, or of another search: it is said where, and nothing is done', async () => {
      const told = await transaction(theirs('p-none'), once('none', nobody))
      expect(refusal(told)).toEqual([422, 'unresolved'])
      expect(told.issues[0]).toMatchObject({
        details: { text: `No entry of the bundle has the fullUrl "${nobody}".` },
        expression: ['Bundle.entry[1].request.ifNoneExist'],
      })
      expect(refusal(await transaction(once('none', 'Patient?identifier=p-none'), theirs('p-none')))).toEqual([
        422,
        'unresolved',
      ])
      const lost = await transaction(add(leaning(`subject=${nobody}`)))
      expect(lost.issues[0]?.expression).toEqual(['Bundle.entry[0].resource.derivedFrom[0].reference'])
      expect(lost.issues[0]?.details.text).toMatch(/^No entry of the bundle/)
      expect((await fhir(house, 'nurse', 'GET', '/Patient?identifier=p-none')).bundle.entry).toEqual([])
    })

    it('of two entries whose conditions name each other: neither is made', async () => {
      const leansOnOther = (own: string, other: string) =>
        add(numbered('each'), {
          fullUrl: own,
          request: { method: 'POST', url: 'Observation', ifNoneExist: `derived-from=${other}` },
        })
      const told = await transaction(leansOnOther(place, nobody), leansOnOther(nobody, place))
      expect(refusal(told)).toEqual([422, 'circular'])
      expect(told.issues[0]?.expression).toEqual(['Bundle.entry[0].request.ifNoneExist'])
    })

    const named = (number: string, query: string, more: Json = {}): Json =>
      numbered(number, { derivedFrom: [{ reference: `Observation?${query}` }], ...more })
    const keptAs = async (number: string): Promise<unknown> =>
      (await fhir(house, 'nurse', 'GET', `/Observation?identifier=${number}`)).bundle.entry[0]?.resource

    it('which hangs on a reference of another entry that is a search itself, in whatever order they come', async () => {
      const person = { resourceType: 'Patient', name: [{ text: 'Demo Row' }], identifier: [{ value: 'p-row' }] }
      const subject = { reference: 'Patient?identifier=p-row' }
      const first = numbered('row-1', { subject })
      const second = named('row-2', 'patient.identifier=p-row&identifier=row-1', { subject })
      const third = named('row-3', 'derived-from:Observation.identifier=row-1', { subject })
      const told = await transaction(add(third), add(second), add(first), add(person))
      expect(told.issues).toEqual([])
      const [last, middle, begin] = told.bundle.entry.map(({ response }) =>
        response?.location?.replace(/\/_history.*/, ''),
      )
      expect(await keptAs('row-3')).toMatchObject({ derivedFrom: [{ reference: middle }] })
      expect(await keptAs('row-2')).toMatchObject({ derivedFrom: [{ reference: begin }] })
      expect(last).toBeDefined()
    })

    it('which hangs on itself only by what the record settles: it is found', async () => {
      const [old, middle] = [await kept('old'), 'sibling']
      await fhir(
        house,
        'nurse',
        'POST',
        '/Observation',
        named(middle, 'unused', { derivedFrom: [{ reference: `Observation/${old}` }] }),
      )
      const told = await transaction(add(named('younger', `derived-from=Observation/${old}`)))
      expect(told.issues).toEqual([])
    })

    it('two that hang on each other: each is named with the other, and nothing is done', async () => {
      const told = await transaction(
        add(named('ring-1', 'derived-from:Observation.identifier=ring-3')),
        add(named('ring-2', 'derived-from:Observation.identifier=ring-1')),
        add(named('ring-3', 'derived-from:Observation.identifier=ring-2')),
      )
      expect(refusal(told)).toEqual([422, 'circular'])
      expect(told.issues[0]).toMatchObject({
        details: {
          text: 'What the search for Observation in this reference finds hangs on what is found at Bundle.entry[1].resource.derivedFrom[0].reference, which hangs on it in turn.',
        },
        expression: ['Bundle.entry[0].resource.derivedFrom[0].reference'],
      })
      expect(await keptAs('ring-1')).toBeUndefined()
    })

    it('whose answer would make it find more: nothing is done', async () => {
      const leans = { derivedFrom: [{ reference: `Observation/${await kept('base')}` }] }
      await fhir(house, 'nurse', 'POST', '/Observation', numbered('child', leans))
      const told = await transaction(add(named('greedy', 'derived-from:Observation.identifier=base,child')))
      expect(refusal(told)).toEqual([422, 'circular'])
      expect(told.issues[0]?.details.text).toBe(
        'What the search for Observation in this reference finds hangs on itself.',
      )
    })

    it('where more of them stand in a row than anybody means, it is said where', async () => {
      const chain = Array.from({ length: 14 }, (_, at) =>
        add(
          at === 0
            ? numbered('deep-0')
            : named(
                `deep-${at}`,
                at === 1 ? 'identifier=deep-0' : `derived-from:Observation.identifier=deep-${at - 2}`,
              ),
        ),
      )
      expect(refusal(await transaction(...chain))).toEqual([413, 'too-costly'])
    })

    it('that says nothing, or stands behind our own address: it is answered, or refused, and never kept', async () => {
      const said = await transaction(add(leaning('')))
      expect(refusal(said)).toEqual([412, 'no-condition'])
      const id = await kept('whole')
      const base = (await fhir(house, 'nurse', 'GET', '/Patient?_count=1')).bundle.link[0]?.url.replace(
        /\/Patient.*/,
        '',
      )
      const whole = pressure(ada, { derivedFrom: [{ reference: `${base}/Observation?identifier=whole` }] })
      expect(await leansOn(await transaction(add(whole)))).toEqual([{ reference: `Observation/${id}` }])
    })

    it('to toxin that the same transaction makes: the gate hears it', async () => {
      const vial = { resourceType: 'Medication', code: { text: 'Botox' }, identifier: [{ value: 'vial' }] }
      const order = {
        resourceType: 'MedicationRequest',
        status: 'active',
        intent: 'order',
        subject: { reference: `Patient/${ada}` },
        medicationReference: { reference: 'Medication?identifier=vial' },
      }
      expect(refusal(await transaction(add(order), add(vial)))).toEqual([422, 'gate-shut'])
    })
  })
})

it.runIf(noPostgres !== null)(`nothing was tested on PostgreSQL: ${noPostgres}`, () => {
  expect(process.env.FACIALIS_TEST_ALL, noPostgres ?? '').toBeUndefined()
})
