import {
  bundleOfChart,
  chartFromBundle,
  chartFromPlainFacts,
  chartFromResources,
  type Resource,
  recognise,
} from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { facialToxin } from '@facialis/knowledge/terminology.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyChart } from './any-chart.ts'
import { administration, concept, condition, type Json, observation, procedure, report } from './bundles.ts'

const foreign: readonly Json[] = [
  condition(concept('icd', 'G51.32'), {
    asserter: { reference: 'PractitionerRole/n' },
    onsetPeriod: { start: '2020', end: '2021' },
  }),
  report({
    result: [{ reference: '#o' }],
    contained: [observation(concept('fact', 'mri.tumour'), { id: 'o', valueBoolean: false })],
    imagingStudy: [{ reference: 'ImagingStudy/s' }],
  }),
  {
    resourceType: 'ImagingStudy',
    id: 's',
    status: 'available',
    started: '2020',
    procedureCode: [concept('loinc', '24587-8')],
    series: [{ modality: { system: 'x', code: 'MR' } }],
  },
  administration({ dosage: { dose: { value: 3, unit: 'U' }, site: concept('snomed', '7771000') } }),
  procedure({ reasonReference: [{ reference: 'Condition/c' }] }),
  {
    resourceType: 'PractitionerRole',
    id: 'n',
    code: [concept('snomed', '56397003')],
    practitioner: { reference: 'Practitioner/d' },
  },
  {
    resourceType: 'QuestionnaireResponse',
    id: 'q',
    status: 'completed',
    authored: '2020',
    item: [{ linkId: 'hfs.side', answer: [{ valueString: 'left' }] }],
  },
]

/** A place inside a value, and what to put there. */
const blow = fc.record({
  at: fc.array(fc.nat(20), { minLength: 1, maxLength: 7 }),
  put: fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(null, [], {}, '', 0, 'Patient/p', { reference: '#' }, { coding: null }),
  ),
})

function broken(json: unknown, [first = 0, ...rest]: readonly number[], put: unknown): unknown {
  if (typeof json !== 'object' || json === null) return put
  const keys = Object.keys(json)
  const key = keys[first % Math.max(1, keys.length)]
  if (key === undefined) return put
  const inside: unknown = (json as Record<string, unknown>)[key]
  const changed = rest.length === 0 ? put : broken(inside, rest, put)
  return Array.isArray(json)
    ? json.map((item, index) => (String(index) === key ? changed : item))
    : { ...json, [key]: changed }
}

describe('names that programs use themselves', () => {
  it.each(['__proto__', 'constructor', 'toString'])('%s is a name like any other unknown one', (name) => {
    const coded = { coding: [{ system: name, code: name }] }
    const absent = {
      dataAbsentReason: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: name }],
      },
    }
    const entry = [
      { resourceType: name, id: name, code: coded },
      observation(concept('fact', 'egfr'), absent),
      condition(coded),
    ]
    const outcome = chartFromBundle(
      hemifacialSpasm,
      { resourceType: 'Bundle', type: 'collection', entry: entry.map((resource) => ({ resource })) },
      { zone: 'UTC' },
    )
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        chart: { observations: [{ value: { unknown: 'not-asked' } }] },
        counts: { otherTypes: 1, unknownCodes: 1 },
      },
    })
    expect(chartFromPlainFacts(hemifacialSpasm, JSON.parse(`{"facts": {"${name}": true}}`))).toMatchObject({
      ok: false,
      problem: { code: 'unknown-fact' },
    })
    expect(chartFromPlainFacts(hemifacialSpasm, { facts: { egfr: { value: 60, unit: name } } })).toMatchObject({
      ok: false,
      problem: { code: 'bad-unit' },
    })
  })
})

describe('a bundle that somebody broke', () => {
  it('is read or refused with a sentence, and never takes the program down', () => {
    let next = 0
    const sending = { patientId: 'p', at: '2026-11-23T09:00:00Z', newId: () => `id-${++next}` }
    fc.assert(
      fc.property(anyChart, fc.array(blow, { minLength: 1, maxLength: 4 }), (chart, blows) => {
        const own = bundleOfChart(hemifacialSpasm, chart, sending)
        const entry = [...(own.entry as readonly unknown[]), ...foreign.map((resource) => ({ resource }))]
        const bundle = blows.reduce<unknown>((json, { at, put }) => broken(json, at, put), { ...own, entry })
        const outcome = chartFromBundle(hemifacialSpasm, bundle, { zone: 'UTC' })
        if (!outcome.ok)
          expect(outcome.problem).toMatchObject({
            code: expect.stringMatching(/^[a-z-]+$/),
            sentence: expect.stringMatching(/\.$/),
          })
      }),
      { numRuns: 1000 },
    )
  })

  it('nor do its resources alone, in the record or at its door', () => {
    fc.assert(
      fc.property(fc.constantFrom(...foreign), fc.array(blow, { maxLength: 4 }), (resource, blows) => {
        const hurt = blows.reduce<unknown>((json, { at, put }) => broken(json, at, put), resource)
        const type = (hurt as Json | null)?.resourceType
        if (typeof type !== 'string') return
        const stored = hurt as Resource
        chartFromResources(hemifacialSpasm, [stored, ...(foreign as readonly Resource[])], { zone: 'UTC' })
        recognise(hemifacialSpasm, facialToxin, stored, { today: 20000, zone: 'UTC', find: () => stored })
      }),
      { numRuns: 2000 },
    )
  })
})
