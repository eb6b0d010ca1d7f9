import { chartFromBundle } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { formatSpan } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { administration, bundleOf, code, concept, condition, observation, subject } from './bundles.ts'
import { entries, finding, of, read, said } from './outside.ts'

describe('whom a resource is about', () => {
  const sclerosis = concept('snomed', '24700007')
  it.each([
    ['a group', { subject: { reference: 'Group/study-arm' } }],
    ['a device', { subject: { type: 'Device', display: 'pump' } }],
    ['a relative', { subject: { reference: 'urn:uuid:r' } }],
  ])('is not always the person: %s', (_what, about) => {
    const relative = { resourceType: 'RelatedPerson', id: 'r', patient: subject }
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resource: condition(sclerosis, about) }, { fullUrl: 'urn:uuid:r', resource: relative }],
    }
    expect(read(bundle).chart.observations).toEqual([])
    expect(read(bundle).counts.aboutOthers).toBe(1)
  })

  it('is the person when a search by number says so', () => {
    const person = { resourceType: 'Patient', id: 'p', identifier: [{ system: 'urn:mrn', value: '7' }] }
    const mine = condition(sclerosis, { subject: { reference: 'Patient?identifier=urn:mrn|7' } })
    const others = condition(sclerosis, { subject: { reference: 'Patient?identifier=urn:mrn|8' } })
    expect(said(person, mine)).toHaveProperty(['rf.msHistory'])
    expect(chartFromBundle(hemifacialSpasm, bundleOf(person, mine, others), { zone: 'UTC' })).toMatchObject({
      ok: false,
      problem: { code: 'two-patients' },
    })
  })

  it('cannot be told through a modifier nobody reads', () => {
    const modified = condition(sclerosis, {
      modifierExtension: [{ url: 'http://example.org/not', valueBoolean: true }],
    })
    expect(said(modified)).toEqual({})
    expect(of(modified).counts.modified).toBe(1)
  })
})

describe('one resource', () => {
  const old = finding('hfs.side', 'left', { id: 'side', meta: { versionId: '1', lastUpdated: '2026-01-01T00:00:00Z' } })
  const recent = finding('hfs.side', 'right', {
    id: 'side',
    meta: { versionId: '2', lastUpdated: '2026-02-01T00:00:00Z' },
  })
  it('in two versions is the newer, wherever it stands', () => {
    for (const order of [
      [old, recent],
      [recent, old],
    ])
      expect(said(...order)).toEqual({ 'hfs.side': 'right' })
  })

  it.each<[string, object, object]>([
    ['tells its version', {}, {}],
    ['of which one alone tells its version', { meta: { versionId: '2' } }, {}],
    [
      'of which each tells it in another way',
      { meta: { versionId: '2' } },
      { meta: { lastUpdated: '2026-01-01T00:00:00Z' } },
    ],
    [
      'is of another moment',
      { meta: { lastUpdated: '2026-01-01T00:00:00Z' } },
      { meta: { lastUpdated: '2026-01-01T01:00:00+01:00' } },
    ],
    ['is of another version', { meta: { versionId: '2' } }, { meta: { versionId: '2' } }],
  ])(
    'that says two things, and never %s, is refused with its id and both places, whichever comes first',
    (_, one, other) => {
      const sides = [
        finding('hfs.side', 'left', { id: 'side', ...one }),
        finding('hfs.side', 'right', { id: 'side', ...other }),
      ]
      const sentence = expect.stringMatching(/^"Observation\/side" is here twice with two contents, /)
      for (const order of [sides, sides.toReversed()])
        expect(chartFromBundle(hemifacialSpasm, bundleOf(...order), { zone: 'UTC' })).toMatchObject({
          ok: false,
          problems: [1, 0].map((at) => ({ code: 'same-id', where: `Bundle.entry[${at}].resource`, sentence })),
        })
    },
  )

  it('that says one thing twice, in another order, is one', () => {
    const side = finding('hfs.side', 'left', { id: 'side' })
    expect(said(side, Object.fromEntries(Object.entries(side).toReversed()) as typeof side)).toEqual({
      'hfs.side': 'left',
    })
  })

  it('of one id on two servers is two', () => {
    const flag = (fact: string, base: string) => ({
      fullUrl: `${base}/Observation/1`,
      resource: finding(fact, 'yes', { id: '1', subject: undefined }),
    })
    const entry = [flag('rf.cancer', 'https://a.example/fhir'), flag('rf.trauma', 'https://b.example/fhir')]
    const { chart } = read({ resourceType: 'Bundle', type: 'searchset', entry })
    expect(chart.observations.map(({ fact }) => fact)).toEqual(['rf.cancer', 'rf.trauma'])
  })

  it('in the answer of a search kept inside a collection is read', () => {
    const inner = { ...bundleOf(finding('hfs.side', 'left')), type: 'searchset' }
    expect(said(inner)).toEqual({ 'hfs.side': 'left' })
    const history = { ...inner, type: 'history' }
    expect(chartFromBundle(hemifacialSpasm, bundleOf(history), { zone: 'UTC' })).toMatchObject({
      ok: false,
      problem: { code: 'bundle-type', where: 'Bundle.entry[0].resource.type' },
    })
  })
})

describe('near midnight', () => {
  it.each([
    ['2026-06-01T23:30:00-05:00', '2026-06-02'],
    ['2026-05-31T22:30:00Z', '2026-06-01'],
    ['2016-12-31T23:59:60Z', '2017-01-01'],
  ])('%s is the day it was where the site is', (effectiveDateTime, day) => {
    const [given] = entries(administration({ effectiveDateTime }))
    expect(given?.date && formatSpan(given.date)).toBe(day)
  })
})

describe('an absent answer', () => {
  it.each([
    ['a reason for absence', { dataAbsentReason: code('unknown') }],
    ['nothing at all', {}],
    ['an answer in codes nobody reads', { valueCodeableConcept: concept('snomed', '1') }],
  ])('is unknown and never a no: %s', (_what, more) => {
    expect(said(observation(concept('fact', 'rf.cancer'), more))['rf.cancer']).toHaveProperty('unknown')
  })
})
