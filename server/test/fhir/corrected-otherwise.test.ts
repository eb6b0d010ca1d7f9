import { afterEach, describe, expect, it } from 'vitest'
import { cleanUp, type House, openHouse } from '../support.ts'
import { fhir, type Json } from './support.ts'

afterEach(cleanUp)

const theo = { patient: { name: 'Demo Theo Sampel', birthDate: '1968-04-03' } }
const correct = async (house: House, id: string, identity: object) => {
  const headers = { 'if-match': `"${(await house.view(id)).version}"` }
  return house.ask('coordinator', 'PUT', `/api/patients/${id}/identity`, identity, { headers })
}
/** Another system sends what it has, over whatever stands here. */
const put = async (house: House, id: string, person: Json) => {
  const { body } = await fhir(house, 'coordinator', 'GET', `/Patient/${id}`)
  const headers = { 'if-match': `W/"${(body.meta as { versionId: string }).versionId}"` }
  const told = await fhir(
    house,
    'coordinator',
    'PUT',
    `/Patient/${id}`,
    { resourceType: 'Patient', id, ...person },
    { headers },
  )
  expect(told.status).toBe(200)
}
const looks = async (house: House, id: string) => (await house.view(id)).reviews.map(({ reason }) => reason)
const sent = { name: [{ family: 'Sampel', given: ['Demo', 'Theo'] }], birthDate: '1968-04-03' }

describe('a name or a birth date that was corrected here', () => {
  it('and that another system writes over has to be looked at, once', async () => {
    const house = await openHouse()
    const id = await house.patient(theo)
    await correct(house, id, { name: 'Demo Theo Sample', birthDate: '1986-04-03' })
    const reason =
      'Another system wrote over what was corrected here: full name Demo Theo Sampel (corrected on 23 Nov 2026 to Demo Theo Sample), birth date 3 Apr 1968 (corrected on 23 Nov 2026 to 3 Apr 1986). Look which is right; a name and a birth date are corrected under “Name and birth date”.'
    for (const _ of [1, 2]) await put(house, id, sent)
    expect(await looks(house, id)).toEqual([reason])
    // Put right again, and sent again: whoever looks has not closed it yet.
    await correct(house, id, { name: 'Demo Theo Sample', birthDate: '1986-04-03' })
    await put(house, id, sent)
    expect(await looks(house, id)).toEqual([reason])
  })

  it('and that another system writes as it was corrected, or otherwise the same, need not be', async () => {
    const house = await openHouse()
    const id = await house.patient(theo)
    await correct(house, id, { name: 'Demo Theo Sample', birthDate: '1986-04-03' })
    await put(house, id, { ...sent, birthDate: '1986-04-03', name: [{ family: 'SAMPLE', given: ['Demo', 'Theo'] }] })
    await put(house, id, { birthDate: '1986-04-03', name: [{ text: 'Sample, Demo Theo' }], gender: 'male' })
    expect(await looks(house, id)).toEqual([])
    await put(house, id, {})
    expect(await looks(house, id)).toEqual([
      'Another system wrote over what was corrected here: full name none (corrected on 23 Nov 2026 to Demo Theo Sample), birth date none (corrected on 23 Nov 2026 to 3 Apr 1986). Look which is right; a name and a birth date are corrected under “Name and birth date”.',
    ])
  })

  it('and that another system knows more exactly need not be, but for the day that it was said not to be known to', async () => {
    const house = await openHouse()
    const id = await house.patient(theo)
    await correct(house, id, { birthDate: '1968' })
    await put(house, id, { ...sent, birthDate: '1968-04-04' })
    expect(await looks(house, id)).toEqual([])
    await put(house, id, sent)
    expect(await looks(house, id)).toEqual([
      'Another system wrote over what was corrected here: birth date 3 Apr 1968 (corrected on 23 Nov 2026 to 1968). Look which is right; a name and a birth date are corrected under “Name and birth date”.',
    ])
  })

  it('and that becomes a name as long as a book is told by its beginning', async () => {
    const house = await openHouse()
    const id = await house.patient(theo)
    await correct(house, id, { name: 'Demo Theo Sample' })
    await put(house, id, { ...sent, name: [{ text: 'Demo Book '.repeat(10_000) }] })
    const [reason = '', ...more] = await looks(house, id)
    expect([reason.length < 500, more]).toEqual([true, []])
    expect(reason).toContain('Book … (corrected on 23 Nov 2026 to Demo Theo Sample)')
  })

  it('to a birth date that is not known, and that another system writes again, has to be looked at', async () => {
    const house = await openHouse()
    const id = await house.patient(theo)
    await correct(house, id, { birthDate: null })
    // It is left out, or found.
    await put(house, id, { name: sent.name })
    await put(house, id, { ...sent, birthDate: '1986-04-03' })
    expect(await looks(house, id)).toEqual([])
    await put(house, id, sent)
    expect(await looks(house, id)).toEqual([
      'Another system wrote over what was corrected here: birth date 3 Apr 1968 (corrected on 23 Nov 2026 to not known). Look which is right; a name and a birth date are corrected under “Name and birth date”.',
    ])
  })

  it('is another where nobody corrected anything: a system that knows it better than the letter did', async () => {
    const house = await openHouse()
    const id = await house.patient(theo)
    await put(house, id, { ...sent, name: [{ text: 'Demo Theo Sample' }] })
    await correct(house, id, { birthDate: '1968-04-04' })
    await put(house, id, { ...sent, name: [{ text: 'Demo Theodor Sample' }], birthDate: '1968-04-04' })
    expect(await looks(house, id)).toEqual([])
  })
})
