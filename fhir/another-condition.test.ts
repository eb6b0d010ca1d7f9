import { type Code, entry, fact, fieldsOf, neutral, nothingToProve, type Pathway, screen } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { chartFromPlainFacts } from './plain/chart.ts'
import { chartFromBundle } from './read/bundle.ts'
import { chartFromResources } from './read/resources.ts'
import { resourcesOfAct } from './write/act.ts'

/** A pathway about something else entirely: this room knows no condition by name. */
const none = neutral('a test')
const pain = fact.choice('knee.pain', ['no', 'yes'], { question: 'Does the knee hurt?', adverse: { brace: ['yes'] } })
const girth = fact.quantity(
  'knee.girth',
  { unit: 'cm', min: 0, max: 10_000, decimals: 1 },
  { question: 'How wide?', adverse: none, codes: [{ system: 'loinc', code: '9-9', confirmed: true }] },
)
const field = fieldsOf('brace')
const size = field.choice('brace.size', ['s', 'm'], { question: 'Which size?', adverse: none })
const brace = entry('brace', { label: 'brace', plural: 'braces' }, { size })
const snomed = (code: string): Code => ({ system: 'snomed', code, confirmed: true })

const knee: Pathway = {
  id: 'knee',
  version: '1',
  title: 'Knee',
  status: 'test',
  released: null,
  passages: [],
  facts: [pain, girth],
  entries: [brace],
  screens: [screen('questions', 'Everything asked', [pain])],
  policy: [],
  decisions: [],
  collections: [],
  rankings: [],
  steps: [],
  alerts: [],
  checks: [],
  labels: [],
  conflicts: [],
  terminology: [
    {
      code: snomed('1'),
      display: 'knee pain',
      in: ['Condition'],
      means: [{ kind: 'states', fact: pain, value: 'yes' }],
    },
    {
      code: snomed('2'),
      display: 'brace fitted',
      in: ['Procedure'],
      means: [{ kind: 'enters', entry: brace, fields: { 'brace.size': 'm' } }],
    },
  ],
  focus: {},
  toProve: nothingToProve,
  stage: {
    kind: 'decision',
    inner: false,
    id: 'stage',
    asks: '',
    answers: ['here'],
    boldness: null,
    undetermined: null,
    scope: 'patient',
    body: {
      kind: 'ranked',
      rules: [],
      otherwise: { id: 'x', answer: 'here', text: '', because: [{ kind: 'own-judgement', reason: 'a test' }] },
    },
    detail: {},
  },
}

describe('another condition needs no new code', () => {
  it('in plain facts', () => {
    const read = chartFromPlainFacts(knee, {
      asOf: '2026-01-01',
      facts: { 'knee.pain': true, 'knee.girth': { value: 0.4, unit: 'm' }, 'screen.questions': 'complete' },
      braces: [{ size: 's' }],
    })
    expect(read).toMatchObject({
      ok: true,
      value: {
        chart: {
          observations: [{ value: { word: 'yes' } }, { value: { number: 400 } }],
          screens: [{ screen: 'questions' }],
          entries: [{ kind: 'brace' }],
        },
      },
    })
  })

  it('in a bundle', () => {
    const resource = (type: string, code: string, more = {}) => ({
      resource: {
        resourceType: type,
        id: code,
        status: 'completed',
        code: { coding: [{ system: 'http://snomed.info/sct', code }] },
        ...more,
      },
    })
    const girthIs = {
      resource: {
        resourceType: 'Observation',
        id: 'g',
        status: 'final',
        code: { coding: [{ system: 'http://loinc.org', code: '9-9' }] },
        valueQuantity: { value: 41.55, unit: 'cm' },
      },
    }
    const read = chartFromBundle(
      knee,
      {
        resourceType: 'Bundle',
        type: 'collection',
        entry: [resource('Condition', '1'), resource('Procedure', '2', { performedDateTime: '2026-01' }), girthIs],
      },
      { zone: 'UTC' },
    )
    expect(read).toMatchObject({
      ok: true,
      value: {
        chart: {
          observations: [{ fact: 'knee.pain' }, { fact: 'knee.girth', value: { number: 416 } }],
          entries: [{ kind: 'brace', fields: { 'brace.size': { word: 'm' } } }],
        },
      },
    })
  })

  it('in the record', () => {
    let next = 0
    const act = {
      kind: 'visit',
      date: '2026-01-01',
      facts: { 'knee.girth': 41.5 },
      entries: [{ kind: 'brace', date: '2026', fields: { size: 'm' } }],
    }
    const written = resourcesOfAct(knee, act, {
      patientId: 'p',
      actor: { id: 'a', name: 'Demo', role: 'nurse' },
      at: '2026-01-01T00:00:00Z',
      newId: () => `i${++next}`,
    })
    if (!written.ok) throw new Error(written.problem.sentence)
    expect(written.value.map(({ resourceType }) => resourceType)).toEqual(['Observation', 'Observation', 'Procedure'])
    expect(chartFromResources(knee, written.value, { zone: 'UTC' }).chart).toMatchObject({
      observations: [{ value: { number: 415 } }],
      entries: [{ kind: 'brace', fields: { 'brace.size': { word: 'm' } } }],
    })
  })

  it('and what cannot be read in the record is unknown and listed, never left as it was', () => {
    const bad = {
      resourceType: 'Observation',
      id: 'b',
      status: 'final',
      code: { coding: [{ system: 'https://facialis.invalid/fact', code: 'knee.pain' }] },
      valueInteger: 3,
    }
    const { chart, problems } = chartFromResources(knee, [bad], { zone: 'UTC' })
    expect(chart.observations).toMatchObject([{ value: { unknown: 'asked-unanswered' } }])
    expect(problems).toMatchObject([{ code: 'wrong-type', where: 'Observation/b.valueInteger' }])
  })
})
