import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { releaseText } from '@facialis/engine/govern/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { draft, type Pathway } from '@facialis/language'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attest } from './govern/attest.ts'
import { diff } from './govern/diff.ts'
import { keyIn, publicOf } from './govern/keys.ts'
import { sha256 } from './govern/versions.ts'
import { publish } from './publish.ts'
import { facialis } from './test/as-a-process.ts'

let folder = ''
const at = (...names: string[]): string => join(folder, ...names)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'facialis-govern-'))
  writeFileSync(at('signers.json'), '[]\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

const dates = ['--effective', '2026-12-01', '--review-by', '2027-12-01']
const name = 'Demo Dr Ada Signer'

describe('signing and releasing', () => {
  test('a pathway that nobody signed is released as a draft or not at all', async () => {
    const release = ['diagram', '--release', ...dates, '--out', at('out')]
    await expect(publish(release)).rejects.toThrow(
      /^Not released: 0 of \d+ parts signed, .* With --draft it is released/,
    )
    await publish([...release, '--draft'])
    expect(readFileSync(at('out', 'pathway.svg'), 'utf8')).toContain(draft)
    const { version } = hemifacialSpasm
    const file = readFileSync(at('out', 'releases', `hemifacial-spasm-${version}.release`), 'utf8')
    expect(file.split('\n')[0]).toContain(
      `"released":{"effectiveFrom":"2026-12-01","reviewBy":"2027-12-01"},"status":"${draft}"`,
    )
  })

  test('signed whole, it is released as signed; touched, a signature stops the command', async () => {
    attest(['--new-key', at('key.pem')])
    expect(statSync(at('key.pem')).mode & 0o077).toBe(0)
    const signing = ['--in', folder, '--as', name, '--key', at('key.pem'), '--all', '--on', '2026-11-26']
    expect(() => attest(signing)).toThrow('names no "Demo Dr Ada Signer" with this key')
    const signer = { name, role: 'neurologist', publicKey: publicOf(keyIn(at('key.pem'))) }
    writeFileSync(at('signers.json'), JSON.stringify([signer]))
    attest(signing)
    const release = ['diagram', '--release', '--attestations', folder, ...dates, '--out', at('signed')]
    await publish(release)
    expect(readFileSync(at('signed', 'pathway.svg'), 'utf8')).toContain('>clinically signed · ')
    const file = at('2026-11-26-demo-dr-ada-signer.attestation.json')
    const signed = readFileSync(file, 'utf8')
    writeFileSync(file, signed.replace('"neurologist"', '"neurosurgeon"'))
    await expect(publish(release)).rejects.toThrow('whose signature does not count')
    writeFileSync(file, signed.replace('2026-11-26', '2026-11-25'))
    await expect(publish(release)).rejects.toThrow('was changed after it was signed')
  })

  test.each([
    [['attest', '--as', name], 'Say who signs, and with which key'],
    [['attest', '--as', name, '--key', 'none.pem', '--all'], 'none.pem holds no key to sign with'],
    [['attest', 'all'], '"attest" takes options only'],
    [['publish', '--release'], 'A release says from when it counts'],
    [['publish', '--effective', '2026-12-01'], 'belong to a release'],
    [['publish', '--release', '--effective', '2026-12-01', '--review-by', '2026-11-01'], 'looked at again after'],
    [['diff', '1.0.0'], 'Name two versions'],
    [['diff', 'working', 'nowhere'], 'There is no version or release file "nowhere"'],
    [['diff', 'working', 'working', '--list'], '--list is about people on record'],
  ])('%j is told in one sentence', async (args, sentence) => {
    const [command, ...rest] = args
    const commands = { attest: async (words: readonly string[]) => attest(words), publish, diff }
    await expect(commands[command as keyof typeof commands](rest)).rejects.toThrow(sentence)
  })
})

describe('facialis diff', () => {
  test('tells what is written otherwise, which decisions change, for whom, and for how many on record', async () => {
    const gate = hemifacialSpasm.decisions.find(({ id }) => id === 'botulinum')
    if (gate?.body.kind !== 'gate') throw new Error('no gate')
    const open = { ...gate, body: { ...gate.body, needs: gate.body.needs.slice(1), limits: [] } }
    const next: Pathway = {
      ...hemifacialSpasm,
      version: '1.1.0',
      decisions: hemifacialSpasm.decisions.map((one) => (one === gate ? open : one)),
    }
    const release = at('next.release')
    writeFileSync(
      release,
      releaseText({ ...next, released: { effectiveFrom: '2027-01-01', reviewBy: '2028-01-01' } }, sha256),
    )
    const people = at('people.ndjson')
    const ids = ['one', 'two']
    writeFileSync(
      people,
      ids.map((id) => `${JSON.stringify({ resourceType: 'Patient', id, birthDate: '1960-01-01' })}\n`).join(''),
    )
    const { code, out } = await facialis([
      'diff',
      'working',
      release,
      '--over',
      people,
      '--list',
      '--as-of',
      '2026-11-26',
    ])
    expect(code).toBe(0)
    expect(out).toContain(`need botulinum ${gate.body.needs[0]?.id} dropped`)
    expect(out).toMatch(/- botulinum\n {2}- blocked → \w+: \d+ people? \(/)
    expect(out).toContain('On record in')
    const changed = await facialis(['diff', 'working', 'working', '--over', people])
    expect(changed.out).toContain('Both say the same.')
    expect(changed.out).toContain('Nobody.')
  }, 60_000)
})
