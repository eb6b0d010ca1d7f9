import { parseDate, sinceEver } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { administration, concept, type Json, procedure, subject } from './bundles.ts'
import { request } from './recognised.ts'
import { counts, entries } from './what-is-read.ts'

describe('what was done', () => {
  it('is one session when procedure and medicine tell of the same day', () => {
    const made = entries(
      procedure({ bodySite: [concept('snomed', '7771000')], reasonCode: [concept('icd', 'G51.32')] }),
      administration({ dosage: { dose: { value: 22.5, unit: 'U' } } }),
    )
    expect(made).toHaveLength(1)
    expect(made[0]?.fields).toMatchObject({
      'session.units': { number: 2250 },
      'session.side': { word: 'left' },
      'session.indication': { word: 'hfs' },
      'session.product': { word: 'onabotulinumtoxinA' },
    })
  })

  it('adds up the muscles of one session', () => {
    const dose = (value: number): Json => administration({ dosage: { dose: { value, unit: '[U]' } } })
    expect(entries(dose(5), dose(7.5), dose(10))).toMatchObject([{ fields: { 'session.units': { number: 2250 } } }])
  })

  it('keeps two products, and two days, apart', () => {
    expect(
      entries(administration({}), administration({ medicationCodeableConcept: concept('hcpcs', 'J0588') })),
    ).toHaveLength(2)
    expect(entries(administration({}), administration({ effectiveDateTime: '2026-06-02' }))).toHaveLength(2)
  })

  it.each([
    ['procedure without a reason', procedure({}), undefined],
    ['procedure for another reason', procedure({ reasonCode: [concept('icd', 'G43.709')] }), { word: 'other' }],
    [
      'medicine given into the bladder',
      administration({ dosage: { site: concept('snomed', '89837001') } }),
      { word: 'other' },
    ],
  ])('a %s says what it was for, or nothing', (_what, resource, indication) => {
    expect(entries(resource)[0]?.fields['session.indication']).toEqual(indication)
  })

  it('reads lot and expiry of the vial', () => {
    const medication = {
      resourceType: 'Medication',
      id: 'm',
      code: concept('hcpcs', 'J0585'),
      batch: { lotNumber: 'C1234', expirationDate: '2027-03' },
    }
    const [session] = entries(
      administration({
        medicationCodeableConcept: undefined,
        medicationReference: { reference: '#m' },
        contained: [medication],
      }),
    )
    expect(session?.fields).toMatchObject({
      'session.lot': { text: 'C1234' },
      'session.product': { word: 'onabotulinumtoxinA' },
    })
  })

  it.each([
    ['not done', procedure({ status: 'not-done' }), 'notDone'],
    ['entered in error', administration({ status: 'entered-in-error' }), 'enteredInError'],
  ])('is nothing when %s', (_what, resource, count) => {
    expect(entries(resource)).toEqual([])
    expect(counts(resource)).toMatchObject({ [count]: 1 })
  })

  it('is not what was only ordered', () => {
    const order = request({})
    expect(entries(order)).toEqual([])
    expect(counts(order).orders).toBe(1)
  })

  it('reads decompression as an operation', () => {
    expect(
      entries(
        procedure({
          code: concept('cpt', '61458'),
          performedPeriod: { start: '2025-03-01T22:30:00Z', end: '2025-03-02T01:00:00Z' },
          performedDateTime: undefined,
        }),
      ),
    ).toMatchObject([{ kind: 'operation', fields: { 'operation.kind': { word: 'mvd' } } }])
  })

  it.each<[string, Json]>([
    ['an injection', administration({ effectiveDateTime: undefined, effectivePeriod: { end: '2026-05-04' } })],
    ['a procedure', procedure({ performedDateTime: undefined, performedPeriod: { end: '2026-05-04' } })],
  ])('of which only the end is told, was over by then, and nobody knows since when: %s', (_, resource) =>
    expect(entries(resource)[0]?.date).toEqual({ lo: sinceEver, hi: parseDate('2026-05-04')?.hi }),
  )

  it('reads an imaging request with its day and urgency', () => {
    const order = {
      resourceType: 'ServiceRequest',
      id: 'o',
      subject,
      status: 'active',
      intent: 'order',
      priority: 'asap',
      code: concept('loinc', '24590-2'),
      authoredOn: '2026-06-01',
      occurrenceDateTime: '2026-06-20',
    }
    expect(entries(order)).toMatchObject([
      { kind: 'imaging-order', fields: { 'order.modality': { word: 'mri' }, 'order.urgency': { word: 'soon' } } },
    ])
  })
})
