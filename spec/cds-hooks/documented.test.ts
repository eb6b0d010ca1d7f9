import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readClients } from '../../server/cds-hooks/clients.ts'
import { discovery, hookResponse } from './card-shape.ts'
import { type Hooks, openHooks } from './hooks.ts'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs', 'cds-hooks.md'), 'utf8')

let hooks: Hooks
beforeAll(async () => {
  hooks = await openHooks()
})
afterAll(() => hooks.close())

const calls = [...page.matchAll(/^curl .* -d @(\S+) http:\/\/localhost:3000(\S+)$/gm)].map(
  ([, file = '', path = '']) => [path, file] as const,
)

it.each(calls)('the page’s own call of %s is answered', async (path, file) => {
  const { status, body } = await hooks.post(path, readFileSync(join(root, file), 'utf8'))
  expect(status).toBe(200)
  expect(hookResponse.parse(body).cards.length).toBeGreaterThan(0)
})

it('the cards of the page are the cards that come', async () => {
  expect(calls).toHaveLength(2)
  const [path, file] = calls[1] as (typeof calls)[number]
  const { body } = await hooks.post(path, readFileSync(join(root, file), 'utf8'))
  for (const { indicator, summary, detail } of hookResponse.parse(body).cards) {
    const row = page.split('\n').find((line) => line.startsWith(`| ${indicator} |`)) ?? ''
    const told = row.split('|')[2]?.trim() ?? ''
    // A long summary ends where it no longer fits.
    expect(told.startsWith(summary.replace(/…$/, ''))).toBe(true)
    expect(detail).not.toBe('')
  }
})

it('the services are told as the specification wants them', async () => {
  const answered = await hooks.built.app.inject({ url: '/cds-services' })
  const { services } = discovery.parse(answered.json())
  for (const { id, hook } of services) expect(page).toContain(`| \`${id}\` | \`${hook}\` |`)
})

it('the page’s own file of clients can be read, and one with a fault is told with its place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'facialis-clients-'))
  const path = join(folder, 'clients.json')
  const [, sample = ''] = /^```json\n(.*?)^```/ms.exec(page) ?? []
  const readAs = (text: string) => {
    writeFileSync(path, text)
    return readClients(path, 'https://facialis.example.org')
  }
  const withKey = ({ publicKey }: Readonly<{ publicKey: KeyObject }>) => {
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k' }]
    return sample.replace(/"jku".*\n/, `"keys": ${JSON.stringify({ keys })},\n`)
  }
  expect(await readAs(sample)).toMatchObject({ clients: [{ name: 'demo-ehr' }] })
  // For which algorithm a key is follows from its curve where it does not say.
  for (const namedCurve of ['P-256', 'P-384'])
    expect(await readAs(withKey(generateKeyPairSync('ec', { namedCurve })))).toMatchObject({ clients: [{ jku: null }] })
  // Its tokens name the address of its keys, which a server that may call nobody is given beside it.
  const both = withKey(generateKeyPairSync('ec', { namedCurve: 'P-384' })).replace(
    '"keys"',
    '"jku": "https://ehr.example.org/jwks.json", "keys"',
  )
  expect(await readAs(both)).toMatchObject({
    clients: [{ jku: 'https://ehr.example.org/jwks.json', keys: { keys: [{ kid: 'k' }] } }],
  })
  const faults: readonly (readonly [string, string])[] = [
    ['{', 'is not JSON'],
    [sample.replace('"jku": "https', '"jku": "http'), 'at clients[0].jku'],
    [sample.replace('facialis-order-sign', 'something-else'), 'at clients[0].services[2]'],
    [sample.replace(/"jku".*\n/, ''), 'at clients[0]: it has "keys", or "jku", or both'],
    [
      sample.replace(/"jku".*\n/, '"keys": {"keys": [{"kty": "oct", "k": "c2VjcmV0", "kid": "s"}]},\n'),
      'only public keys',
    ],
    [withKey(generateKeyPairSync('rsa', { modulusLength: 1024 })), 'the key "k" cannot be used'],
  ]
  for (const [text, told] of faults)
    expect(await readAs(text)).toMatchObject({ sentence: expect.stringContaining(told) })
  expect(await readClients(path, null)).toMatchObject({ sentence: expect.stringContaining('FACIALIS_URL') })
  rmSync(folder, { recursive: true, force: true })
})
