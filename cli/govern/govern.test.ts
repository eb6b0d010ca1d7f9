import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { releaseText } from '@facialis/engine/govern/index.ts'
import { plantDefect } from '@facialis/engine/prove/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { plantedDefects } from '@facialis/knowledge/planted-defects.ts'
import { proved } from '@facialis/knowledge/proved.ts'
import { draft, type Pathway, signed } from '@facialis/language'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathwayOfVersion, sha256, shippedReleases } from '../input/versions.ts'
import { facialis } from '../test/in-this-process.ts'
import { keyIn, publicOf } from './keys.ts'
import { pathwayReleased, releaseFiles } from './release.ts'
import { requirePromises } from './require-promises.ts'
import { requireSignOff, signOff } from './sign-off.ts'

let folder = ''
const at = (...names: string[]): string => join(folder, ...names)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'facialis-govern-'))
  writeFileSync(at('signers.json'), '[]\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

const name = 'Demo Dr Ada Signer'
const dates = { effectiveFrom: '2026-12-01', reviewBy: '2027-12-01', isDraft: false, on: '2026-11-29' }
const next: Pathway = { ...hemifacialSpasm, version: '99.0.0' }

describe('signing and releasing', () => {
  test('a pathway that nobody signed is released as a draft or not at all', () => {
    const asked = { ...dates, attestations: null }
    expect(() => pathwayReleased(next, asked)).toThrow(
      /^Not released: 0 of \d+ parts signed, .* With --draft it is released/,
    )
    const [last] = shippedReleases().slice(-1)
    const again = { ...pathwayOfVersion(last?.head.version ?? ''), version: next.version }
    const draftly = pathwayReleased(again, { ...asked, isDraft: true })
    expect(draftly.status).toBe(draft)
    const [file, changelog] = releaseFiles(draftly)
    expect(String(file?.content).split('\n')[0]).toContain(
      `"released":{"effectiveFrom":"2026-12-01","reviewBy":"2027-12-01"},"status":"${draft}"`,
    )
    expect(changelog?.content).toMatch(/ to hemifacial-spasm 99\.0\.0\n[\s\S]*Both say the same\./)
  })

  test('signed whole, it is released as signed; stale or touched, it is not', async () => {
    const attest = (...words: string[]) => facialis(['attest', ...words])
    const refused = (sentence: string) => ({ code: 2, out: '', err: expect.stringContaining(sentence) })
    expect(await attest('--new-key', at('key.pem'))).toMatchObject({ code: 0, err: '' })
    expect(statSync(at('key.pem')).mode & 0o077).toBe(0)
    expect(await attest('--new-key', at('key.pem'))).toEqual(refused('a key is never overwritten'))
    const signing = ['--in', folder, '--as', name, '--key', at('key.pem')]
    expect(await attest(...signing, '--all')).toEqual(refused('names no "Demo Dr Ada Signer" with this key'))
    const signer = { name, role: 'neurologist', publicKey: publicOf(keyIn(at('key.pem'))) }
    writeFileSync(at('signers.json'), JSON.stringify([signer]))
    expect(await attest(...signing, '--all', '--on', '2099-01-01')).toEqual(refused('Nobody signs on a day to come'))
    // As the documentation says it, as often as needed, and twice on one day.
    for (const what of [['--part', 'limit botulinum *', '--part', 'step order-mri'], ['--all']])
      expect(await attest(...signing, ...what, '--on', '2026-11-26')).toMatchObject({ code: 0, err: '' })
    const asked = { ...dates, attestations: folder }
    // Whoever wrote and signed it all cannot release it alone.
    expect(() => pathwayReleased(next, asked)).toThrow('nobody except its authors has signed off 99.0.0 as it stands')
    await attest('--new-key', at('second.pem'))
    const second = { name: 'Demo Dr Ben Second', role: 'neurologist', publicKey: publicOf(keyIn(at('second.pem'))) }
    writeFileSync(at('signers.json'), JSON.stringify([signer, second]))
    const off = { folder, as: second.name, key: at('second.pem'), authors: [name], on: '2026-11-26' }
    expect(() => signOff(next, { ...off, authors: ['demo dr  ben second ', name] })).toThrow('wrote it')
    expect(() => signOff(next, { ...off, as: name, key: at('key.pem') })).toThrow('wrote it')
    expect(() => signOff(next, { ...off, key: at('key.pem') })).toThrow('their word would not count')
    // The same key under another name is the same person.
    writeFileSync(at('signers.json'), JSON.stringify([signer, { ...signer, name: second.name }]))
    expect(() => signOff(next, { ...off, key: at('key.pem') })).toThrow('wrote it')
    writeFileSync(at('signers.json'), JSON.stringify([signer, second]))
    const ahead = signOff(next, { ...off, on: '2099-01-01' })
    expect(() => pathwayReleased(next, asked)).toThrow('nobody except its authors has signed off')
    rmSync(ahead)
    const said = signOff(next, off)
    expect(pathwayReleased(next, asked).status).toBe('clinically signed')
    expect(() => signOff(next, off)).toThrow(`${said} already exists: this was signed off.`)
    expect(() => requireSignOff({ ...next, version: '99.0.1' }, folder, asked.on)).toThrow(
      'nobody except its authors has signed off 99.0.1',
    )
    const kept = readFileSync(said, 'utf8')
    writeFileSync(said, kept.replace(name, 'Demo Somebody Else'))
    expect(() => pathwayReleased(next, asked)).toThrow(
      `${said} was changed after it was signed, or is not signed by ${second.name}`,
    )
    writeFileSync(said, kept.replace(second.name, 'Demo Somebody Else'))
    expect(() => pathwayReleased(next, asked)).toThrow('Demo Somebody Else (neurologist), whose word does not count')
    writeFileSync(said, kept)
    const [first, ...rest] = next.alerts
    if (!first) throw new Error('no alert')
    const changed = { ...next, alerts: [{ ...first, text: 'Other words.' }, ...rest] }
    // What was said of it before it was changed stays beside what is said of it now.
    expect(signOff(changed, off)).not.toBe(said)
    expect(() => pathwayReleased(changed, asked)).toThrow(
      `1 changed since they were signed, 0 not signed. alert ${first.id}: signed by ${name} on 2026-11-26; since then it was changed.`,
    )
    const files = readdirSync(folder).filter((one) => one.endsWith('.attestation.json'))
    expect(files).toHaveLength(2)
    const file = at(files[0] ?? '')
    const signed = readFileSync(file, 'utf8')
    writeFileSync(file, signed.replace('"neurologist"', '"neurosurgeon"'))
    expect(() => pathwayReleased(next, asked)).toThrow('whose signature does not count')
    writeFileSync(file, signed.replace('2026-11-26', '2026-11-25'))
    expect(() => pathwayReleased(next, asked)).toThrow('was changed after it was signed')
  })

  test('what breaks a promise is released by nobody, whoever signed it', () => {
    expect(() => requirePromises(proved)).not.toThrow()
    const [defect] = plantedDefects
    if (!defect) throw new Error('no defect')
    expect(() => requirePromises(plantDefect(proved, defect))).toThrow(
      /^Not released: the pathway breaks its promise PR-01.*prove/,
    )
  }, 60_000)

  test('what was released once is neither changed, dated nor signed afterwards, and nothing comes before it', () => {
    const shipped = pathwayOfVersion(hemifacialSpasm.version)
    const asked = { ...dates, ...shipped.released, isDraft: true, attestations: null }
    expect(pathwayReleased(hemifacialSpasm, asked).status).toBe(draft)
    const refused = 'give the rules here a higher version'
    expect(() => pathwayReleased({ ...hemifacialSpasm, title: 'Other' }, asked)).toThrow(refused)
    expect(() => pathwayReleased(hemifacialSpasm, { ...asked, reviewBy: '2031-01-01' })).toThrow(refused)
    expect(() => pathwayReleased(hemifacialSpasm, { ...asked, isDraft: false })).toThrow(refused)
    expect(() => pathwayReleased({ ...hemifacialSpasm, version: '0.9.0' }, asked)).toThrow('0.9.0 is lower')
    // A year typed wrong would have tomorrow's rules decide today.
    const early = { ...asked, effectiveFrom: '2025-12-01' }
    expect(() => pathwayReleased({ ...hemifacialSpasm, version: '9.0.0' }, early)).toThrow(
      /^1\.0\.0 takes effect on 2026-11-26, and 9\.0\.0 is higher: it cannot take effect on 2025-12-01\.$/,
    )
  })

  test.each([
    [['attest', '--as', name], 'Say who signs, and with which key'],
    [['attest', '--as', name, '--key', 'none.pem', '--all'], 'none.pem holds no signing key'],
    [['attest', '--sign-off', '--as', name, '--key', 'none.pem'], 'A version is signed off by --sign-off --author'],
    [
      ['attest', '--sign-off', '--author', 'One', '--author', 'Two', '--as', name, '--key', 'none.pem'],
      'none.pem holds no signing key',
    ],
    // A signature is not given to more than was meant.
    [['attest', '--as', name, '--key', 'none.pem', '--all', '--part', 'step x'], 'Say --part or --all'],
    [
      ['attest', '--as', name, '--key', 'none.pem', '--all', '--list'],
      '--list tells how parts stand and signs nothing',
    ],
    [
      ['attest', '--sign-off', '--author', 'One', '--as', name, '--key', 'none.pem', '--all'],
      '--sign-off is of the version as a whole',
    ],
    [['attest', 'all'], '"attest" takes options only'],
    [['attest', '--all'], 'Say who signs'],
    [['attest', '--new-key', 'a', '--as', name], 'nothing beside it'],
    [['publish', '--release'], 'A release needs the day it takes effect'],
    [['publish', '--effective', '2026-12-01'], 'need --release'],
    [
      ['publish', '--release', '--effective', '2026-12-01', '--review-by', '2026-11-01'],
      'reviewed after it takes effect',
    ],
    [['diff', '1.0.0'], 'Name two versions'],
    [['diff', 'working', 'nowhere'], 'There is no version or release file "nowhere"'],
    [['diff', 'working', 'working', '--list'], '--list is about people on record'],
    [['diff', 'working', 'working', '--over', '/nowhere'], '/nowhere cannot be read: there is no such file or folder'],
    [['diff', 'working', 'working', '--over', '-', '--as-of', '2026-13-01'], '--as-of "2026-13-01" is not a day'],
  ])('%j is told in one sentence, and nothing is printed before it', async (args, sentence) => {
    expect(await facialis(args)).toEqual({ code: 2, out: '', err: expect.stringContaining(sentence) })
  })
})

describe('facialis diff', () => {
  test('tells what is written otherwise, what changes for whom, and for how many on record', async () => {
    const gate = hemifacialSpasm.decisions.find(({ id }) => id === 'botulinum')
    if (gate?.body.kind !== 'gate') throw new Error('no gate')
    const open = { ...gate, body: { ...gate.body, needs: gate.body.needs.slice(1), limits: [] } }
    const otherwise: Pathway = {
      ...hemifacialSpasm,
      version: '9.0.0',
      decisions: hemifacialSpasm.decisions.flatMap((one) =>
        one.id === 'response.toxin' ? [] : [one === gate ? open : one],
      ),
      collections: hemifacialSpasm.collections.map((list) => ({ ...list, items: list.items.slice(1) })),
      alerts: hemifacialSpasm.alerts.map((alert) => ({ ...alert, severity: 'info' as const })),
      steps: hemifacialSpasm.steps.map((step) => ({ ...step, urgency: [] })),
    }
    const release = at('otherwise.release')
    const released = { effectiveFrom: '2027-01-01', reviewBy: '2028-01-01' }
    writeFileSync(release, releaseText({ ...otherwise, released }, sha256))
    const people = at('people.ndjson')
    const lines = ['one', 'two'].map((id) => `${JSON.stringify({ resourceType: 'Patient', id, birthDate: '1960' })}\n`)
    writeFileSync(people, lines.join(''))
    const asked = ['diff', 'working', release, '--over', people, '--list', '--as-of', '2026-11-26']
    const { code, out } = await facialis(asked)
    expect(code).toBe(0)
    expect(out).toContain(`need botulinum ${gate.body.needs[0]?.id} dropped`)
    expect(out).toMatch(/- botulinum\n {2}- blocked → \w+: \d+ people? \(/)
    // A list, a day, a severity, and a question that is not asked any more.
    expect(out).toMatch(/- list red-flags\n {2}- [^\n]* → [^\n]*: \d+ /)
    expect(out).toMatch(/- step [a-z-]+\n {2}- [^\n]*, by \d{4}-[-\d]* → /)
    expect(out).toMatch(/- alert [a-z-]+\n {2}- critical → info: \d+ /)
    expect(out).toMatch(/- response\.toxin\n {2}- [a-z-]+ → \(not asked\): \d+ /)
    expect(out).toContain('On record in')
  }, 60_000)

  test.each([
    ['a letter', 'Dear colleague', 'line 1 is not JSON'],
    ['people', '{"resourceType":"Patient","id":"one","birthDate":"1970-13-45"}', 'is not a date'],
  ])('prints nothing over %s of whom nobody can be read, and says why', async (name, text, why) => {
    const people = at(`${name}.ndjson`)
    writeFileSync(people, `${text}\n`)
    const { code, out, err } = await facialis(['diff', 'working', 'working', '--over', people])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(new RegExp(`^facialis: Nobody could be read from .*${why}[^\n]*\n$`))
  })

  test('says so where both say the same, of the example people and of those on record', async () => {
    const people = at('nobody-moves.ndjson')
    writeFileSync(people, '{"resourceType":"Patient","id":"one"}\n')
    const release = at('signed.release')
    const released = { effectiveFrom: '2027-01-01', reviewBy: '2028-01-01' }
    writeFileSync(release, releaseText({ ...hemifacialSpasm, version: '9.0.1', status: signed, released }, sha256))
    const { out } = await facialis(['diff', 'working', release, '--over', people])
    expect(out).toContain('Both say the same.')
    expect(out).toContain('Decisions only; for the example people, changed steps and alerts are listed too.\n\nNobody.')
    // Who stands behind the second version is said once, and not of the first.
    expect(out).toMatch(/^Clinically signed, in effect from 2027-01-01, to be reviewed by 2028-01-01\.$/m)
    expect(out).toMatch(/answers change by [^\n]* 9\.0\.1\nclinically signed\n/)
    expect(out).not.toContain(draft)
  })
})
