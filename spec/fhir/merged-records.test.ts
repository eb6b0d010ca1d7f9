import { chartFromBundle, identityIn, readSummary } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { bundleOf, concept } from './bundles.ts'
import { read, said } from './what-is-read.ts'

const link = (type: string, ...references: readonly string[]) => ({
  link: references.map((reference) => ({ type, other: { reference } })),
})
const person = (id: string, more: object = {}) => ({ resourceType: 'Patient', id, birthDate: '1960-02-03', ...more })
const allergyOf = (id: string) => ({
  resourceType: 'AllergyIntolerance',
  id: `allergy-${id}`,
  patient: { reference: `Patient/${id}` },
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: concept('snomed', '782555009'),
})
const merged = person('old', { birthDate: '1959', active: false, ...link('replaced-by', 'Patient/kept') })

describe('two records of one person in a bundle', () => {
  it.each([
    ['by the word of the one that was replaced', [merged, person('kept')]],
    [
      'by the word of the one in use',
      [person('old', { birthDate: '1959' }), person('kept', link('replaces', 'Patient/old'))],
    ],
    ['whichever comes first', [person('kept', link('replaces', 'Patient/old')), merged]],
  ])('are read as one: %s', (_, people) => {
    const bundle = bundleOf(...people, allergyOf('old'))
    const { patient } = read(bundle)
    expect(patient).toMatchObject({ reference: 'Patient/kept', elsewhere: [] })
    expect(identityIn(patient).birthDate).toBe('1960-02-03')
    expect(said(...people, allergyOf('old'))).toEqual({
      'person.birthDate': '1960-02-03',
      'chair.allergy': 'milk-protein',
    })
  })

  it.each([
    ['without a link', [person('old'), person('kept')]],
    ['that are only to be seen, too', [person('old', link('seealso', 'Patient/kept')), person('kept')]],
    [
      'round in a circle',
      [person('old', link('replaced-by', 'Patient/kept')), person('kept', link('replaced-by', 'Patient/old'))],
    ],
  ])('are two people %s', (_, people) => {
    const told = chartFromBundle(hemifacialSpasm, bundleOf(...people), { zone: 'UTC' })
    expect(told.ok ? [] : told.problems.map(({ code }) => code)).toEqual(['two-patients'])
  })
})

describe('a record of which another part is elsewhere', () => {
  it.each([
    ['the one in use', merged, ['Patient/kept'], ['Patient/kept']],
    ['one that was merged into it', person('kept', link('replaces', 'Patient/old')), ['Patient/old'], []],
  ])('says so: %s', (_, patient, elsewhere, replacedBy) => {
    const { patient: about, counts } = read(bundleOf(patient))
    expect([about.elsewhere, about.replacedBy]).toEqual([elsewhere, replacedBy])
    expect(readSummary(counts)).toContain('1 named as another record of this person, and not here')
  })

  it('says whether whoever keeps it has taken it out of use', () => {
    expect(read(bundleOf(person('a', { active: false }))).patient.isInUse).toBe(false)
    expect(read(bundleOf(person('a'))).patient.isInUse).toBe(true)
  })
})
