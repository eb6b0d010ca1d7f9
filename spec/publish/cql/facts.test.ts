import { normalChart } from '@facialis/engine/publish/index.ts'
import { factObservations, type Resource } from '@facialis/fhir'
import { publishedResources } from '@facialis/fhir/publish/index.ts'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { type EntryRecord, emptyChart, type Observation } from '@facialis/language'
import { evalFhirPathTyped, toTypedValue } from '@medplum/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fhirDefinitions } from '../../../scripts/fhir-definitions.ts'
import { asking, fromPlainFacts } from '../../examples/forms.ts'
import { span, today } from '../../promises/people.ts'
import { type Case, madeUp } from './people.ts'

function factsOf({ chart, asking }: Case): readonly Resource[] {
  let written = 0
  const facts = factObservations(pathway, normalChart(pathway, chart, asking), {
    patientId: 'demo',
    asOf: asking.asOf,
    newId: () => `fact-${++written}`,
  })
  return JSON.parse(JSON.stringify(facts))
}

const people: readonly Case[] = [
  ...examples
    .filter((_, at) => at % 40 === 0)
    .map((example) => {
      const { chart, asOf } = fromPlainFacts(example)
      return { chart, asking: asking(asOf) }
    }),
  ...fc.sample(madeUp, { seed: 20261126, numRuns: 12 }),
]

type Invariant = Readonly<{ path: string; human: string; expression: string }>
type Profile = Readonly<{ element: readonly { path: string; constraint?: readonly Omit<Invariant, 'path'>[] }[] }>

const resources = publishedResources(pathway, {
  standing: { isSigned: false, text: 'draft' },
  day: '2026-11-28',
  texts: [],
})
const profile = resources.find(({ resourceType }) => resourceType === 'StructureDefinition') as Resource
const invariants: readonly Invariant[] = (profile.differential as Profile).element.flatMap(
  ({ path, constraint = [] }) => constraint.map((one) => ({ ...one, path })),
)

/** The sentences of the profile that a resource does not keep. */
const unkept = (resource: Resource): readonly string[] =>
  invariants.flatMap(({ path, human, expression }) => {
    const whole = [toTypedValue(resource)]
    const holders = path === 'Observation' ? whole : evalFhirPathTyped(path.slice('Observation.'.length), whole)
    return holders.some((holder) => evalFhirPathTyped(expression, [holder])[0]?.value !== true) ? [human] : []
  })

describe('Fact Observations', () => {
  it('are valid FHIR R4 and keep what their profile asks for', () => {
    const faultsOf = fhirDefinitions()
    const all = people.flatMap(factsOf)
    expect(all.length).toBeGreaterThan(500)
    for (const one of all) expect([one, faultsOf(one), unkept(one)]).toEqual([one, [], []])
  })

  it('break their profile without a value or a reason, and under a code nobody knows', () => {
    const [fact] = people.flatMap(factsOf).filter((one) => 'valueBoolean' in one)
    const { valueBoolean: _, ...empty } = fact as Resource
    expect(unkept(empty as Resource)).toEqual([
      'A fact has a value or a reason why there is none; an entry has neither.',
    ])
    expect(unkept({ ...(fact as Resource), code: { text: 'something' } }).length).toBeGreaterThan(0)
  })
})

const source = { source: 'made up' }
const says = (fact: string, value: Observation['value'], date: string): Observation => ({
  fact,
  value,
  date: span(date),
  provenance: source,
})
const sent = (observations: readonly Observation[], entries: readonly EntryRecord[] = []) =>
  factsOf({ chart: { ...emptyChart, observations, entries }, asking: { asOf: today, policy: {} } })

describe('what is sent of a fact', () => {
  it('a month as a month, and one that has not ended yet as the days that have passed', () => {
    const onset = (date: string) => {
      const [one] = sent([says('hfs.onset', { date: span('2024-03') }, date)]).filter(({ code }) =>
        JSON.stringify(code).includes('hfs.onset'),
      )
      return one
    }
    expect(onset('2026-10')).toMatchObject({ valueDateTime: '2024-03', effectiveDateTime: '2026-10' })
    expect(onset('2026-11')).toMatchObject({ effectivePeriod: { start: '2026-11-01', end: '2026-11-23' } })
  })

  it('nothing where nobody was asked, and the reason where there is no answer', () => {
    const codes = (facts: readonly Resource[]) => JSON.stringify(facts.map(({ code }) => code))
    expect(codes(sent([]))).not.toContain('ph.unilateral')
    const asked = sent([says('ph.unilateral', { unknown: 'asked-unanswered' }, '2026-11-20')])
    expect(asked.find(({ code }) => JSON.stringify(code).includes('ph.unilateral'))?.dataAbsentReason).toBeDefined()
  })

  it('nothing of a report that was withdrawn or has been replaced', () => {
    const study = (id: string, more: Partial<EntryRecord>): EntryRecord => ({
      id,
      kind: 'study',
      date: span('2026-11-10'),
      withdrawn: false,
      supersedes: [],
      fields: {},
      provenance: source,
      ...more,
    })
    const facts = sent(
      [],
      [study('first', {}), study('second', { supersedes: ['first'] }), study('wrong', { withdrawn: true })],
    )
    expect(facts.flatMap(({ identifier }) => (identifier ? [JSON.stringify(identifier)] : []))).toEqual([
      expect.stringContaining('second'),
    ])
  })
})
