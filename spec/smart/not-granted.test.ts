import { answersOf } from '@facialis/engine'
import { mayBeForbidden, ownGatesOf, prefetchOf } from '@facialis/fhir/cards/index.ts'
import { typesAskedOf } from '@facialis/fhir/smart/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { parseDate } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { gapsOf, people, person, problem, read, resourcesIn, without } from './reads.ts'
import { recordsOf } from './records.ts'

describe('what was not granted', () => {
  it('is not asked for, is named, and is not taken for none', async () => {
    const records = recordsOf([person, problem('1')])
    const { sent, gaps } = await read(records, without('Condition', 'MedicationRequest'))
    expect(records.asked.filter((path) => /^(Condition|MedicationRequest)/.test(path))).toEqual([])
    expect(gapsOf(gaps)).toEqual({ Condition: 'not granted', MedicationRequest: 'not granted' })
    expect(sent.chart.observations.map(({ fact }) => fact)).toEqual(['person.birthDate'])
    expect(sent.lacking.map(({ asked }) => asked.type)).toEqual(['Condition', 'MedicationRequest'])
  })

  it('leaves no gate open, whoever it is about and whatever it is', async () => {
    const types = typesAskedOf(hemifacialSpasm).slice(0, -3)
    const opened = new Set<string>()
    for (const [at, [, { day, bundle }]] of people.entries()) {
      const type = types[at % types.length] ?? ''
      const { sent, gaps } = await read(recordsOf(resourcesIn(bundle)), without(type), day)
      const answers = answersOf(hemifacialSpasm, sent.chart, { asOf: parseDate(day)?.lo ?? 0, policy: {} })
      expect(gaps.map((gap) => gap.type)).toContain(type)
      for (const gate of ownGatesOf(hemifacialSpasm)) {
        const answer = answers[gate.id] ?? ''
        if (answer !== 'blocked') opened.add(answer)
        expect(mayBeForbidden(gate, { answer }, gaps)).toBe(answer !== 'blocked')
      }
    }
    // Otherwise the promise is about nobody.
    expect([...opened].toSorted()).toEqual(['caution', 'permitted'])
  })

  it('is named, too, where access was given to some of a kind only', async () => {
    const narrowed = [...without('Observation'), 'patient/Observation.rs?category=laboratory']
    expect(gapsOf((await read(recordsOf([person]), narrowed)).gaps)).toEqual({ Observation: 'granted in part' })
  })
})

it('where nobody said what was granted, all is read, and every kind is named', async () => {
  const { sent, gaps } = await read(recordsOf([person, problem('1')]), null)
  expect(sent.chart.observations.map(({ provenance }) => provenance.source)).toContain('Condition/1')
  expect(gapsOf(gaps)).toEqual(
    Object.fromEntries(prefetchOf(hemifacialSpasm).map(({ type }) => [type, 'grant not said'])),
  )
})
