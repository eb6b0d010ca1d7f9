import type { LikePatient } from '@facialis/wire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPerson } from '../emergency/find-person.ts'
import { isSameName } from '../search-indexing/name-key.ts'
import { adaSample, cleanUp, type House, openHouse } from './support.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(cleanUp)

const entered = (name: string, birthDate: string | null) =>
  house.patient({ patient: { ...adaSample.patient, name, birthDate } })
const alike = async (name: string, birthDate: string | null = null) => {
  const asked = { name, ...(birthDate === null ? {} : { birthDate }) }
  const { body } = await house.ask<readonly LikePatient[]>('coordinator', 'POST', '/api/patients/duplicates', asked)
  return body.map(({ name: called, birthDate: born }) => [called, born])
}
const inAnEmergency = async (name: string, birthDate: string) => {
  const found = await findPerson(house.built.clinic, { name, birthDate })
  return found.ok ? found.value : found.problem.code
}

describe('whoever gave a birth date only at the visit', () => {
  it('is found by it among people who may be the same and in an emergency, and by no other, until it is corrected', async () => {
    const id = await entered('Demo Visit Asked', null)
    const asked = await house.act('neurologist', id, {
      kind: 'visit',
      date: '2026-11-23',
      facts: { 'person.birthDate': '1971-03-09' },
    })
    expect(asked.status).toBe(200)
    expect(await alike('Asked Otherwise', '1971-03-09')).toEqual([['Demo Visit Asked', '1971-03-09']])
    expect(await alike('Asked Otherwise', '1971-03-10')).toEqual([])
    expect(await alike('Demo Visit Asked')).toEqual([['Demo Visit Asked', '1971-03-09']])
    expect(await inAnEmergency('Demo Visit Asked', '1971-03-09')).toBe(id)
    expect(await inAnEmergency('Demo Visit Asked', '1971-03-10')).toBe('nobody-found')
    const corrected = await house.act('neurologist', id, {
      kind: 'correction',
      date: '2026-11-23',
      note: 'Misheard.',
      facts: { 'person.birthDate': '1971-03-19' },
    })
    expect(corrected.status).toBe(200)
    expect(await alike('Asked Otherwise', '1971-03-19')).toEqual([['Demo Visit Asked', '1971-03-19']])
    expect(await alike('Asked Otherwise', '1971-03-09')).toEqual([])
  })

  it('or more exactly there, is told apart by it from who was born in the same year', async () => {
    const id = await entered('Demo Visit Exactly', '1971')
    await house.act('nurse', id, { kind: 'visit', date: '2026-11-23', facts: { 'person.birthDate': '1971-03-09' } })
    expect(await alike('Demo Visit Exactly')).toEqual([['Demo Visit Exactly', '1971-03-09']])
    expect(await inAnEmergency('Demo Visit Exactly', '1971-03-09')).toBe(id)
    expect(await inAnEmergency('Demo Visit Exactly', '1971-05-05')).toBe('nobody-found')
  })
})

describe('a name', () => {
  it.each([
    ["O'Brien Cleo", 'obrien cleo', '1968-04-01'],
    ['O’Brien Cleo', "cleo O'BRIEN", '1968-04-02'],
    ['Ann Smith-Jones', 'smithjones ann', '1968-04-03'],
    ['Ann Smith-Jones', 'Smith Jones, Ann', '1968-04-04'],
    ['Maria De la Cruz', 'delacruz, maria', '1968-04-05'],
    ['Mary Ann O Brien', "O'Brien Maryann", '1968-04-06'],
    ['Νίκος-Άννα', 'ΝΙΚΟΣΑΝΝΑ', '1968-04-07'],
  ])('%s is written %s as well, and found so', async (name, other, born) => {
    const id = await entered(`Demo ${name}`, born)
    expect((await alike(`${other} demo`)).map(([called]) => called)).toContain(`Demo ${name}`)
    expect(await inAnEmergency(`${other} demo`, born)).toBe(id)
  })

  it.each([
    ['Anna Lee', 'Ann Alee'],
    ['Lena Demo', 'Nela Demo'],
    ['Ada Lee', 'Ada Lee Berg'],
    ['王小 明', '明王小'],
  ])('%s is not %s', (one, other) => {
    expect([isSameName(one, other), isSameName(one, one)]).toEqual([false, true])
  })

  it('of many words is found by each of them and the day of birth, also by the last', async () => {
    const long = 'Demo Maria de los Angeles del Carmen de la Cruz Longname'
    await entered(long, '1957-06-07')
    for (const name of ['Maria', 'Anna Longname', 'A. Delacruz', 'A. Long-Name'])
      expect(await alike(name, '1957-06-07'), name).toEqual([[long, '1957-06-07']])
  })

  it('is looked for among all who are called so', async () => {
    const changes = Array.from({ length: 60 }, (_, at) => ({
      method: 'create' as const,
      resource: { resourceType: 'Patient', id: `often-${at}`, name: [{ text: 'Demo Often Given' }] },
    }))
    expect((await house.built.clinic.record.act({ actor: { id: 'trial' }, action: 'import', changes })).ok).toBe(true)
    expect(await alike('Given, Demo Often')).toHaveLength(60)
  })
})
