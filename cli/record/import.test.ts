import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from '../main.ts'
import { command } from '../test/as-a-process.ts'
import { facialis, ioWith } from '../test/in-this-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'facialis-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = join(folder, 'people.ndjson')
const data = join(folder, 'data')
writeFileSync(
  file,
  [
    { resourceType: 'Patient', id: 'demo', name: [{ text: 'Demo Import' }] },
    {
      resourceType: 'Observation',
      id: 'one',
      status: 'final',
      code: { text: 'pulse' },
      subject: { reference: 'Patient/demo' },
    },
    {
      resourceType: 'Observation',
      id: 'two',
      status: 'fine',
      code: { text: 'pulse' },
      subject: { reference: 'Patient/demo' },
    },
    {
      resourceType: 'Observation',
      id: 'no id!',
      status: 'final',
      code: { text: 'pulse' },
      subject: { reference: 'Patient/demo' },
    },
  ]
    .map((one) => JSON.stringify(one))
    .join('\n'),
)

describe('facialis import', () => {
  it('brings files in, says what it left out and why, and keeps that in a file', async () => {
    const aside = join(folder, 'aside.ndjson')
    const { code, out, err } = await facialis(['import', file, '--data', data, '--aside', aside])
    expect(out).toContain('Resources: 2 imported, 0 already here, 2 set aside.')
    expect(err).toContain(`${file}:3: `)
    expect(err).toContain(`${file}:4: `)
    const put = readFileSync(aside, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(put).toMatchObject([
      { code: 'not-valid', place: 'Observation.status' },
      { code: 'bad-resource', place: 'Observation.id' },
    ])
    expect(code).toBe(1)
    expect(statSync(aside).mode & 0o777).toBe(0o600)
    const verified = await facialis(['verify', '--data', data])
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('of 1 patients')])
  })

  it('goes into the folder that is named, whatever database the clinic has', async () => {
    const named = join(folder, 'named')
    const { code, out } = await facialis(['import', file, '--data', named], '', {
      FACIALIS_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/elsewhere',
    })
    expect([code, out]).toEqual([1, expect.stringContaining('Resources: 2 imported')])
  })

  it('ends when the command is ended, and goes on writing for nobody', async () => {
    const ended = { ...ioWith(), onExit: (clear: () => void) => clear() }
    expect(await main(['import', file, '--data', join(folder, 'ended')], ended)).toBe(143)
  })

  it('begins nothing where it cannot keep what it puts aside, or has no place for a record', async () => {
    const late = join(folder, 'late')
    const aside = join(folder, 'a'.repeat(300))
    const refused = await facialis(['import', file, '--data', late, '--aside', aside])
    expect([refused.code, refused.out, existsSync(late)]).toEqual([2, '', false])
    expect(refused.err).toMatch(/^facialis: \S*a{300} cannot be written: /)
    expect((await facialis(['import', file, '--data', file])).code).toBe(2)
  })

  it.skipIf(!existsSync('/dev/full'))(
    'says where its result cannot be written, and does not end as if it had been',
    async () => {
      const words = ['-c', '"$0" "$1" import "$2" --data "$3" >/dev/full', process.execPath, command, file, data]
      const { status, stderr } = spawnSync('sh', words, { encoding: 'utf8' })
      expect([status, stderr]).toEqual([74, expect.stringContaining('The output cannot be written')])
    },
  )

  it('tells which line says something else of what is here, ends with 1, and leaves what is here', async () => {
    const twice = join(folder, 'twice.ndjson')
    const said = (text: string) => ({
      resourceType: 'Patient',
      id: 'said-twice',
      name: [{ text: 'Demo Twice' }],
      gender: text,
    })
    writeFileSync(twice, `${['female', 'other'].map((one) => JSON.stringify(said(one))).join('\n')}\n`)
    const { code, out, err } = await facialis(['import', twice, '--data', data])
    expect([code, out]).toEqual([1, expect.stringContaining('Resources: 1 imported, 1 already here, 0 set aside.')])
    expect(out).toContain('1 differ in the files')
    expect(err).toContain(`${twice}:2: Patient/said-twice is already here, and this differs from it`)
  })

  it('counts what many lines were put aside for, and says what to do instead', async () => {
    const requests = join(folder, 'requests.ndjson')
    const request = (id: string) => ({
      resourceType: 'Task',
      id,
      status: 'accepted',
      intent: 'proposal',
      code: { coding: [{ system: 'https://facialis.invalid/task', code: 'referral' }] },
      for: { reference: 'Patient/demo' },
    })
    writeFileSync(requests, ['r1', 'r2', 'r3'].map((id) => `${JSON.stringify(request(id))}\n`).join(''))
    const { code, out } = await facialis(['import', requests, '--data', data])
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('Set aside or left, 3 lines: A request stays at the front door where it came in'),
    ])
  })

  it('tells each on one line, whatever stands in the file, and what moves things on a terminal moves nothing', async () => {
    const forged = join(folder, 'forged.ndjson')
    const named = { resourceType: 'Patient', id: 'p', 'no\u001b[2A\nforged.ndjson:9: Fine.': true }
    writeFileSync(forged, `${JSON.stringify({ resourceType: 'Foo\u001b[2A\n\u202e' })}\n${JSON.stringify(named)}\n`)
    const { err } = await facialis(['import', forged, '--data', data])
    // On a busy machine it tells how far it is as well.
    const told = err
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('importing '))
    expect(told).toEqual([
      expect.stringMatching(/^\S*forged\.ndjson:2: /),
      expect.stringMatching(/^\S*forged\.ndjson:1: /),
    ])
    for (const moving of ['\u001b', '\u202e']) expect(err).not.toContain(moving)
  })

  it('says that something was put aside also where nobody reads its result', () => {
    const words = ['-c', '("$0" "$1" import "$2" --data "$3"; echo "ended with $?" >&2) | true']
    const { stderr } = spawnSync('sh', [...words, process.execPath, command, file, data], { encoding: 'utf8' })
    expect(stderr).toContain('ended with 1\n')
  })

  it.each([
    ['nothing', [], 'Name the files'],
    ['what is not there', ['nowhere.ndjson'], 'there is no such file or folder'],
    ['the standard input', ['-'], 'Import reads its input several times'],
    ['what is no file and may give nothing a second time', ['/dev/null'], 'so it needs files: /dev/null'],
    ['a file to write over', [file, '--aside', file], 'already exists and is not overwritten'],
  ])('refuses %s in one sentence', async (_, args, sentence) => {
    const { code, out, err } = await facialis(['import', ...args])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  })
})
