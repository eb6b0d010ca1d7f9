import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { openClinic } from '../../clinic/open.ts'
import type { Aside } from '../../fhir/import/import-batch.ts'
import { importFiles } from '../../fhir/import/import-files.ts'
import { timesRead } from '../../fhir/import/turns.ts'
import { acknowledged, cleanRead, evaluated, signed, walk } from '../journey.ts'
import { fhir, type Json, oneHouse } from './support.ts'

const { house } = oneHouse()

const own = 'https://facialis.invalid'
const person = (id: string): Json => ({ resourceType: 'Patient', id, name: [{ text: `Demo ${id}` }] })
const finding = (id: string, whose: string, more: Json = {}): Json => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { text: 'pulse' },
  subject: { reference: `Patient/${whose}` },
  ...more,
})
const toxin = (id: string, whose: string, date: string): Json => ({
  resourceType: 'MedicationAdministration',
  id,
  status: 'completed',
  medicationReference: { reference: 'Medication/m1' },
  subject: { reference: `Patient/${whose}` },
  effectiveDateTime: date,
})
const medicine: Json = { resourceType: 'Medication', id: 'm1', code: { text: 'Botox' } }

const bring = async (...files: readonly (readonly (Json | string)[])[]) => {
  const aside: Aside[] = []
  const badlyLinked: Aside[] = []
  const paths = files.map((lines, at) => {
    const path = join(house().folder, `${at}.ndjson`)
    writeFileSync(path, `${lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')}\n`)
    return path
  })
  const done = await importFiles(house().built.clinic, paths, {
    progress: () => {},
    aside: (one) => aside.push(one),
    badlyLinked: (one) => badlyLinked.push(one),
  })
  if (!done.ok) throw new Error(done.problem.sentence)
  const told = ({ code, where, place }: Aside) => `${where.replace(/^.*\//, '')} ${code} ${place}`.trim()
  return { ...done.value, aside: aside.map((one) => told({ ...one, place: '' })), badlyLinked: badlyLinked.map(told) }
}

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
    expect(await bring(...files)).toMatchObject({ there: 6, aside: [] })
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
      aside: ({ where, code }: Aside) => aside.push(`${where.split(':').at(-1)} ${code}`),
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
      badlyLinked: () => {},
    })
    expect(done.ok && Object.fromEntries(done.value.written)).toEqual({ Patient: 1, Observation: 3 })
    expect([aside, shares]).toEqual([['6 no-resource'], [timesRead - 1, timesRead]])
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
    const done = await importFiles(opened.value, [path], { progress: nothing, aside: nothing, badlyLinked: nothing })
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

