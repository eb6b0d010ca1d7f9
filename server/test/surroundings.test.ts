import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { storedRoles } from '../identity/account.ts'
import { hashPassword } from '../identity/password.ts'
import { buildServer } from '../index.ts'
import { atTheEnd, houseWithScreens, leave, newFolder } from './screens-house.ts'
import { adaSample } from './support.ts'

afterEach(leave)

const house = () => houseWithScreens({ 'assets/app-123.js': 'export {}' })

describe('the screens', () => {
  it('are found at every address that is a page, never kept stale, and their parts are kept for good', async () => {
    const { app } = await house()
    for (const url of ['/', '/board', '/patients/some-one/evaluate?tab=1']) {
      const page = await app.inject(url)
      expect(page.body).toContain('Demo screens')
      expect(page.headers['cache-control']).toBe('no-cache')
      expect(page.headers['content-security-policy']).toContain("default-src 'none';script-src 'self'")
    }
    // An address that a browser opens may hold the id of a decision, which looks like the name of a file.
    const opened = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }
    const decision = await app.inject({ url: '/guidance/decision/rule-out.tumour', ...opened })
    expect(decision.body).toContain('Demo screens')
    // A launcher of SMART apps, or a manager of passwords, takes any page for a yes.
    for (const url of ['/.well-known/smart-configuration', '/.well-known/change-password'])
      expect((await app.inject({ url, ...opened })).statusCode).toBe(404)
    const part = await app.inject('/assets/app-123.js')
    expect(part.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await app.inject('/assets/gone.js')).statusCode).toBe(404)
    expect((await app.inject('/../data/record.sqlite')).statusCode).toBe(404)
    expect((await app.inject('/%2e%2e/data/record.sqlite')).statusCode).toBeGreaterThanOrEqual(400)
  })

  it('that were built anew while the server runs are served as they are now, and those of the earlier build are gone', async () => {
    const { app, screens } = await house()
    expect((await app.inject('/assets/app-123.js')).statusCode).toBe(200)
    rmSync(screens, { recursive: true })
    // In the middle of it there is no page: whoever asks is told so, and asks again.
    expect((await app.inject('/board')).statusCode).toBe(503)
    mkdirSync(join(screens, 'assets'), { recursive: true })
    writeFileSync(join(screens, 'index.html'), '<!doctype html><title>Demo screens, newer</title>')
    writeFileSync(join(screens, 'assets', 'app-124.js'), 'export {}')
    expect((await app.inject('/board')).body).toContain('Demo screens, newer')
    expect((await app.inject('/assets/app-124.js')).statusCode).toBe(200)
    expect((await app.inject('/assets/app-123.js')).statusCode).toBe(404)
  })

  it('get answers that no cache keeps', async () => {
    const { app } = await house()
    expect((await app.inject('/api/me')).headers['cache-control']).toBe('no-store')
    expect((await app.inject('/api/board')).headers['cache-control']).toBe('no-store')
  })
})

describe('behind a proxy', () => {
  it.each([
    [true, 201],
    [false, 429],
  ])('(https %s) each address is slowed by itself only where the proxy is trusted: %i', async (https, last) => {
    const folder = newFolder()
    const { app, close } = await buildServer({ folder, zone: 'UTC', https })
    atTheEnd(close)
    const payload = { name: 'Demo Ada Sample', phone: '555-0101', reason: 'Twitching' }
    let status = 0
    for (let at = 1; at <= 12; at++) {
      const headers = { 'x-facialis': '1', 'x-forwarded-for': `198.51.100.${at}` }
      status = (await app.inject({ method: 'POST', url: '/api/front-door/appointments', headers, payload })).statusCode
    }
    expect(status).toBe(last)
  })
})

describe('the log', () => {
  it('names nobody and tells no secret', async () => {
    const { app, clinic, lines } = await house()
    const passwordHash = await hashPassword('quiet lantern under snow')
    const roles = storedRoles({ roles: ['clinician'], profession: 'neurologist' })
    await clinic.record.accounts.create({ login: 'canary.login', displayName: 'Canary', roles, passwordHash })
    const post = (url: string, payload: object, cookie = '') =>
      app.inject({ method: 'POST', url, payload, headers: { 'x-facialis': '1', cookie } })
    const session = await post('/api/sign-in', { login: 'canary.login', password: 'quiet lantern under snow' })
    const cookie = `facialis=${session.cookies[0]?.value}`
    const sent = {
      ...adaSample,
      patient: { name: 'Demo Canary Zebrafinch', birthDate: '1971-02-03', phone: '555-0177' },
    }
    const { patientId } = (await post('/api/patients', sent, cookie)).json()
    await post(`/api/patients/${patientId}/acts`, { kind: 'visit', date: '2020-01-01', note: 'canary note' }, cookie)
    await app.inject({ url: `/api/patients/${patientId}?name=Zebrafinch`, headers: { cookie } })
    await app.inject({ url: '/api/patients/Zebrafinch', headers: { cookie } })
    await post('/api/front-door/status', { token: 'canarycanarycanarycanary' })
    // The clock and the name of a request hold any digits by chance.
    const text = lines.map((line) => JSON.stringify({ ...JSON.parse(line), time: 0, reqId: '' })).join('')
    expect(lines.length).toBeGreaterThan(5)
    expect(text).toContain('/api/patients/:id/acts')
    for (const secret of ['Zebrafinch', '1971', '555-0177', 'canary', patientId, 'lantern', session.cookies[0]!.value])
      expect(text).not.toContain(secret)
  })
})
