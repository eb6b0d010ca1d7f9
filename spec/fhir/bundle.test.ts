import { describe, expect, it } from 'vitest'
import { administration, bundleOf, concept, condition, observation, subject } from './bundles.ts'
import { counts, entries, leftSpasm, problemOf, read } from './what-is-read.ts'

describe('a bundle', () => {
  it('turns instants into days where the site is', () => {
    const late = observation(concept('fact', 'ph.unilateral'), {
      valueBoolean: true,
      effectiveDateTime: '2026-06-01T23:30:00Z',
    })
    const dayIn = (zone: string) => read(bundleOf(late), zone).chart.observations[0]?.date
    expect(dayIn('Europe/Vienna')?.lo).toBe((dayIn('America/New_York')?.lo ?? 0) + 1)
  })

  it.each(['collection', 'searchset', 'document', 'transaction', 'batch'])('of type %s is read', (type) => {
    expect(read({ ...bundleOf(condition(leftSpasm)), type }).chart.observations).not.toEqual([])
  })

  it.each(['history', 'message', 'batch-response', undefined])('of type %s is refused', (type) => {
    expect(problemOf({ ...bundleOf(condition(leftSpasm)), type })).toMatchObject({
      code: 'bundle-type',
      where: 'Bundle.type',
    })
  })

  it.each([
    [
      'two Patient resources',
      bundleOf({ resourceType: 'Patient', id: 'p' }, { resourceType: 'Patient', id: 'q' }),
      ['Patient/p', 'Patient/q'],
    ],
    [
      'a stray reference',
      bundleOf({ resourceType: 'Patient', id: 'p' }, condition(leftSpasm, { subject: { reference: 'Patient/q' } })),
      ['Patient/p', 'Patient/q'],
    ],
    [
      'two references and no Patient',
      bundleOf(condition(leftSpasm), condition(leftSpasm, { subject: { reference: 'urn:uuid:2' } })),
      ['Patient/p', 'urn:uuid:2'],
    ],
    [
      'one number on two servers',
      bundleOf(
        condition(leftSpasm, { subject: { reference: 'https://a.example/Patient/1' } }),
        condition(leftSpasm, { subject: { reference: 'https://b.example/Patient/1' } }),
      ),
      ['https://b.example/Patient/1'],
    ],
  ])('about two people is refused: %s', (_what, bundle, names) => {
    const problem = problemOf(bundle)
    expect(problem?.code).toBe('two-patients')
    for (const name of names) expect(problem?.sentence).toContain(name)
  })

  it.each([
    ['no Patient but one subject', bundleOf(condition(leftSpasm), condition(leftSpasm))],
    [
      'absolute and relative names',
      {
        ...bundleOf(),
        entry: [
          { fullUrl: 'https://a.example/fhir/Patient/p', resource: { resourceType: 'Patient', id: 'p' } },
          { resource: condition(leftSpasm) },
          { resource: condition(leftSpasm, { subject: { reference: 'https://a.example/fhir/Patient/p/_history/3' } }) },
        ],
      },
    ],
    [
      'urn names',
      {
        ...bundleOf(),
        entry: [
          { fullUrl: 'urn:uuid:1', resource: { resourceType: 'Patient' } },
          { resource: condition(leftSpasm, { subject: { reference: 'urn:uuid:1' } }) },
        ],
      },
    ],
    [
      'an identifier',
      bundleOf(
        { resourceType: 'Patient', id: 'p', identifier: [{ system: 's', value: '7' }] },
        condition(leftSpasm, { subject: { identifier: { system: 's', value: '7' } } }),
      ),
    ],
  ])('about one person is read: %s', (_what, bundle) => {
    expect(problemOf(bundle)).toBeNull()
  })

  it.each([
    [
      'a date that is none',
      condition(leftSpasm, { recordedDate: '01.06.2026' }),
      'bad-date',
      'Bundle.entry[0].resource.recordedDate',
    ],
    [
      'a value of the wrong kind',
      observation(concept('fact', 'hfs.side'), { valueQuantity: { value: 1, unit: '1' } }),
      'wrong-type',
      'Bundle.entry[0].resource.valueQuantity',
    ],
    [
      'a unit that cannot convert',
      administration({ dosage: { dose: { value: 20, unit: 'mg' } } }),
      'bad-unit',
      'Bundle.entry[0].resource.dosage.dose',
    ],
  ])('names the place of %s', (_what, resource, problemCode, where) => {
    expect(problemOf(bundleOf(resource))).toMatchObject({ code: problemCode, where })
  })

  it('does not mind what is wrong in resources that are none of its business', () => {
    const noise = observation(concept('loinc', '718-7'), {
      valueQuantity: { value: 'high' },
      effectiveDateTime: 'yesterday',
    })
    expect(counts(noise)).toMatchObject({ unknownCodes: 1 })
    expect(counts({ resourceType: 'Claim', id: 'c', subject })).toMatchObject({ otherTypes: 1 })
  })

  it('counts a resource sent twice once', () => {
    const given = administration({ dosage: { dose: { value: 10, unit: 'U' } } })
    expect(entries(given, given)).toMatchObject([{ fields: { 'session.units': { number: 1000 } } }])
  })
})
