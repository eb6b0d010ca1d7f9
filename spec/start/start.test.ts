import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRecord } from '@facialis/record'
import { demoPassword } from '@facialis/server/demo/staff.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { builtServer } from '../support/built-server.ts'
import { type Running, running } from '../support/running.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end()
})

const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'facialis-start-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const mayMount = (): boolean => {
  const folder = freshFolder()
  return (
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0 &&
    spawnSync('umount', [folder]).status === 0
  )
}

function smallDisk(size: string): string {
  const folder = freshFolder()
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  endings.push(() => spawnSync('umount', [folder]))
  return folder
}

const program = await builtServer()

/** The real program, as `npm start` runs it. */
function start(env: Record<string, string>): Running {
  const server = running(program, { FACIALIS_DEMO: '', FACIALIS_LOG: '', HOST: '', ...env })
  endings.push(async () => {
    server.signal('SIGKILL')
    await server.ended
  })
  return server
}

const addressIn = (text: string): string => /http:\/\/localhost:\d+/.exec(text)?.[0] ?? ''

describe('starting', () => {
  it('says where it is and how to set it up, and no longer once it is set up', async () => {
    const folder = freshFolder()
    const first = start({ PORT: '0', FACIALIS_DATA: folder })
    await first.until(/\/set-up#[\w-]+\n/)
    const address = addressIn(first.printed())
    const token = /#([\w-]+)/.exec(first.printed())?.[1]
    const done = await fetch(`${address}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-facialis': '1' },
      body: JSON.stringify({
        token,
        clinic: 'Demo',
        name: 'Demo Ann',
        login: 'ann',
        password: 'brown hummingbird tea',
        start: 'empty',
      }),
    })
    expect(done.status).toBe(201)
    const page = await fetch(`${address}/set-up`, { redirect: 'manual' })
    expect(page.headers.get('location')).toBe('/setup')
    first.signal('SIGTERM')
    first.signal('SIGTERM')
    expect(await first.ended).toBe(0)

    const second = start({ PORT: '0', FACIALIS_DATA: folder })
    await second.until(/Facialis is ready.*\n/)
    const me = (await (await fetch(`${addressIn(second.printed())}/api/me`)).json()) as { setupNeeded: boolean }
    expect(me.setupNeeded).toBe(false)
    second.signal('SIGINT')
    expect(await second.ended).toBe(0)
    expect(second.printed()).not.toContain('set-up#')
  })

  it('lets the administrator in again whose password nobody knows, by a link made beside the running server', async () => {
    const folder = freshFolder()
    const server = start({ PORT: '0', FACIALIS_DATA: folder })
    const [, token] = await server.until(/#([\w-]+)\n/)
    const sent = sending(addressIn(server.printed()))
    const ann = { login: 'ann', password: 'brown hummingbird tea' }
    await sent('/api/setup', { token, clinic: 'Demo', name: 'Demo Ann', start: 'empty', ...ann })
    const signedIn = await sent('/api/sign-in', ann)
    expect(signedIn.status).toBe(200)

    const asked = ['let-in', 'ann', '--data', folder]
    const made = running(join(import.meta.dirname, '..', '..', 'cli', 'facialis.ts'), {}, asked)
    const [, link] = await made.until(/\/sign-in#([\w-]+)\n/)
    expect(await made.ended).toBe(0)
    // Whoever calls it has not the settings of the server, and where that is nobody says.
    expect(made.printed()).toContain('another address, use it instead of http://localhost:3000')

    expect((await sent('/api/sign-in', ann)).status).toBe(401)
    expect(await (await sent('/api/board', null, signedIn)).json()).toMatchObject({ problem: { code: 'signed-out' } })
    const entered = await sent('/api/sign-in/link', { token: link })
    expect(await entered.json()).toMatchObject({ account: { name: 'Demo Ann' }, passwordNeeded: true })
    expect(await (await sent('/api/sign-in/link', { token: link })).json()).toMatchObject({
      problem: { code: 'link-used' },
    })
    const told = running(join(import.meta.dirname, '..', '..', 'cli', 'facialis.ts'), { PORT: '3001' }, asked)
    expect(await told.ended).toBe(0)
    expect(told.printed()).toContain('http://localhost:3001/sign-in#')
    expect(told.printed()).not.toContain('another address')
    server.signal('SIGTERM')
    expect(await server.ended).toBe(0)
  })

  it('says in one sentence that a port is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    endings.push(() => new Promise((resolve) => taken.close(resolve)))
    const address = taken.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const server = start({ PORT: port, FACIALIS_DATA: freshFolder() })
    expect(await server.ended).toBe(1)
    expect(server.printed()).toBe(
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=3001 npm start\n`,
    )
  })

  it.each([
    [{ PORT: 'abc' }, 'PORT is a number'],
    [{ FACIALIS_ZONE: 'Nowhere/Land' }, 'FACIALIS_ZONE is a time zone'],
    [{ TZ: 'Nowhere/Land' }, 'The time zone of this machine (TZ=Nowhere/Land) is not known'],
  ])('says in one sentence what is wrong with %o', async (env, words) => {
    const server = start({ PORT: '0', FACIALIS_DATA: freshFolder(), ...env })
    expect(await server.ended).toBe(2)
    expect(server.printed()).toContain(words)
    expect(server.printed().trim().split('\n')).toHaveLength(1)
  })

  it.each([
    ['FACIALIS_HEADS_KEY', 'the file does not contain a private Ed25519 key in PEM'],
    ['FACIALIS_HEADS', 'the folder cannot be created'],
  ])('says by which setting the ends of the audit trail cannot be kept: %s', async (setting, words) => {
    const folder = freshFolder()
    const file = join(folder, 'note.txt')
    writeFileSync(file, 'no key')
    const where = setting === 'FACIALIS_HEADS' ? join(file, 'heads') : file
    const server = start({ PORT: '0', FACIALIS_DATA: folder, [setting]: where })
    expect(await server.ended).toBe(1)
    expect(server.printed()).toContain(`Signed heads of the audit trail cannot be saved. ${setting}: ${words}`)
    expect(server.printed()).toContain(`(${where})`)
  })

  it.each([
    ['FACIALIS_DATA', join(import.meta.dirname, 'start.test.ts'), 'A file stands where a folder should be.'],
    ['FACIALIS_DATABASE_URL', 'postgres://demo@127.0.0.1:1/clinic', 'The database cannot be reached'],
  ])('says by which setting no record can be kept: %s', async (setting, value, words) => {
    const server = start({ PORT: '0', FACIALIS_DATA: freshFolder(), [setting]: value })
    expect(await server.ended).toBe(1)
    expect(server.printed()).toContain(`${setting}: ${words}`)
    expect(server.printed().trim().split('\n')).toHaveLength(1)
  })

  // Only who may mount has a disk that small.
  it.skipIf(!mayMount())(
    'says in one sentence that the disk is full, while the demo clinic is made, and keeps what it had acknowledged',
    async () => {
      const folder = smallDisk('2m')
      const env = { PORT: '0', FACIALIS_DATA: folder, FACIALIS_DEMO: '1' }
      const server = start(env)
      expect(await server.ended).toBe(1)
      expect(server.printed()).toBe(
        'It could not be started. The disk is full. Nothing was saved. Part of the demo clinic is there: delete it before the next start to get all of it.\n',
      )
      // What was acknowledged until then is there, and whole.
      const kept = await openRecord(folder, { onlyReading: true })
      if (!kept.ok) throw new Error(kept.problem.sentence)
      endings.push(() => kept.value.close())
      expect(await kept.value.verify()).toMatchObject({ ok: true })
      expect((await kept.value.counts()).audit.seq).toBeGreaterThan(0)
    },
  )

  it('opens the demo clinic and lets its administrator in by a link, at the address that browsers know', async () => {
    const proxied = { FACIALIS_HTTPS: '1', FACIALIS_URL: 'https://clinic.example' }
    const server = start({ PORT: '0', FACIALIS_DATA: freshFolder(), FACIALIS_DEMO: '1', ...proxied })
    await server.until(/demo\.coordinator/)
    expect(server.printed()).toMatch(/^Facialis is ready: https:\/\/clinic\.example \(on this machine: http:.*\)$/m)
    expect(server.printed()).toMatch(/ https:\/\/clinic\.example\/sign-in#[\w-]{43}$/m)
    const text = server.printed()
    const answer = await fetch(`${addressIn(text)}/api/front-door/team`)
    const team = (await answer.json()) as { phone: string }[]
    expect(team.every(({ phone }) => /^555-01\d\d$/.test(phone))).toBe(true)
    expect(await found(addressIn(text))).toBeGreaterThan(0)
    server.signal('SIGTERM')
    expect(await server.ended).toBe(0)
  })
})

/** Asks with what is given, else only looks; as whoever signed in with an answer. */
const sending =
  (address: string) =>
  (path: string, body: object | null, as?: Response): Promise<Response> =>
    fetch(`${address}${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        'x-facialis': '1',
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        cookie: as?.headers.getSetCookie()[0]?.split(';')[0] ?? '',
      },
      body: body === null ? null : JSON.stringify(body),
    })

/** How much the search finds that the page about FHIR shows, asked as it is shown there. */
async function found(address: string): Promise<number> {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'fhir-api.md'), 'utf8')
  const search = /http:\/\/localhost:3000(\/fhir\/\w+\?[^"]+)/.exec(page)?.[1]
  const { headers } = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-facialis': '1' },
    body: JSON.stringify({ login: 'demo.neurologist', password: demoPassword }),
  })
  const [cookie = ''] = headers.getSetCookie().map((one) => one.split(';')[0])
  const answer = await fetch(`${address}${search}`, { headers: { cookie: cookie } })
  const { entry } = (await answer.json()) as { entry?: readonly unknown[] }
  return entry?.length ?? 0
}
