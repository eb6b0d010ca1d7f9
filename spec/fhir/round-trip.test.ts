import {
  bundleOfChart,
  chartFromBundle,
  chartFromResources,
  type Resource,
  resourcesOfAct,
  statementsOfAct,
} from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Chart, type Fact, unknownReasons } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyChart, writtenDate } from './any-chart.ts'

/**
 * Whatever a person can record about anybody, in any words the pathway has, survives the record: the resources of an
 * act give back exactly what the act stated.
 */
const unknown = fc.oneof(
  fc.constant(null),
  fc.constantFrom(...unknownReasons).map((reason) => ({ unknown: reason })),
)

function plainFor(fact: Fact): fc.Arbitrary<unknown> {
  switch (fact.type) {
    case 'yes-no':
    case 'choice':
      return fc.constantFrom(...fact.values)
    case 'set':
      return fc.subarray([...fact.values])
    case 'quantity':
      return fc
        .integer({ min: fact.min, max: fact.max })
        .map((steps) => Number((steps / 10 ** fact.decimals).toFixed(fact.decimals)))
    case 'date':
      return writtenDate
    case 'text':
      return fc.string({ minLength: 1 }).filter((text) => text.trim() !== '')
  }
}

const valuesOf = (facts: readonly Fact[]): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .subarray([...facts], { maxLength: Math.min(12, facts.length) })
    .chain((some) =>
      fc.record(
        Object.fromEntries(
          some.map((fact) => [
            fact.id,
            fc.oneof({ weight: 5, arbitrary: plainFor(fact) }, { weight: 1, arbitrary: unknown }),
          ]),
        ),
      ),
    )

const entry = fc.constantFrom(...hemifacialSpasm.entries).chain((kind) =>
  fc.record({
    kind: fc.constant(kind.id),
    date: fc.option(writtenDate),
    withdrawn: fc.boolean(),
    supersedes: fc.subarray(['older-1', 'older-2']),
    fields: valuesOf(Object.values(kind.fields)).map((fields) => ({
      ...fields,
      ...(kind.id === 'study' ? judge : {}),
    })),
  }),
)
const judge = {
  'study.relevanceBy': 'neurosurgeon',
  'study.relevanceName': 'Dr Demo',
  'study.relevanceOn': '2026-11-01',
  'study.relevanceWhy': 'far from the nerve',
}

const act = fc.record({
  kind: fc.constantFrom(
    'visit',
    'diagnosis-signed',
    'imaging-read',
    'toxin-session',
    'toxin-order',
    'correction',
    'consent',
  ),
  date: writtenDate,
  facts: valuesOf(hemifacialSpasm.facts.filter((fact) => fact.scope === 'patient')),
  screens: fc.subarray(hemifacialSpasm.screens.map((screen) => screen.id)),
  entries: fc.array(entry, { maxLength: 4 }),
  // A judgement needs its reason: an act without one is refused, which is told below.
  note: fc.string().map((text) => `why: ${text}`),
  recordedAfter: fc.option(fc.constant({ why: 'elsewhere', by: 'Demo Clinic' }), { nil: undefined }),
})

const counter = () => {
  let next = 0
  return () => `id-${++next}`
}

/** Without who said it: that the same person said it is asserted once, below. */
const told = ({ observations, screens, entries }: Chart) => ({
  observations: observations.map(({ fact, value, date: when }) => ({ fact, value, when })),
  screens: screens.map(({ screen, date: when }) => ({ screen, when })),
  entries: entries.map(({ provenance: _by, ...rest }) => rest),
})

const writing = {
  patientId: '1',
  actor: { id: 'a1', name: 'Dr Demo', role: 'clinician' },
  at: '2026-11-23T09:00:00.000Z',
}
const asStored = (resources: readonly Resource[]): readonly Resource[] => JSON.parse(JSON.stringify(resources))

