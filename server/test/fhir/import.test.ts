import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { openClinic } from '../../clinic/open.ts'
import { importFiles } from '../../fhir/import/import-files.ts'
import { passCount } from '../../fhir/import/passes.ts'
import type { SkippedLine } from '../../fhir/import/skipped-line.ts'
import { acknowledged, cleanRead, evaluated, signed, walk } from '../journey.ts'
import { bringingInto, finding, medicine, own, person, toxin } from './files.ts'
import { fhir, type Json, oneHouse } from './support.ts'

const { house } = oneHouse()
const bring = bringingInto(house)

describe('files of another system', () => {
  it('come in whole, in whatever order they lie, and a second time change nothing', async () => {
    const files = [
      [finding('f1', 'p1'), finding('f2', 'p2'), toxin('t1', 'p1', '2026-05-04')],
      [medicine, person('p1'), person('p2')],
    ]
    const first = await bring(...files)
    expect([Object.fromEntries(first.written), first.aside]).toEqual([
      { Patient: 2, Medication: 1, Observation: 2, MedicationAdministration: 1 },
      [],
    ])
    expect(await bring(...files)).toMatchObject({ there: 6, otherwise: [], aside: [] })
    const read = await fhir(house(), 'nurse', 'GET', '/Observation/f1')
    expect(read.body).toMatchObject({ id: 'f1', subject: { reference: 'Patient/p1' }, meta: { versionId: '1' } })
    const view = await house().view('p1')
    expect(view.timeline.map(({ kind }) => kind)).toEqual(['resources', 'resources'])
    expect(view.reviews).toMatchObject([{ reason: expect.stringContaining('while the gate was shut') }])
    expect(view.chart.entries.map(({ kind }) => kind)).toEqual(['session'])
  })

  it('ask for one look, however many batches tell of it, and for another only once somebody has looked', async () => {
    const looks = async () => (await house().view('p9')).reviews.map(({ done }) => (done ? 'done' : 'waits'))
    const between = Array.from({ length: 510 }, (_, at) => finding(`between-${at}`, 'p9'))
    await bring([
      medicine,
      person('p9'),
      toxin('t91', 'p9', '2026-01-04'),
      ...between,
      toxin('t92', 'p9', '2026-05-04'),
    ])
    expect(await looks()).toEqual(['waits'])
    await bring([toxin('t93', 'p9', '2025-09-04')])
    expect(await looks()).toEqual(['waits'])
    const [review] = (await house().view('p9')).reviews
    expect((await house().ask('neurologist', 'POST', `/api/patients/p9/reviews/${review?.id}/close`, {})).status).toBe(
      200,
    )
    await bring([toxin('t94', 'p9', '2025-05-04')])
    expect((await looks()).sort()).toEqual(['done', 'waits'])
  })

  it('are told in one audit event for each transaction, which lists what came', async () => {
    const many = Array.from({ length: 520 }, (_, at) => finding(`many-${at}`, 'p3'))
    await bring([person('p3'), ...many])
    const events = await house().built.clinic.record.auditEntries({ patientId: 'p3', limit: 20 })
    const lists = events
      .filter(({ action }) => action === 'fhir-import')
      .map(({ changes }) => changes.filter(({ type }) => type === 'Observation').length)
    expect(lists).toEqual([20, 500, 0])
    expect((await house().built.clinic.record.verify()).ok).toBe(true)
  })

  it('leave out a line whose letters would be lost, and bring the others', async () => {
    const path = join(house().folder, 'latin.ndjson')
    const named = (id: string, name: string) => JSON.stringify({ ...person(id), name: [{ family: name }] })
    const latin = Buffer.from(named('l2', 'Demo Müller'), 'latin1')
    const half = named('l4', 'Demo ?').replace('?', '\\ud800')
    const lines = [
      Buffer.from(`\ufeff${named('l1', 'Demo Müller')}`),
      latin,
      Buffer.from(named('l3', 'Demo 𝒮')),
      Buffer.from(half),
    ]
    writeFileSync(path, Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')])))
    const aside: string[] = []
    const told = {
      progress: () => {},
      aside: ({ where, code }: SkippedLine) => aside.push(`${where.split(':').at(-1)} ${code}`),
      otherwise: () => {},
      badlyLinked: () => {},
    }
    const done = await importFiles(house().built.clinic, [path], told)
    expect(done.ok && Object.fromEntries(done.value.written)).toEqual({ Patient: 2 })
    expect(aside).toEqual(['2 not-unicode', '4 not-valid'])
    const { body } = await fhir(house(), 'nurse', 'GET', '/Patient/l1')
    expect(body).toMatchObject({ name: [{ family: 'Demo Müller' }] })
  })

  it('come in with a line of any length, one that does not begin with its type, and a last one that nothing ends', async () => {
    const long = finding('long', 'far-down', { valueString: 'x'.repeat(700_000) })
    const turnedRound = Object.fromEntries(Object.entries(person('far-down')).reverse())
    const path = join(house().folder, 'long.ndjson')
    const lines = [finding('first', 'far-down'), long, '', finding('after', 'far-down'), turnedRound, 7]
    writeFileSync(path, `\ufeff${lines.map((one) => (one === '' ? '' : JSON.stringify(one))).join('\n')}`)
    const [aside, shares]: [string[], number[]] = [[], []]
    const done = await importFiles(house().built.clinic, [path], {
      progress: (read) => shares.push(read / statSync(path).size),
      aside: ({ where, code }) => aside.push(`${where.split(':').at(-1)} ${code}`),
      otherwise: () => {},
      badlyLinked: () => {},
    })
    expect(done.ok && Object.fromEntries(done.value.written)).toEqual({ Patient: 1, Observation: 3 })
    expect([aside, shares]).toEqual([['6 no-resource'], [passCount - 3, passCount - 2, passCount]])
  })

  it('look for those they are about all at once, and for what many lines name once', async () => {
    const said: string[] = []
    const opened = await openClinic({
      folder: join(house().folder, 'of-many'),
      pathway: hemifacialSpasm,
      zone: 'UTC',
      record: { onStatement: (sql) => said.push(sql) },
    })
    if (!opened.ok) throw new Error(opened.problem.sentence)
    const path = join(house().folder, 'of-many.ndjson')
    const many = Array.from({ length: 50 }, (_, at) => [
      person(`many-${at}`),
      finding(`of-${at}`, `many-${at}`),
      toxin(`given-${at}`, `many-${at}`, '2026-01-04'),
    ])
    writeFileSync(path, [medicine, ...many.flat()].map((one) => `${JSON.stringify(one)}\n`).join(''))
    const nothing = () => {}
    const done = await importFiles(opened.value, [path], {
      progress: nothing,
      aside: nothing,
      otherwise: nothing,
      badlyLinked: nothing,
    })
    await opened.value.record.close()
    expect(done.ok && [...done.value.written.values()].sort()).toEqual([1, 50, 50, 50].sort())
    const asked = (beginning: string) => said.filter((sql) => sql.startsWith(beginning) && sql.includes('"id" = ?'))
    expect(said.filter((sql) => sql.startsWith('select "id" from "resource_current"')).length).toBeLessThan(10)
    expect(asked('select "v"."type"').length).toBeLessThan(10)
    // Whether any of them was merged with somebody.
    expect(said.filter((sql) => /^select .* from "search_value"/.test(sql)).length).toBeLessThan(10)
  })

  it('need not be there any more once all that is in them is here', async () => {
    const path = join(house().folder, 'places.ndjson')
    const places = Array.from({ length: 500 }, (_, at) => ({
      resourceType: 'Location',
      id: `place-${at}`,
      name: 'Demo',
    }))
    writeFileSync(path, places.map((one) => `${JSON.stringify(one)}\n`).join(''))
    const done = await importFiles(house().built.clinic, [path], {
      progress: () => rmSync(path, { force: true }),
      aside: () => {},
      otherwise: () => {},
      badlyLinked: () => {},
    })
    expect(done.ok && Object.fromEntries(done.value.written)).toEqual({ Location: 500 })
  })

  it('leave out what is refused, with file and line, and bring the rest', async () => {
    const told = await bring([
      person('p4'),
      'not json',
      '7',
      { resourceType: 'Claim' },
      finding('f4', 'p4', { colour: 'blue' }),
      finding('f5', 'nobody'),
      finding('f9', '', { subject: { reference: 'https://ehr.example/fhir/Patient/p4' } }),
      finding('f6', 'p4', { code: { coding: [{ system: `${own}/fact`, code: 'dx.signedBy' }] } }),
      finding('f7', 'p4'),
      finding('f7', 'p4'),
      toxin('t4', 'p4', '2026-11-23'),
      { ...toxin('t5', 'p4', '2026-11-23'), resourceType: 'MedicationRequest', intent: 'order', status: 'active' },
      toxin('t6', 'p4', '2026-11-24'),
      { ...person('p5'), birthDate: '1790-01-01' },
      JSON.stringify(finding('f8', 'p4')).replace('{', '{"status":"cancelled",'),
    ])
    expect(Object.fromEntries(told.written)).toEqual({ Patient: 1, Observation: 1 })
    expect(told.there).toBe(1)
    expect([...told.aside].sort()).toEqual(
      [
        '0.ndjson:2 not-readable',
        '0.ndjson:3 no-resource',
        '0.ndjson:4 not-kept',
        '0.ndjson:5 not-valid',
        '0.ndjson:6 no-such-person',
        '0.ndjson:7 no-such-person',
        '0.ndjson:8 kept-by-acts',
        '0.ndjson:11 gate-shut',
        '0.ndjson:12 not-valid',
        '0.ndjson:13 in-the-future',
        '0.ndjson:14 bad-date',
        '0.ndjson:15 member-twice',
      ].sort(),
    )
    expect((await house().view('p4')).chart.entries).toEqual([])
  })
})

it('have somebody look where they open a gate for whoever was here before, as what is sent does', async () => {
  const day = '2026-11-23'
  const person = await fhir(house(), 'nurse', 'POST', '/Patient', {
    resourceType: 'Patient',
    name: [{ text: 'Demo U' }],
  })
  const { id } = person.body
  await walk(
    house(),
    id,
    ['neurologist', evaluated(day)],
    ['neurologist', signed(day)],
    ['reader', cleanRead(day)],
    ['neurologist', acknowledged(day)],
  )
  const told = async () => {
    const { advice, reviews } = await house().view(id)
    return [advice.decisions.botulinum?.answer, reviews.map(({ reason }) => reason)]
  }
  expect(await told()).toEqual(['blocked', []])
  const born = (whose: string): Json => ({
    resourceType: 'QuestionnaireResponse',
    id: `born-${whose}`,
    status: 'completed',
    subject: { reference: `Patient/${whose}` },
    authored: day,
    author: { reference: 'https://ehr.example/fhir/Practitioner/77', type: 'Practitioner', display: 'Dr Demo' },
    item: [{ linkId: 'person.birthDate', answer: [{ valueDate: '1968-04-12' }] }],
  })
  expect(await bring([finding('no-news', id)])).toMatchObject({ aside: [] })
  expect(await told()).toEqual(['blocked', []])
  expect(await bring([born(id)])).toMatchObject({ aside: [] })
  expect(await told()).toEqual(['permitted', [expect.stringContaining('A file opens a gate further')]])
})
