import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanUp, type House, openHouse, type Person } from '../support.ts'

let house: House
let id: string
beforeAll(async () => {
  house = await openHouse()
  id = await house.patient()
})
afterAll(cleanUp)

const today = '2026-11-23'
// A source of its own for each request, so that throttles do not answer in place of what is tested.
let source = 0
const from = () => `10.${(source >> 16) & 255}.${(source >> 8) & 255}.${source++ & 255}`

describe('whatever is sent', () => {
  it.each([
    ['broken JSON', '{"kind": '],
    ['nothing', ''],
    ['a poisoned prototype', '{"__proto__": {"isDoctor": true}, "kind": "visit", "date": "2026-11-23"}'],
    ['a poisoned constructor', '{"facts": {"constructor": {"prototype": {}}}, "kind": "visit", "date": "2026-11-23"}'],
    ['a very long word', JSON.stringify({ kind: 'visit', date: today, note: 'x'.repeat(200_000) })],
    ['more than is taken', `{"note": "${'x'.repeat(400_000)}"}`],
  ])('%s is refused in a sentence', async (_, body) => {
    for (const url of [`/api/patients/${id}/acts`, '/api/drafts/x', '/api/front-door/referrals']) {
      const method = url.includes('drafts') ? 'PUT' : 'POST'
      const asked = await house.ask('neurologist', method, url, body as unknown as object, {
        from: from(),
        headers: { 'content-type': 'application/json' },
      })
      expect(asked.status).toBeGreaterThanOrEqual(400)
      expect(asked.status).toBeLessThan(500)
      expect(asked.problem.sentence.length).toBeGreaterThan(10)
    }
  })

  it.each<[string, string | Buffer, Record<string, string>, [number, string]]>([
    [
      'in another encoding',
      Buffer.from('{"resourceType":"Patient","name":[{"family":"Demo Müller"}]}', 'latin1'),
      {},
      [400, 'not-unicode'],
    ],
    ['with half a letter', '{"resourceType":"Patient","name":[{"family":"Demo \\ud83d"}]}', {}, [422, 'not-valid']],
    ['packed', gzipSync('{"resourceType":"Patient"}'), { 'content-encoding': 'gzip' }, [415, 'packed']],
  ])(
    'a name that comes %s is refused, and not kept with a sign for nothing in it',
    async (_, body, headers, [status, code]) => {
      const asked = await house.ask<{ issue: readonly object[] }>('nurse', 'POST', '/fhir/Patient', body, {
        from: from(),
        headers: { 'content-type': 'application/fhir+json; charset=iso-8859-1', ...headers },
      })
      expect(asked.status).toBe(status)
      expect(asked.body.issue).toMatchObject([{ details: { coding: [{ code }] } }])
    },
  )

  it('a letter of two halves, and a sign that says half of none, are kept as they are', async () => {
    const body = '{"resourceType":"Patient","name":[{"family":"Demo \\ud83d\\ude00 \\\\ud800"}]}'
    const asked = await house.ask('nurse', 'POST', '/fhir/Patient', body, {
      from: from(),
      headers: { 'content-type': 'application/fhir+json' },
    })
    expect([asked.status, asked.body]).toMatchObject([201, { name: [{ family: 'Demo 😀 \\ud800' }] }])
  })

  it('is taken again in a moment while others send more than can be held, and then it is taken', async () => {
    const send = (body: PassThrough, who: Person = 'neurologist') =>
      house.ask(who, 'POST', '/fhir', body, {
        from: from(),
        headers: { 'content-type': 'application/fhir+json' },
      })
    const slow = Array.from({ length: 4 }, () => new PassThrough())
    // Of one account half as much is held as of all.
    const waiting = slow.map((body, at) => {
      body.write(Buffer.alloc(15.9 * 1024 * 1024, ' '))
      return send(body, at < 2 ? 'surgeon' : 'nurse')
    })
    await Promise.all(slow.map((body) => once(body, 'drain')))
    const more = new PassThrough()
    more.end(`${' '.repeat(500_000)}{"resourceType":"Bundle","type":"batch"}`)
    const told = await send(more)
    expect([told.status, told.headers['retry-after']]).toEqual([503, '5'])
    for (const body of slow) body.end('{"resourceType":"Bundle","type":"batch"}')
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const again = new PassThrough()
    again.end(`${' '.repeat(500_000)}{"resourceType":"Bundle","type":"batch"}`)
    expect((await send(again)).status).toBe(200)
  })

  it('is taken of whoever is signed in, however slowly strangers send as much as they may', async () => {
    const json = { 'content-type': 'application/json' }
    const slow = Array.from({ length: 3 }, () => new PassThrough())
    const waiting = slow.map((body) => {
      body.write(Buffer.alloc(21 * 1024 * 1024, ' '))
      return house.ask(null, 'POST', '/api/front-door/referrals', body, { from: from(), headers: json })
    })
    await Promise.all(slow.map((body, at) => Promise.race([once(body, 'drain'), waiting[at]])))
    const own = new PassThrough()
    own.end(`${' '.repeat(1_500_000)}{"resourceType":"Bundle","type":"batch"}`)
    const headers = { 'content-type': 'application/fhir+json' }
    expect((await house.ask('neurologist', 'POST', '/fhir', own, { from: from(), headers })).status).toBe(200)
    for (const body of slow) body.end('{}')
    expect((await Promise.all(waiting)).map(({ status }) => status).sort()).toEqual([422, 503, 503])
  })

  it('is taken of whoever is signed in, however many strangers send a little each', async () => {
    const json = { 'content-type': 'application/json' }
    const slow = Array.from({ length: 300 }, () => new PassThrough())
    const waiting = slow.map((body) => {
      body.write(Buffer.alloc(250_000, ' '))
      return house.ask(null, 'POST', '/api/front-door/referrals', body, { from: from(), headers: json })
    })
    await Promise.all(slow.map((body, at) => Promise.race([once(body, 'drain'), waiting[at]])))
    const own = new PassThrough()
    own.end(`${' '.repeat(200_000)}{"resourceType":"Bundle","type":"batch"}`)
    const headers = { 'content-type': 'application/fhir+json' }
    expect((await house.ask('neurologist', 'POST', '/fhir', own, { from: from(), headers })).status).toBe(200)
    for (const body of slow) body.end('{}')
    // What is held of strangers is 64 MB: 268 of these.
    const statuses = (await Promise.all(waiting)).map(({ status }) => status)
    expect([422, 503].map((one) => statuses.filter((status) => status === one).length)).toEqual([268, 32])
  })

  it('is taken up to one of the largest files of each account, however slowly they come, and forms come beside them', async () => {
    const megabyte = 1024 * 1024
    const send = (who: Person, body: PassThrough) =>
      house.ask(who, 'POST', `/api/patients/${id}/attachments`, body, {
        from: from(),
        headers: { 'content-type': 'application/octet-stream', 'x-facialis-about': '{"from":"home","agreed":true}' },
      })
    const slowly = async (who: Person, megabytes: number) => {
      const body = new PassThrough()
      const answer = send(who, body)
      for (let sent = 0; sent < megabytes; sent += 7) {
        const isHeard = once(body, 'drain')
        body.write(Buffer.alloc(7 * megabyte))
        await isHeard
      }
      return { body, answer }
    }
    const atOnce = (who: Person, megabytes: number) => {
      const body = new PassThrough()
      body.end(Buffer.alloc(megabytes * megabyte))
      return send(who, body)
    }
    // What has been taken from a sender may still be on its way to where it is counted.
    const refused = (who: Person, megabytes: number) =>
      expect.poll(
        async () => {
          const { status, problem, headers } = await atOnce(who, megabytes)
          return [status, problem.code, headers['retry-after']]
        },
        { timeout: 20_000 },
      )
    const full = [503, 'not-now', '5']
    const slow = [await slowly('nurse', 63)]
    await refused('nurse', 2).toEqual(full)
    // Heard to its end, it is found to be no video.
    expect((await atOnce('coordinator', 2)).status).toBe(422)
    for (const who of ['neurologist', 'surgeon'] as const) slow.push(await slowly(who, 63))
    await refused('coordinator', 4).toEqual(full)
    const form = await house.ask('nurse', 'POST', '/fhir/Patient/_search', 'name=sample', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect([
      form.status,
      (
        await house.ask('nurse', 'POST', '/fhir', '{"resourceType":"Bundle","type":"batch"}', {
          headers: { 'content-type': 'application/fhir+json' },
        })
      ).status,
    ]).toEqual([200, 200])
    for (const { body } of slow) body.end()
    for (const { answer } of slow) expect((await answer).status).toBe(422)
    expect((await atOnce('nurse', 2)).status).toBe(422)
  })

  it.each([
    ['a file', 'application/octet-stream'],
    ['a form', 'application/x-www-form-urlencoded'],
  ])('%s is refused of strangers, and not read, where none is taken', async (_, kind) => {
    const endless = new PassThrough()
    endless.write('a'.repeat(100_000))
    const asked = await house.ask(null, 'POST', '/api/front-door/referrals', endless, {
      from: from(),
      headers: { 'content-type': kind },
    })
    expect([asked.status, asked.problem.code]).toEqual([415, 'not-json'])
  })

  it('another kind of content is refused', async () => {
    const asked = await house.ask('neurologist', 'POST', `/api/patients/${id}/acts`, '<act/>' as unknown as object, {
      headers: { 'content-type': 'text/xml' },
    })
    expect(asked.status).toBe(415)
  })
})