describe('what an act states', () => {
  it('comes back exactly from the resources it is stored as', () => {
    fc.assert(
      fc.property(act, (recorded) => {
        const stated = statementsOfAct(hemifacialSpasm, recorded, { newId: counter() })
        const written = resourcesOfAct(hemifacialSpasm, recorded, { ...writing, newId: counter() })
        if (!stated.ok || !written.ok) throw new Error(JSON.stringify(stated.ok ? written : stated))
        const read = chartFromResources(hemifacialSpasm, asStored(written.value), { zone: 'Europe/Vienna' })
        expect(read.problems).toEqual([])
        expect(told(read.chart)).toEqual(told(stated.value.chart))
      }),
      { numRuns: 400 },
    )
  })

  it('covers every fact and every field of the pathway, each with every word it has', () => {
    for (const fact of hemifacialSpasm.facts)
      for (const value of 'values' in fact && fact.type !== 'set' ? fact.values : [])
        roundTrip({ kind: 'visit', date: '2026-11-23', facts: { [fact.id]: value }, note: 'why' })
    for (const kind of hemifacialSpasm.entries)
      for (const fact of Object.values(kind.fields))
        for (const value of 'values' in fact ? fact.values : [])
          roundTrip({
            kind: 'visit',
            date: '2026-11-23',
            entries: [
              {
                kind: kind.id,
                date: null,
                fields: { ...(kind.id === 'study' ? judge : {}), [fact.id]: fact.type === 'set' ? [value] : value },
              },
            ],
          })
  })

  function roundTrip(recorded: Parameters<typeof statementsOfAct>[1]): void {
    const stated = statementsOfAct(hemifacialSpasm, recorded, { newId: counter() })
    const written = resourcesOfAct(hemifacialSpasm, recorded, { ...writing, newId: counter() })
    if (!stated.ok || !written.ok) throw new Error(JSON.stringify(stated.ok ? written : stated))
    expect(told(chartFromResources(hemifacialSpasm, asStored(written.value), { zone: 'UTC' }).chart)).toEqual(
      told(stated.value.chart),
    )
  }

  it('keeps who said it, and in which role', () => {
    const written = resourcesOfAct(
      hemifacialSpasm,
      { kind: 'visit', date: '2026-11-23', facts: { 'hfs.side': 'left' } },
      { ...writing, newId: counter() },
    )
    if (!written.ok) throw new Error(written.problem.sentence)
    const { chart } = chartFromResources(hemifacialSpasm, written.value, { zone: 'UTC' })
    expect(chart.observations[0]?.provenance).toMatchObject({ by: 'Dr Demo', role: 'clinician' })
  })
})

describe('a whole chart', () => {
  it('comes back exactly from the bundle it is sent as', () => {
    fc.assert(
      fc.property(anyChart, (chart) => {
        const sent = bundleOfChart(hemifacialSpasm, chart, {
          patientId: 'p',
          at: '2026-11-23T09:00:00Z',
          newId: counter(),
        })
        const read = chartFromBundle(hemifacialSpasm, JSON.parse(JSON.stringify(sent)), { zone: 'Asia/Tokyo' })
        if (!read.ok) throw new Error(`${read.problem.sentence} (${read.problem.where})`)
        expect(told(read.value.chart)).toEqual(told(chart))
        const people = ({ observations }: Chart) =>
          observations.map(({ provenance: { by, role } }) => (by === undefined ? [] : [by, role]))
        expect(people(read.value.chart)).toEqual(people(chart))
      }),
      { numRuns: 300 },
    )
  })

  it('tells others of what nobody knows the beginning of by its end alone, and reads the same again', () => {
    const given = {
      resourceType: 'MedicationAdministration',
      id: 'g',
      status: 'completed',
      subject: { reference: 'Patient/p' },
    }
    const ended = { ...given, medicationCodeableConcept: { text: 'Botox' }, effectivePeriod: { end: '2026-05-04' } }
    const { chart } = chartFromResources(hemifacialSpasm, [ended], { zone: 'UTC' })
    const sent = JSON.parse(
      JSON.stringify(
        bundleOfChart(hemifacialSpasm, chart, { patientId: 'p', at: '2026-11-23T09:00:00Z', newId: counter() }),
      ),
    )
    const natives = sent.entry.map((one: { resource: object }) => one.resource)
    expect(natives).toContainEqual(
      expect.objectContaining({ resourceType: 'MedicationAdministration', effectivePeriod: { end: '2026-05-04' } }),
    )
    const read = chartFromBundle(hemifacialSpasm, sent, { zone: 'UTC' })
    expect(read.ok && told(read.value.chart)).toEqual(told(chart))
  })
})