describe('files of two systems that both count from one', () => {
  const one = (name: string, birthDate: string): Json => ({ ...person('one'), name: [{ text: name }], birthDate })

  it('bring what stands in them again, where the line before with its id was refused', async () => {
    const unknown = {
      ...toxin('t-twice', 'p8', '2026-01-04'),
      medicationReference: { reference: 'Medication/nobody-has' },
    }
    const known = toxin('t-twice', 'p8', '2026-01-04')
    const done = await bring([medicine, person('p8'), unknown, known, known])
    expect([done.aside, done.written.get('MedicationAdministration')]).toEqual([['0.ndjson:3 unresolved'], 1])
    expect((await fhir(house(), 'nurse', 'GET', '/MedicationAdministration/t-twice')).body).toMatchObject(known)
  })

  it('leave nothing of somebody else with whoever has that id here, and say so of each line', async () => {
    const ada = [one('Demo Ada One', '1960-01-01'), finding('of-one', 'one')]
    expect((await bring(ada)).aside).toEqual([])
    const told = await bring([
      one('Demo Ben Two', '1990-02-02'),
      finding('of-one', 'one'),
      finding('more-of-one', 'one'),
      person('two'),
      finding('of-one', 'two'),
      finding('of-two', 'two'),
      finding('beside', 'two', { hasMember: [{ reference: 'Observation/of-one' }] }),
    ])
    expect([told.there, told.aside.toSorted()]).toEqual([
      0,
      [
        '0.ndjson:1 another-person',
        '0.ndjson:2 another-person',
        '0.ndjson:3 another-person',
        '0.ndjson:5 found-of-another',
        '0.ndjson:7 another-thing',
      ],
    ])
    expect(await fhir(house(), 'nurse', 'GET', '/Observation/more-of-one')).toMatchObject({ status: 404 })
    expect(Object.fromEntries(told.written)).toEqual({ Patient: 1, Observation: 1 })
  })

  it('merge nobody with them, whichever line comes first, and put nobody among others in their place', async () => {
    expect((await bring([one('Demo Ada One', '1960-01-01')])).aside).toEqual([])
    const replaced = { link: [{ type: 'replaced-by', other: { reference: 'Patient/one' } }] }
    const group = { resourceType: 'Group', id: 'all', type: 'person', actual: true }
    const told = await bring([
      { ...person('was-two'), ...replaced },
      one('Demo Ben Two', '1990-02-02'),
      { ...group, member: [{ entity: { reference: 'Patient/one' } }] },
    ])
    expect(told.aside.toSorted()).toEqual([
      '0.ndjson:1 another-person',
      '0.ndjson:2 another-person',
      '0.ndjson:3 another-person',
    ])
    expect((await house().view('one')).kept.merged).toEqual([])
  })

  it('and take no medicine for the one that has its number here: what was given of it is put aside', async () => {
    const called = (code: Json): Json => ({ ...medicine, id: 'first', code })
    const given = (id: string): Json => ({
      ...toxin(id, 'three', '2026-05-04'),
      medicationReference: { reference: 'Medication/first' },
    })
    expect((await bring([person('three'), called({ text: 'Carbamazepine' }), given('g1')])).aside).toEqual([])
    expect((await bring([called({ text: 'carbamazepine', coding: [{ code: 'x' }] }), given('g2')])).aside).toEqual([])
    const told = await bring([given('g3'), called({ text: 'Botox' })])
    expect(told.aside.toSorted()).toEqual(['0.ndjson:1 another-thing', '0.ndjson:2 another-thing'])
  })

  it('are gone on with where the name or the birth date was put right since', async () => {
    const also = (name: string, birthDate: string) =>
      bring([one(name, birthDate), finding('of-one', 'one'), finding(`late-${birthDate}`, 'one')])
    for (const [name, born] of [
      ['Demo Ada Married', '1960-01-01'],
      ['Demo Ada One', '1961-01-01'],
      ['Demo Ada Married', '1960'],
    ] as const)
      expect(await also(name, born)).toMatchObject({ there: 2, aside: [] })
    // Both at once, here: they are known by the name of the files still.
    const { version } = await house().view('one')
    const right = { name: 'Demo Right', birthDate: '1971-01-01' }
    const headers = { 'if-match': `"${version}"` }
    expect((await house().ask('nurse', 'PUT', '/api/patients/one/identity', right, { headers })).status).toBe(200)
    expect(await also('Demo Ada One', '1960-01-01')).toMatchObject({ there: 3, aside: [] })
  })

  it('and take nobody for whoever has the id here where no birth date tells, and no word of the name is theirs', async () => {
    const unborn = (name: string, more: Json = {}): Json => ({ ...person('unborn'), name: [{ text: name }], ...more })
    const numbered = { identifier: [{ system: 'urn:demo:numbers', value: '7' }] }
    expect((await bring([unborn('Eva Demo', { birthDate: '1960', ...numbered })])).aside).toEqual([])
    const again = async (name: string, more: Json = {}) =>
      (await bring([unborn(name, more), finding('of-unborn', 'unborn')])).aside
    expect(await again('Ben Sample')).toEqual(['0.ndjson:1 another-person', '0.ndjson:2 another-person'])
    expect(await again('Eva Sample')).toEqual([])
    expect(await again('Ben Sample', { birthDate: '1990', ...numbered })).toEqual([])
  })

  it('and count nothing of somebody else as here that was taken back of another', async () => {
    await bring([person('five'), person('six'), finding('taken-back', 'five')])
    const { status } = await fhir(house(), 'neurologist', 'DELETE', '/Observation/taken-back', undefined, {
      headers: { 'if-match': 'W/"1"' },
    })
    expect(status).toBe(204)
    expect(await bring([finding('taken-back', 'five')])).toMatchObject({ there: 1, aside: [] })
    expect((await bring([finding('taken-back', 'six')])).aside).toEqual(['0.ndjson:1 found-of-another'])
  })

  it('and count nothing as here that is about nobody there, or by a search about whoever it was about', async () => {
    const { subject: _, ...ofNobody } = finding('of-seven', 'seven')
    const found = { ...ofNobody, subject: { reference: 'Patient?identifier=urn:demo:numbers|seven' } }
    const seven = { ...person('seven'), identifier: [{ system: 'urn:demo:numbers', value: 'seven' }] }
    expect((await bring([seven, found])).aside).toEqual([])
    expect(await bring([found])).toMatchObject({ there: 1, aside: [] })
    expect((await bring([ofNobody])).aside).toEqual(['0.ndjson:1 found-of-another'])
  })

  it('and take no list of people for another that has the id here', async () => {
    const list = (name: string): Json => ({ resourceType: 'Group', id: 'g', type: 'person', actual: true, name })
    expect((await bring([list('Demo Monday list')])).aside).toEqual([])
    expect(await bring([list('demo monday list')])).toMatchObject({ there: 1, aside: [] })
    expect((await bring([list('Demo Registry')])).aside).toEqual(['0.ndjson:1 another-thing'])
  })

  it.each<[string, Json, Json, Json]>([
    [
      'a doctor',
      { resourceType: 'Practitioner', id: 'd', name: [{ prefix: ['Dr.'], given: ['Demo', 'Ann'], family: 'Lee' }] },
      { resourceType: 'Practitioner', id: 'd', name: [{ text: 'Demo A. Lee' }] },
      { resourceType: 'Practitioner', id: 'd', name: [{ text: 'Dr. Demo Bo Far' }] },
    ],
    [
      'a clinic',
      { resourceType: 'Organization', id: 'o', name: 'Demo Clinic', alias: ['DC'] },
      { resourceType: 'Organization', id: 'o', name: 'Demo Clinic, Neurology' },
      { resourceType: 'Organization', id: 'o', name: 'Demo Hospital' },
    ],
    [
      'a ward',
      { resourceType: 'Location', id: 'l', name: 'Demo Ward' },
      { resourceType: 'Location', id: 'l', name: 'demo ward' },
      { resourceType: 'Location', id: 'l', name: 'Demo Theatre' },
    ],
    [
      'a role',
      { resourceType: 'PractitionerRole', id: 'r', practitioner: { reference: 'Practitioner/x' } },
      { resourceType: 'PractitionerRole', id: 'r', practitioner: { display: 'Demo' } },
      { resourceType: 'PractitionerRole', id: 'r', practitioner: { reference: 'Practitioner/y' } },
    ],
  ])('and take %s for no other that has the id here: what names them is put aside', async (_, here, same, other) => {
    const reference = `${here.resourceType}/${here.id}`
    const naming = { extension: [{ url: 'urn:demo:beside', valueReference: { reference } }] }
    const named = (id: string): Json => finding(`${here.id}-${id}`, 'four', naming)
    expect((await bring([person('four'), here, named('1')])).aside).toEqual([])
    expect(await bring([same, named('2')])).toMatchObject({ there: 1, aside: [] })
    const code = here.resourceType === 'Practitioner' ? 'another-person' : 'another-thing'
    const told = await bring([named('3'), { ...person(`of-${here.id}`), ...naming }, other])
    expect(told.aside.toSorted()).toEqual([`0.ndjson:1 ${code}`, `0.ndjson:2 ${code}`, `0.ndjson:3 ${code}`])
  })

  it('nor a role that comes long after who names it', async () => {
    const role = (whose: string): Json => ({
      resourceType: 'PractitionerRole',
      id: 'late',
      practitioner: { reference: `Practitioner/${whose}` },
    })
    expect((await bring([role('x')])).aside).toEqual([])
    const named = { ...person('early'), generalPractitioner: [{ reference: 'PractitionerRole/late' }] }
    const between = Array.from({ length: 600 }, (_, at) => person(`between-${at}`))
    const told = await bring([named, ...between, role('y')])
    expect(told.aside.toSorted()).toEqual(['0.ndjson:1 another-thing', '0.ndjson:602 another-thing'])
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

describe('people in files who have several records', () => {
  const linked = (id: string, ...others: readonly string[]): Json => ({
    ...person(id),
    link: others.map((other) => ({ type: 'replaced-by', other: { reference: `Patient/${other}` } })),
  })

  it('who name nobody, themselves, several or each other are told with file and line, and kept', async () => {
    const files = [
      [linked('lost', 'nowhere'), linked('self', 'self'), linked('torn', 'left', 'right')],
      [person('left'), person('right'), linked('round', 'about'), linked('about', 'round'), linked('old', 'new')],
      [person('new')],
    ]
    const wrong = [
      '0.ndjson:1 no-such-person Patient.link',
      '0.ndjson:2 merged-with-itself Patient.link',
      '0.ndjson:3 merged-twice Patient.link',
      '1.ndjson:3 merged-in-a-circle Patient.link',
      '1.ndjson:4 merged-in-a-circle Patient.link',
    ]
    const first = await bring(...files)
    expect([first.aside, first.badlyLinked]).toEqual([[], wrong])
    expect((await house().view('lost')).kept.unread).toEqual(['Patient/nowhere'])
    expect(await bring(...files)).toMatchObject({ there: 9, badlyLinked: wrong })
  })

  it('have somebody look in both records when a file speaks against a merge, for an injection in the one holds back none in the other then', async () => {
    const reasons = async (id: string) => (await house().view(id)).reviews.map(({ reason }) => reason)
    await bring([linked('merged', 'used'), person('used')])
    expect((await house().view('used')).kept.merged.map(({ id }) => id)).toEqual(['merged'])
    const replaces = { link: [{ type: 'replaces', other: { reference: 'Patient/merged' } }] }
    const told = await bring([{ ...person('another'), ...replaces }])
    expect(told.badlyLinked).toEqual(['0.ndjson:1 merged-in-a-circle Patient.link'])
    expect((await house().view('used')).kept.merged).toEqual([])
    expect(await reasons('used')).toContainEqual(
      expect.stringContaining('A file parted Patient/merged from this record'),
    )
    expect(await reasons('merged')).toEqual([expect.stringContaining('A file parted this record from Patient/used')])
  })

  it('have somebody look whether they are one, in whatever order both come', async () => {
    const merged = async (id: string) =>
      (await house().view(id)).reviews.map(({ reason }) => reason).filter((one) => one.startsWith('A file merged'))
    await bring([linked('before', 'after')])
    expect(await merged('before')).toEqual([])
    await bring([person('after')])
    expect(await merged('after')).toEqual([expect.stringContaining('Patient/before')])
    await bring([linked('more', 'after')])
    expect((await merged('after')).filter((one) => one.includes('before'))).toHaveLength(1)
    expect((await merged('after')).filter((one) => one.includes('Patient/more'))).toHaveLength(1)
  })
})
