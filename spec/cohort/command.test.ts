import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answersOf } from '@facialis/engine'
import { factSystem } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { dayOf } from '@facialis/language'
import { afterAll, describe, expect, it } from 'vitest'
import { type Ended, facialisProcess } from '../../cli/test/as-a-process.ts'
import { facialis } from '../../cli/test/in-this-process.ts'
import { people } from './everybody.ts'

const folder = mkdtempSync(join(tmpdir(), 'cohort-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cohort = (args: readonly string[], input = ''): Promise<Ended> => facialis(['cohort', ...args], input)

const asOf = '2026-11-23'
const day = dayOf(2026, 11, 23)
const standing = hemifacialSpasm.status
const quoted = `"${standing}"`

const answers = (policy: Readonly<Record<string, number>> = {}) =>
  new Map(people.map(({ id, chart }) => [id, answersOf(hemifacialSpasm, chart, { asOf: day, policy })]))
const told = hemifacialSpasm.decisions.filter(({ scope, inner }) => scope === 'patient' && !inner).map(({ id }) => id)

/** As Bulk Data writes it: a file a type, so that what belongs to one person is far apart. */
function exported(): string {
  const path = join(folder, 'export')
  mkdirSync(path, { recursive: true })
  const resources = people.flatMap(({ bundle }) => bundle.entry.map(({ resource }) => resource))
  for (const [type, all] of Map.groupBy(resources, ({ resourceType }) => resourceType))
    writeFileSync(join(path, `${type}.ndjson`), all.map((one) => `${JSON.stringify(one)}\n`).join(''))
  return path
}

/** A folder in which something is called like lines and is a folder. */
const besideLines = join(folder, 'beside')
mkdirSync(join(besideLines, 'folder.ndjson'), { recursive: true })

describe('facialis cohort', () => {
  it('says of everybody in a Bulk Data export what is said of each of them alone', async () => {
    const { code, out, err } = await cohort([exported(), '--as-of', asOf, '--list', '--out', 'ndjson'])
    const listed = new Map(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ patient, ...rest }) => [patient, rest]),
    )
    const expected = [...answers()].map(([id, all]) => [
      id,
      { ...Object.fromEntries(told.map((one) => [one, all[one]])), standing },
    ])
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(expected))
    expect(err).toContain(`of ${people.length} people`)
    expect(code).toBe(0)
  })

  it('answers once for somebody of whom half stands in a record that was merged, as if all stood in one', async () => {
    const lines = people.flatMap(({ id, bundle }, at) => {
      const old = `${id}-old`
      const link = (type: string, other: string) => ({ link: [{ type, other: { reference: `Patient/${other}` } }] })
      const halves = bundle.entry.flatMap(({ resource }, place) => {
        if (resource.resourceType === 'Patient') return []
        const text = JSON.stringify(resource)
        return [place % 2 === 0 ? text : text.replaceAll(`"Patient/${id}"`, `"Patient/${old}"`)]
      })
      const known = bundle.entry.find(({ resource }) => resource.resourceType === 'Patient')?.resource
      const patients = [
        { resourceType: 'Patient', id: old, birthDate: '1900', ...(at % 2 === 0 ? link('replaced-by', id) : {}) },
        { ...known, ...(at % 2 === 0 ? {} : link('replaces', old)) },
      ]
      return [...halves, ...patients.map((one) => JSON.stringify(one))]
    })
    const asked = ['-', '--as-of', asOf, '--list', '--out', 'ndjson']
    const { out, err, code } = await cohort(asked, lines.join('\n'))
    const rows = (text: string) => text.trim().split('\n').toSorted()
    expect([code, err.includes(`of ${people.length} people`)]).toEqual([0, true])
    const whole = people.map(({ bundle }) => JSON.stringify(bundle)).join('\n')
    expect(rows(out)).toEqual(rows((await cohort(asked, whole)).out))
  })

  it('leaves out and names whose record was merged into one that is not among the lines', async () => {
    const link = [{ type: 'replaced-by', other: { reference: 'Patient/kept' } }]
    const lines = [
      { resourceType: 'Patient', id: 'old', link },
      { resourceType: 'Patient', id: 'other' },
    ]
    const asked = ['-', '--as-of', asOf, '--decision', 'stage', '--list', '--out', 'csv']
    const { out, err, code } = await cohort(asked, lines.map((one) => JSON.stringify(one)).join('\n'))
    expect([out, code]).toEqual([`patient,stage,standing\nother,referred,${quoted}\n`, 1])
    expect(err).toContain('the record was merged into another one that is not in the data')
  })

  it('counts people who come as a bundle a line', async () => {
    const lines = people.map(({ bundle }) => JSON.stringify(bundle)).join('\n')
    const { out, code } = await cohort(['-', '--as-of', asOf, '--decision', 'botulinum', '--out', 'csv'], lines)
    const all = [...answers().values()].map(({ botulinum }) => botulinum)
    const count = (answer: string) => all.filter((one) => one === answer).length
    const rows = ['blocked', 'caution', 'permitted'].map((answer) => `botulinum,${answer},${count(answer)},${quoted}`)
    expect(out).toBe(`decision,answer,people,standing\n${rows.join('\n')}\n`)
    expect(code).toBe(0)
  })

  it('says of rows that are carried elsewhere who stands behind the rules, and so above a list', async () => {
    const one = '{"resourceType":"Patient","id":"one"}'
    const asked = ['-', '--as-of', asOf, '--decision', 'stage', '--list']
    expect(standing).toBe('draft, not clinically signed')
    expect((await cohort(asked, one)).out).toBe(`${standing}\none  referred\n`)
    expect((await cohort([...asked, '--out', 'csv'], one)).out).toBe(`patient,stage,standing\none,referred,${quoted}\n`)
    const { out } = await cohort([...asked, '--out', 'ndjson'], one)
    expect(JSON.parse(out)).toEqual({ patient: 'one', stage: 'referred', standing })
  })

  it('answers for more people than are read at once in the order in which they came', async () => {
    const ids = Array.from({ length: 4500 }, (_, at) => `demo-${at}`)
    const lines = ids.map((id) => JSON.stringify({ resourceType: 'Patient', id })).join('\n')
    // A process of its own: its output is longer than a pipe holds, and workers write it.
    const asked = ['cohort', '-', '--as-of', asOf, '--decision', 'stage', '--list', '--out', 'csv']
    const { out, err } = await facialisProcess(asked, lines)
    expect(out).toBe(`patient,stage,standing\n${ids.map((id) => `${id},referred,${quoted}\n`).join('')}`)
    expect(err).toContain('Read 4 500 lines: 4 500 resources of 4 500 people')
  })

  it('lists who would be answered otherwise with other numbers of the site, and no one else', async () => {
    const longer = { minimumReinjectionInterval: 120 }
    const policy = join(folder, 'policy.json')
    writeFileSync(policy, JSON.stringify(longer))
    const [now, then] = [answers(), answers(longer)]
    const moved = [...now].flatMap(([id, all]) =>
      told.flatMap((decision) => {
        const to = then.get(id)?.[decision]
        return to === all[decision] ? [] : [`${id},${decision},${all[decision]},${to},${quoted}`]
      }),
    )
    expect(moved.length).toBeGreaterThan(0)
    const { out } = await cohort([exported(), '--as-of', asOf, '--against', policy, '--list', '--out', 'csv'])
    expect(out.trim().split('\n').toSorted()).toEqual(['patient,decision,from,to,standing', ...moved].toSorted())
  })

  it('names what it cannot use with file and line, answers for everybody else, and says so by its code', async () => {
    const observation = (patient: string, more: object) =>
      JSON.stringify({ resourceType: 'Observation', status: 'final', subject: { reference: patient }, ...more })
    const code = { coding: [{ system: 'http://loinc.org', code: '1' }] }
    const lines = [
      '{"resourceType":"Patient","id":"one"}',
      '{"resourceType":"Observation","subj',
      '{"resourceType":"Patient","id":"two","birthDate":"spring"}',
      observation('Patient/two', { code }),
      '{"resourceType":"Location","id":"room"}',
      '{"resourceType":"Observation","status":"final","subject":{"display":"Demo"}}',
      '',
      observation('https://demo.example/fhir/Patient/one/_history/3', { code }),
    ]
    const ended = await cohort(['-', '--as-of', asOf, '--decision', 'stage', '--list'], lines.join('\n'))
    expect(ended.out).toMatch(/^one {2}referred$/m)
    expect(ended.err).toContain('Read 7 lines')
    expect(ended.err).toContain('is not JSON\n    The standard input line 2')
    expect(ended.err).toContain('does not refer to its patient by a reference\n    The standard input line 6')
    expect(ended.err).toContain('1 person left out: ')
    expect(ended.err).toContain('\n    Patient/two (The standard input line 3, at birthDate)')
    expect(ended.out).not.toContain('two')
    expect(ended.err).toContain('1 line: has no subject or patient; not used.')
    expect(ended.code).toBe(1)
  })

  it('names a line in which something is named twice, and takes neither of the two', async () => {
    const flag = (id: string, value: string) =>
      `{"resourceType":"Observation","id":"${id}","status":"final",${value},"subject":{"reference":"Patient/one"},"code":{"coding":[{"system":"${factSystem}","code":"ph.painful"}]}}`
    const lines = [
      '{"resourceType":"Patient","id":"one"}',
      flag('o1', '"valueBoolean":true,"valueBoolean":false'),
      flag('o2', '"valueBoolean":true,"subject":{"reference":"Patient/two"}'),
      '{"resourceType":"Patient","id":"three","birthDate":"1950-01-01","birthDate":"2020-01-01"}',
    ]
    const ended = await cohort(['-', '--as-of', asOf, '--decision', 'stage', '--list'], lines.join('\n'))
    expect(ended.out).toBe(`${standing}\none  referred\n`)
    for (const [name, line] of [
      ['valueBoolean', 2],
      ['subject', 3],
      ['birthDate', 4],
    ])
      expect(ended.err).toContain(`"${name}" is given twice in one object\n    The standard input line ${line}`)
    expect(ended.code).toBe(1)
  })

  it('says so where nobody is to be listed', async () => {
    const numbers = join(folder, 'same.json')
    writeFileSync(numbers, '{}')
    const ended = await cohort(
      ['-', '--as-of', asOf, '--against', numbers, '--list'],
      '{"resourceType":"Patient","id":"one"}',
    )
    expect([ended.out, ended.code]).toEqual([`${standing}\nNobody.\n`, 0])
  })

  it('takes no two people for one because their ids were written in bytes that are no text', async () => {
    const sent = ['one', 'M\ufffdller', 'M\ufffdller'].map((id) => JSON.stringify({ resourceType: 'Patient', id }))
    const { code, out, err } = await cohort(['-', '--as-of', asOf, '--decision', 'stage', '--list'], sent.join('\n'))
    expect([code, out]).toEqual([1, `${standing}\none  referred\n`])
    expect(err).toContain('is a Patient without an id\n    The standard input line 2; The standard input line 3')
  })

  it('lets nobody write on the terminal of whoever lists them: an id with signs that move about is none', async () => {
    const forged = JSON.stringify({ resourceType: 'Patient', id: 'one\u001b[2K\u001b[1Gsomebody else' })
    const moving = JSON.stringify({ resourceType: 'Patient', id: 'two\u001b[8m' })
    const { code, out, err } = await cohort(
      ['-', '--as-of', asOf, '--decision', 'stage', '--list'],
      [forged, moving, '{"resourceType":"Patient","id":"one"}'].join('\n'),
    )
    expect([code, out]).toEqual([1, `${standing}\none  referred\n`])
    expect(err).toContain('2 lines left out: is a Patient without an id')
  })

  it('names what is about somebody whom nobody can tell, instead of taking it for what is about no person', async () => {
    const about = (reference: string) =>
      JSON.stringify({ resourceType: 'Observation', status: 'final', subject: { reference } })
    const telling = ['Patient/M\ufffdller', 'Patient/one two', 'Patient?identifier=demo|1', '#one', 'one']
    const others = ['Group/one', 'https://demo.example/fhir/Device/one/_history/2']
    const { code, err } = await cohort(['-', '--as-of', asOf], [...telling, ...others].map(about).join('\n'))
    expect(code).toBe(2)
    expect(err).toContain(
      'Nobody could be read from -: The standard input line 1 has a patient reference that identifies nobody.',
    )
    const among = ['{"resourceType":"Patient","id":"one"}', ...[...others, ...telling].map(about)]
    const ended = await cohort(['-', '--as-of', asOf, '--decision', 'stage', '--list'], among.join('\n'))
    expect([ended.code, ended.out]).toEqual([1, `${standing}\none  referred\n`])
    expect(ended.err).toContain(
      '5 lines left out: has a patient reference that identifies nobody\n    The standard input line 4;',
    )
    expect(ended.err).toContain('2 lines: is about no person; not used.')
  })

  it.each([
    [['nowhere.ndjson'], 'nowhere.ndjson cannot be read: there is no such file or folder.'],
    [[besideLines], `${join(besideLines, 'folder.ndjson')} cannot be read from line 1: it is a folder.`],
    [['-', '--decision', 'botox'], '--decision "botox" is not one of certainty, phenotype,'],
    [['-', '--answer', 'blocked'], '--answer needs --decision'],
    [
      ['-', '--decision', 'botulinum', '--answer', 'perhaps'],
      '--answer "perhaps" is not one of blocked, caution, permitted.',
    ],
    [['-', '--out', 'xml'], '--out "xml" is neither csv nor ndjson.'],
  ])('says in one sentence what is wrong with %j', async (args, sentence) => {
    const { code, out, err } = await cohort(args, '')
    expect(err).toContain(`facialis: ${sentence}`)
    expect([code, out]).toEqual([2, ''])
  })
})
