import { describe, expect, it } from 'vitest'
import { bringingInto, finding, medicine, person, toxin } from './files.ts'
import { fhir, type Json, oneHouse } from './support.ts'

const { house } = oneHouse()
const bring = bringingInto(house)

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
      expect(await also(name, born)).toMatchObject({ there: 2, otherwise: ['0.ndjson:1 says-otherwise'], aside: [] })
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

  it('and what they say otherwise of what is here is told with its place, and changes nothing', async () => {
    const pulse = (text: string, more: Json = {}): Json => finding('pulse', 'eight', { valueString: text, ...more })
    const first = [
      person('eight'),
      pulse('72'),
      pulse('88'),
      pulse('72', { meta: { lastUpdated: '2026-01-01T00:00:00Z' } }),
    ]
    expect(await bring(first)).toMatchObject({ there: 2, otherwise: ['0.ndjson:3 says-otherwise'], aside: [] })
    const later = await bring([pulse('72')], [{ ...person('eight'), gender: 'female' }, pulse('90')])
    expect(later.otherwise).toEqual(['1.ndjson:1 says-otherwise', '1.ndjson:2 says-otherwise'])
    expect(later).toMatchObject({ there: 3, aside: [] })
    const kept = await fhir(house(), 'nurse', 'GET', '/Observation/pulse')
    expect(kept.body).toMatchObject({ valueString: '72', meta: { versionId: '1' } })
  })

  it.each([
    ['with another offset from UTC', { effectiveDateTime: '2026-01-04T11:00:00.000+01:00' }, []],
    ['of another second', { effectiveDateTime: '2026-01-04T10:00:01Z' }, ['0.ndjson:1 says-otherwise']],
    ['of a day', { effectiveDateTime: '2026-01-04' }, ['0.ndjson:1 says-otherwise']],
    ['with a version of whom it is about', { subject: { reference: 'Patient/moments/_history/1' } }, []],
    ['with words that only end like one', { valueString: 'CALLED AT 11 Z' }, ['0.ndjson:1 says-otherwise']],
  ])('and say nothing otherwise of a moment that is written %s but where it is another', async (_, more, otherwise) => {
    const one = { effectiveDateTime: '2026-01-04T10:00:00Z', valueString: 'CALLED AT 10 Z' }
    await bring([person('moments'), finding('moment', 'moments', one)])
    expect(await bring([finding('moment', 'moments', { ...one, ...more })])).toMatchObject({ there: 1, otherwise })
  })

  it('and count nothing of somebody else as here that was taken back of another', async () => {
    await bring([person('five'), person('six'), finding('taken-back', 'five')])
    const { status } = await fhir(house(), 'neurologist', 'DELETE', '/Observation/taken-back', undefined, {
      headers: { 'if-match': 'W/"1"' },
    })
    expect(status).toBe(204)
    expect(await bring([finding('taken-back', 'five')])).toMatchObject({ there: 1, aside: [] })
    expect((await bring([finding('taken-back', 'six')])).aside).toEqual(['0.ndjson:1 found-of-another'])
    const otherwise = finding('taken-back', 'five', { valueString: 'put right' })
    expect((await bring([otherwise])).sentences).toEqual([
      'Observation/taken-back was here and was deleted, and this differs from it: it stays deleted.',
    ])
  })

  it('and count nothing as here that is about nobody there, or by a search about whoever it was about', async () => {
    const { subject: _, ...ofNobody } = finding('of-seven', 'seven')
    const found = { ...ofNobody, subject: { reference: 'Patient?identifier=urn:demo:numbers|seven' } }
    const seven = { ...person('seven'), identifier: [{ system: 'urn:demo:numbers', value: 'seven' }] }
    expect((await bring([seven, found])).aside).toEqual([])
    expect(await bring([found])).toMatchObject({ there: 1, otherwise: [], aside: [] })
    expect((await bring([ofNobody])).aside).toEqual(['0.ndjson:1 found-of-another'])
  })

  it('and say so where two lines of one id name two people by a search, of whom the first is taken', async () => {
    const numbered = (id: string): Json => ({ ...person(id), identifier: [{ system: 'urn:demo:numbers', value: id }] })
    const by = (number: string): Json => ({
      ...finding('of-either', number),
      subject: { reference: `Patient?identifier=urn:demo:numbers|${number}` },
    })
    const told = await bring([numbered('nine'), numbered('ten'), by('nine'), by('nine'), by('ten')])
    expect(told).toMatchObject({ there: 2, otherwise: ['0.ndjson:5 says-otherwise'], aside: [] })
    expect(await bring([by('nine')])).toMatchObject({ there: 1, otherwise: [], aside: [] })
    const kept = await fhir(house(), 'nurse', 'GET', '/Observation/of-either')
    expect(kept.body).toMatchObject({ subject: { reference: 'Patient/nine' } })
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
