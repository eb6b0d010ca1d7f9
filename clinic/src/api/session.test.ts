import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { request } from './request.ts'
import { actAs, onSignInNeeded, resolveSignIn } from './session.ts'

/** A server whose session has ended until somebody signs in. */
let server: Server
let address = ''
let signedIn = false
let kept: unknown[] = []
let whoFor: unknown[] = []
/** What happens while the server has not answered yet. */
let underWay: () => unknown = () => undefined

beforeEach(async () => {
  signedIn = false
  kept = []
  whoFor = []
  underWay = () => undefined
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (part) => {
      text += String(part)
    })
    request.on('end', async () => {
      whoFor.push(request.headers['x-facialis-for'])
      await underWay()
      response.statusCode = signedIn ? 200 : 401
      if (signedIn) kept.push({ body: JSON.parse(text), key: request.headers['idempotency-key'] })
      response.end(
        JSON.stringify(signedIn ? {} : { problem: { code: 'signed-out', sentence: 'Please sign in first.' } }),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const save = (body: unknown) => request('PUT', address, { body, idempotencyKey: `key of ${String(body)}` })

describe('a session that ended while typing', () => {
  it('what was sent goes out again after the sign-in, in its order and under its own key', async () => {
    let asked = 0
    const leave = onSignInNeeded(() => {
      asked += 1
      if (asked < 2) return
      signedIn = true
      resolveSignIn(true)
    })
    const outcomes = await Promise.all([save('older'), save('newer')])
    leave()
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
    expect(kept).toHaveLength(2)
    expect(kept).toContainEqual({ body: 'older', key: 'key of older' })
    expect(kept).toContainEqual({ body: 'newer', key: 'key of newer' })
  })

  it('who leaves instead is told that it was not saved', async () => {
    const leave = onSignInNeeded(() => resolveSignIn(false))
    const outcome = await save('words')
    leave()
    expect(outcome).toMatchObject({ ok: false, status: 401 })
    expect(kept).toEqual([])
  })

  it('leaving the frame lets nothing wait for ever', async () => {
    const leave: () => void = onSignInNeeded(() => leave())
    expect(await save('words')).toMatchObject({ ok: false, status: 401 })
  })

  it('where nobody can be asked, as on the public pages, the refusal is the answer', async () => {
    expect(await save('words')).toMatchObject({ ok: false, problem: { code: 'signed-out' } })
  })

  it('what somebody sent and is answered slowly is not sent by who is at the page by then, who is asked for nothing', async () => {
    actAs('coordinator')
    let asked = 0
    const leave = onSignInNeeded(() => {
      asked += 1
      signedIn = true
      resolveSignIn(true)
    })
    underWay = () => actAs('nurse')
    const outcome = await save('of the coordinator')
    leave()
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'signed-out' } })
    expect([asked, kept, whoFor]).toEqual([0, [], ['coordinator']])
  })

  it('nor does what waits go out for anybody but its writer', async () => {
    actAs('coordinator')
    const leave = onSignInNeeded(() => {
      actAs('nurse')
      signedIn = true
      resolveSignIn(true)
    })
    await save('of the coordinator')
    leave()
    expect(whoFor).toEqual(['coordinator', 'coordinator'])
  })
})
