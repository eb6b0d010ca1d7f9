import { describe, expect, it } from 'vitest'
import { fhir, type Json, oneHouse } from './support.ts'

let june: string
const { house, made, revise } = oneHouse(async (opened) => {
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
})
