import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { facialis } from '../test/in-this-process.ts'

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
    expect(out).toContain('2 resources brought in, 0 were here already, 2 put aside.')
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
    const verified = await facialis(['verify', '--data', data])
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('of 1 patients')])
  })

  it.each([
    ['nothing', [], 'Say which files'],
    ['what is not there', ['nowhere.ndjson'], 'there is no such file or folder'],
    ['the standard input', ['-'], 'Files are read twice'],
    ['a file to write over', [file, '--aside', file], 'nothing is written over'],
  ])('refuses %s in one sentence', async (_, args, sentence) => {
    const { code, out, err } = await facialis(['import', ...args])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  })
})
