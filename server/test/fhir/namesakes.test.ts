import { describe, expect, it } from 'vitest'
import { patientsByName } from '../../patient/patients-by-name.ts'
import { fhir, type Json, oneHouse } from './support.ts'

let june: string
const { house, made, patch, revise, send } = oneHouse(async (opened) => {
  june = await opened.patient({ patient: { name: 'Demo June Sample', birthDate: '1964-04-22', phone: '555-0118' } })
})
const looks = async (id: string) => (await house().view(id)).reviews.map(({ reason }) => reason)
const person = (more: Json = {}): Json => ({
  resourceType: 'Patient',
  name: [{ family: 'Sample', given: ['Demo', 'June'] }],
  birthDate: '1964-04-22',
  ...more,
})
const same =
  /^Another system made this record for somebody who has the name and the birth date of Patient\/\S+: look whether they are one person\./

describe('somebody made by another system, who was referred here before by a letter that wrote the name in one piece', () => {
  it('is looked at, for the family name finds nobody and a second record is made', async () => {
    const headers = { 'if-none-exist': 'family=Sample&birthdate=1964-04-22' }
    const told = await fhir(house(), 'nurse', 'POST', '/Patient', person(), { headers })
    expect(told.status).toBe(201)
    expect(await looks(told.body.id)).toEqual([expect.stringMatching(same)])
    expect((await looks(told.body.id))[0]).toContain(`Patient/${june}:`)
    // It is said once, and not each time that somebody writes the record.
    await revise('nurse', { ...told.body, gender: 'female' }, 1)
    expect(await looks(told.body.id)).toHaveLength(1)
  })

  it.each([
    ['was born on another day', { birthDate: '1964-04-23' }],
    ['was born in a year of which no day is known', { birthDate: '1964' }],
    ['has another name', { name: [{ family: 'Sample', given: ['Demo', 'Judith'] }] }],
    ['has none', { name: [{ use: 'official' }] }],
  ])('is somebody else who %s', async (_, more) => {
    const { id } = await made('nurse', person(more))
    expect(await looks(id)).toEqual([])
  })

  it('is looked at once where the record says itself whom it replaces', async () => {
    const ina = await house().patient({ patient: { name: 'Demo Ina Sample', birthDate: '1961-01-31' } })
    const link = [{ type: 'replaces', other: { reference: `Patient/${ina}` } }]
    const { id } = await made('nurse', person({ name: [{ text: 'Demo Ina Sample' }], birthDate: '1961-01-31', link }))
    const [only, ...more] = await looks(id)
    expect([only, more]).toEqual([expect.stringContaining(`merged Patient/${ina} into this record`), []])
  })

  it('is looked at once the birth date or the name comes by which they are somebody here, and not again with what else comes', async () => {
    const ada = await house().patient({ patient: { name: 'Demo Ada Sample', birthDate: '1958-06-01' } })
    const named = { name: [{ text: 'Sample, Demo Ada' }], birthDate: '1958-06-01' }
    const told = new RegExp(
      `^Another system names in this record by now somebody who has the name and the birth date of .*Patient/${ada}\\b.*: look`,
    )
    const bare = await made('nurse', person({ ...named, birthDate: undefined }))
    expect(await looks(bare.id)).toEqual([])
    await revise('nurse', { ...bare, ...named }, 1)
    expect(await looks(bare.id)).toEqual([expect.stringMatching(told)])
    await revise('nurse', { ...bare, ...named, name: [...named.name, { use: 'nickname', text: 'Demo Addie' }] }, 2)
    expect(await looks(bare.id)).toHaveLength(1)

    const misspelled = await made('nurse', person({ ...named, name: [{ text: 'Demo Ava Sample' }] }))
    await patch('nurse', `Patient/${misspelled.id}`, [
      { op: 'replace', path: '/name/0/text', value: 'Demo Ada Sample' },
    ])
    expect(await looks(misspelled.id)).toEqual([expect.stringMatching(told)])
  })

  it('is looked at as well where both records come in one bundle, whichever kind it is', async () => {
    for (const [type, birthDate] of [
      ['batch', '1971-02-03'],
      ['transaction', '1971-02-04'],
    ] as const) {
      const names = [{ text: 'Demo Twice Sample' }, { family: 'Sample', given: ['Demo', 'Twice'] }]
      const entry = names.map((name) => ({
        resource: person({ name: [name], birthDate }),
        request: { method: 'POST', url: 'Patient' },
      }))
      const told = await send('nurse', '', { resourceType: 'Bundle', type, entry })
      const [first, second] = told.bundle.entry.map(({ response }) => response?.location?.split('/').at(-3) ?? '')
      expect([type, await looks(first ?? '')]).toEqual([type, []])
      expect([type, await looks(second ?? '')]).toEqual([type, [expect.stringContaining(`Patient/${first}:`)]])
    }
  })

  it('is told by the record in use where the one found was merged into another', async () => {
    const born = { name: [{ text: 'Demo Ivo Sample' }], birthDate: '1959-09-09' }
    const used = await made('nurse', person({ ...born, name: [{ text: 'Demo Ivo Other' }] }))
    const link = [{ type: 'replaced-by', other: { reference: `Patient/${used.id}` } }]
    await made('nurse', person({ ...born, link }))
    const { id } = await made('nurse', person(born))
    expect(await looks(id)).toEqual([expect.stringContaining(`birth date of Patient/${used.id}: look`)])
  })

  it('is told of the first few of many who are called so', async () => {
    const entry = Array.from({ length: 9 }, () => ({
      resource: person({ name: [{ text: 'Demo Test Patient' }], birthDate: '1970-01-01' }),
      request: { method: 'POST', url: 'Patient' },
    }))
    const told = await send('nurse', '', { resourceType: 'Bundle', type: 'transaction', entry })
    const ids = told.bundle.entry.map(({ response }) => response?.location?.split('/').at(-3) ?? '')
    const of = ids.slice(0, 5).map((id) => `Patient/${id}`)
    expect(await looks(ids[8] ?? '')).toEqual([expect.stringContaining(`birth date of ${of.join(', ')}, 3 more: look`)])
  })

  it('is found among more names than a database takes at once', async () => {
    const names = Array.from({ length: 40_000 }, (_, at) => `Demo Number ${at}`)
    const found = await patientsByName(house().built.clinic.record, [...names, 'Sample, Demo June'], ['1964-04-22'])
    expect(found.map(({ id }) => id)).toContain(june)
  })
})
