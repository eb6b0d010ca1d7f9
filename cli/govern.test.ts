import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { releaseText } from '@facialis/engine/govern/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { draft, type Pathway } from '@facialis/language'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attest } from './govern/attest.ts'
import { diff } from './govern/diff.ts'
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
    const refused = await facialis(['publish', 'diagram', '--release', ...dates, '--out', at('out')])
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toMatch(/^facialis: Not released: 0 of \d+ parts signed, .* With --draft it is released as/)
    const made = await facialis(['publish', 'diagram', '--release', '--draft', ...dates, '--out', at('out')])
    expect(made.code).toBe(0)
    expect(made.out).toContain('in effect from 2026-12-01, to be reviewed by 2027-12-01, draft, not clinically signed')
    expect(readFileSync(at('out', 'pathway.svg'), 'utf8')).toContain(draft)
  })

  test('signed whole, it is released as signed; touched, a signature stops the command', async () => {
    const made = await facialis(['attest', '--new-key', at('key.pem')])
    expect(statSync(at('key.pem')).mode & 0o077).toBe(0)
    const signing = ['attest', '--in', folder, '--as', name, '--key', at('key.pem')]
    expect((await facialis([...signing, '--all'])).err).toContain('names no "Demo Dr Ada Signer" with this key')
    const publicKey = made.out.trim().split('\n').at(-1)
    writeFileSync(at('signers.json'), JSON.stringify([{ name, role: 'neurologist', publicKey }]))
    const signed = await facialis([...signing, '--all', '--on', '2026-11-26'])
    expect(signed).toMatchObject({ code: 0, err: '' })
    const release = ['publish', 'diagram', '--release', '--attestations', folder, ...dates, '--out', at('signed')]
    const out = await facialis(release)
    expect(out.out).toContain('2027-12-01, clinically signed, in ')
    expect(readFileSync(at('signed', 'pathway.svg'), 'utf8')).not.toContain(draft)
    const file = at('2026-11-26-demo-dr-ada-signer.attestation.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"neurologist"', '"neurosurgeon"'))
    expect((await facialis(release)).err).toContain('whose signature does not count')
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('"neurosurgeon"', '"neurologist"').replace('2026-11-26', '2026-11-25'),
    )
    expect((await facialis(release)).err).toContain('was changed after it was signed')
  }, 60_000)

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
