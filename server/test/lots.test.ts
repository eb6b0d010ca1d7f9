import type { LotRecall } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { fhir } from './fhir/support.ts'
import { atChair, openGate, session, walk } from './journey.ts'
import { cleanUp, type House, openHouse } from './support.ts'

afterEach(cleanUp)
const today = '2026-11-23'
const recall = async (house: House, lot: string) =>
  house.ask<LotRecall>('coordinator', 'POST', '/api/lots/recall', { lot })
const namesIn = async (house: House, lot: string) => (await recall(house, lot)).body.people.map(({ name }) => name)

/** A session of an earlier year, as it is told afterwards. */
const history = (lot: string) =>
  ({
    kind: 'history',
    date: today,
    recordedAfter: { why: 'elsewhere' },
    entries: [{ kind: 'session', date: '2026-03', fields: { 'session.product': 'unknown', 'session.lot': lot } }],
  }) as const

describe('a lot that is called back', () => {
  it('finds everybody who got it, here or elsewhere, however the lot is written, with a way to reach them', async () => {
    const house = await openHouse()
    const ada = await openGate(house)
    await walk(house, ada, ['neurologist', atChair(today)], ['neurologist', session(today)])
    const theo = await house.patient({ patient: { name: 'Demo Theo Sample', birthDate: null } })
    const ivo = await house.patient({ patient: { name: 'Demo Ivo Sample', birthDate: null } })
    await walk(house, theo, ['nurse', history('l 100')])
    await walk(house, ivo, ['nurse', history('L-1000')])
    const { body } = await recall(house, 'L100')
    expect(body.people).toEqual([
      { id: ada, name: 'Demo Ada Sample', birthDate: '1970-05-04', phone: '555-0101', email: null, given: [today] },
      { id: theo, name: 'Demo Theo Sample', birthDate: null, phone: null, email: null, given: ['2026-03'] },
    ])
    expect(await namesIn(house, 'L-99')).toEqual([])
  })

  it('finds whom another system told of, with the vial inside what was given or by itself', async () => {
    const house = await openHouse()
    const vial = { resourceType: 'Medication', code: { text: 'Botox' }, batch: { lotNumber: 'L-200' } }
    const kept = await fhir(house, 'neurologist', 'POST', '/Medication', vial)
    for (const [at, more] of [
      { contained: [{ ...vial, id: 'v' }], medicationReference: { reference: '#v' } },
      { medicationReference: { reference: `Medication/${kept.body.id}` } },
    ].entries()) {
      const id = await house.patient({ patient: { name: `Demo Number ${at}`, birthDate: null } })
      const told = await fhir(house, 'neurologist', 'POST', '/MedicationAdministration', {
        resourceType: 'MedicationAdministration',
        status: 'completed',
        subject: { reference: `Patient/${id}` },
        effectiveDateTime: '2026-05-04',
        ...more,
      })
      expect(told.status).toBe(201)
    }
    expect(await namesIn(house, 'l200')).toEqual(['Demo Number 0', 'Demo Number 1'])
  })

  it('leaves out a session that was struck, and follows a lot that was corrected', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await walk(house, id, ['nurse', history('A1')], ['nurse', history('B2')])
    const { entries } = (await house.view(id)).chart
    const [first, second] = entries.filter(({ kind }) => kind === 'session')
    const entry = { kind: 'session', date: null } as const
    await walk(
      house,
      id,
      [
        'neurologist',
        {
          kind: 'correction',
          date: today,
          note: 'x',
          entries: [{ ...entry, id: first!.id, withdrawn: true, fields: {} }],
        },
      ],
      [
        'neurologist',
        {
          kind: 'correction',
          date: today,
          note: 'x',
          entries: [{ ...entry, id: second!.id, fields: { 'session.lot': 'C3' } }],
        },
      ],
    )
    expect([await namesIn(house, 'A1'), await namesIn(house, 'B2'), await namesIn(house, 'C3')]).toEqual([
      [],
      [],
      ['Demo Ada Sample'],
    ])
  })

  it('is told in the audit trail with everybody who was found', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await walk(house, id, ['nurse', history('A1')])
    await recall(house, 'A1')
    const [told] = await house.built.clinic.record.auditEntries({ limit: 1 })
    expect(told).toMatchObject({ action: 'lot-recall', patientIds: [id] })
    expect((await recall(house, '--')).problem).toMatchObject({ code: 'bad-lot', where: 'lot' })
  })
})
