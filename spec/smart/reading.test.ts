import { answersOf } from '@facialis/engine'
import { chartFromBundle } from '@facialis/fhir'
import { mayBeForbidden, ownGatesOf } from '@facialis/fhir/cards/index.ts'
import { readRecord, scopesFor, typesAskedOf } from '@facialis/fhir/smart/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { parseDate } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from '../naive/arbitrary.ts'
import { all, people, person, problem, read, resourcesIn, without } from './reads.ts'
import { base, recordsOf } from './records.ts'

describe('a record that is read page by page says what the same record says as one bundle', () => {
  it.each(people)('%s', async (_id, { day, bundle }) => {
    const { sent, gaps } = await read(recordsOf(resourcesIn(bundle)), all, day)
    const whole = chartFromBundle(hemifacialSpasm, bundle, { zone: 'UTC' })
    if (!whole.ok) throw new Error(whole.problem.sentence)
    const asking = { asOf: parseDate(day)?.lo ?? 0, policy: {} }
    expect(gaps).toEqual([])
    expect(answersOf(hemifacialSpasm, sent.chart, asking)).toEqual(
      answersOf(hemifacialSpasm, whole.value.chart, asking),
    )
  })
})

describe('another record of the same person', () => {
  const replaced = {
    ...person,
    link: [
      { type: 'replaced-by', other: { reference: 'Patient/in-use' } },
      { type: 'replaces', other: { reference: 'Patient/old' } },
    ],
  }
  const others = [
    'the record that is in use instead of this one, Patient/in-use',
    'a record that was merged into this one, Patient/old',
  ]
  it.each([
    ['all was granted', all],
    ['nobody said what was granted', null],
    ['the person was granted in part', [...without('Patient'), 'patient/Patient.rs?_id=demo']],
  ])('is named, each of them, where %s', async (_, scopes) => {
    const { gaps } = await read(recordsOf([replaced, problem('1')]), scopes)
    expect(gaps.filter(({ why }) => why === 'another record').map(({ words }) => words)).toEqual(others)
    for (const gate of ownGatesOf(hemifacialSpasm))
      expect(mayBeForbidden(gate, { answer: 'permitted' }, gaps)).toBe(true)
  })
})

it('reads for any pathway what that pathway reads, and asks for nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ pathway, asking }) => {
      const records = recordsOf([person, problem('1')])
      const scopes = scopesFor(typesAskedOf(pathway), 'v1').join(' ')
      const whose = { get: records.get, base, scopes, patientId: 'demo', zone: 'UTC', today: asking.asOf }
      const outcome = await readRecord(pathway, whose)
      expect(outcome).toMatchObject({ ok: true, value: { gaps: [] } })
      const asked = new Set(records.asked.map((path) => /^\w+/.exec(path)?.[0]))
      expect([...asked].filter((type) => !typesAskedOf(pathway).includes(type ?? ''))).toEqual([])
    }),
    { numRuns: 40 },
  )
})
