import { bearsOnChart, chartFromResources } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { servedTypes } from '@facialis/server/search-indexing/parameters.ts'
import { describe, expect, it } from 'vitest'

const about = { subject: { reference: 'Patient/ada' } }
const spasm = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G51.32' }], text: 'hemifacial spasm' }
const given = (reason: string) => ({
  resourceType: 'MedicationAdministration',
  id: 'toxin',
  status: 'completed',
  ...about,
  medicationCodeableConcept: {
    coding: [{ system: 'http://www.whocc.no/atc', code: 'M03AX01' }],
    text: 'botulinum toxin',
  },
  reasonReference: [{ reference: reason }],
  partOf: [{ reference: reason }],
  effectiveDateTime: '2026-03-01',
})
const chartOf = (...resources: readonly { resourceType: string; id: string }[]) =>
  chartFromResources(hemifacialSpasm, resources, { zone: 'UTC' }).chart

/** The door of the record reads nobody's chart for what says nothing of the person. */
describe('what bears on no chart', () => {
  const silent = servedTypes.filter((type) => !bearsOnChart(type))

  it('is what is only kept: visits, papers, tasks, plans', () => {
    expect(silent).toEqual(expect.arrayContaining(['Encounter', 'DocumentReference', 'Task', 'CarePlan', 'Goal']))
    for (const type of ['Condition', 'Observation', 'DiagnosticReport', 'Medication', 'Provenance', 'Patient'])
      expect(bearsOnChart(type), type).toBe(true)
  })

  it.each(silent)('a %s changes none, whatever it says and whoever refers to it', (resourceType) => {
    const toxin = given(`${resourceType}/x`)
    const one = { resourceType, id: 'x', status: 'final', ...about, code: spasm, reasonCode: [spasm], type: [spasm] }
    expect(chartOf(toxin, one)).toEqual(chartOf(toxin))
    expect(chartOf(one)).toEqual(chartOf())
  })

  it('a problem that is referred to changes it', () => {
    const toxin = given('Condition/x')
    const one = { resourceType: 'Condition', id: 'x', ...about, code: spasm }
    expect(chartOf(toxin, one)).not.toEqual(chartOf(toxin))
  })
})
