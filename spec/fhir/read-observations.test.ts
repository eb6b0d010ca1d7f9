import { describe, expect, it } from 'vitest'
import { administration, code, concept, type Json, observation } from './bundles.ts'
import { counts, entries, said } from './what-is-read.ts'

describe('observations', () => {
  const ours = (fact: string): Json => concept('fact', fact)
  it.each([
    ['a boolean', observation(ours('ph.unilateral'), { valueBoolean: true }), { 'ph.unilateral': 'yes' }],
    [
      'a coded yes',
      observation(ours('ph.unilateral'), { valueCodeableConcept: concept('snomed', '373067005') }),
      { 'ph.unilateral': 'no' },
    ],
    [
      'a quantity in another unit',
      observation(ours('egfr'), { valueQuantity: { value: 1.2, unit: 'mL/s', code: 'mL/s' } }),
      { egfr: 72 },
    ],
    [
      'a quantity finer than is kept, rounded',
      observation(ours('egfr'), { valueQuantity: { value: 61.6, unit: 'mL/min/{1.73_m2}' } }),
      { egfr: 62 },
    ],
    [
      'a reason for absence',
      observation(ours('egfr'), { dataAbsentReason: code('asked-unknown') }),
      { egfr: { unknown: 'not-asked' } },
    ],
    [
      'a comparator',
      observation(ours('egfr'), { valueQuantity: { value: 60, unit: 'mL/min', comparator: '>' } }),
      { egfr: { unknown: 'asked-unanswered' } },
    ],
    [
      'a result that is still awaited',
      observation(ours('egfr'), { status: 'registered' }),
      { egfr: { unknown: 'pending' } },
    ],
    [
      'a preliminary result',
      observation(ours('ph.unilateral'), { status: 'preliminary', valueBoolean: true }),
      { 'ph.unilateral': { unknown: 'pending' } },
    ],
    [
      'one entered in error',
      observation(ours('ph.unilateral'), { status: 'entered-in-error', valueBoolean: true }),
      {},
    ],
  ])('with %s', (_what, resource, facts) => {
    expect(said(resource)).toEqual(facts)
  })

  it('in components are read one by one', () => {
    const parts = [
      { code: ours('ph.unilateral'), valueBoolean: true },
      { code: ours('ph.cn7Only'), valueBoolean: false },
    ]
    expect(said(observation({ text: 'examination' }, { component: parts }))).toEqual({
      'ph.unilateral': 'yes',
      'ph.cn7Only': 'no',
    })
  })

  it('of scores of one day make one score', () => {
    const made = entries(
      observation(ours('score.smc'), { valueString: 'III' }),
      observation(concept('loinc', '44261-6'), { valueInteger: 7 }),
    )
    expect(made).toMatchObject([
      { kind: 'score', fields: { 'score.smc': { word: 'III' }, 'phq9.total': { number: 7 } } },
    ])
  })

  it('about an injection are no injection', () => {
    const relief = observation(ours('session.relief'), { valueQuantity: { value: 70, unit: '%' } })
    expect(entries(relief)).toEqual([])
    expect(counts(relief).unattached).toBe(1)
  })

  it('about an injection that is there belong to it', () => {
    const given = administration({ id: 'given' })
    const relief = observation(ours('session.relief'), {
      valueQuantity: { value: 70, unit: '%' },
      partOf: [{ reference: 'MedicationAdministration/given' }],
      effectiveDateTime: '2026-07-01',
    })
    expect(entries(given, relief)).toMatchObject([
      {
        kind: 'session',
        fields: { 'session.relief': { number: 70 }, 'session.product': { word: 'onabotulinumtoxinA' } },
      },
    ])
  })
})
