import type { FetchResult } from '@facialis/fhir/smart/index.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, gapsOf, person, problem, read, readFrom, subject, without } from './reads.ts'
import { base, type Json, recordsOf } from './records.ts'

const page = (entry: readonly unknown[]): Json => ({ resourceType: 'Bundle', type: 'searchset', entry })
const searchset = (entry: readonly unknown[], more: Json = {}): FetchResult => ({
  ok: true,
  json: { ...page(entry), ...more },
})
const warning = (code: string) => ({
  search: { mode: 'outcome' },
  resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code }] },
})
const withWarning = (code: string) => searchset([{ resource: problem('1') }, warning(code)])

describe('what a server answers instead', () => {
  const refusals: readonly (readonly [string, FetchResult, string])[] = [
    ['a refusal', { ok: false, why: 'not permitted' }, 'not permitted'],
    ['nothing, in time', { ok: false, why: 'no answer' }, 'no answer'],
    ['a page for people', { ok: false, why: 'not readable' }, 'not readable'],
    ['a list that is none', { ok: true, json: [problem('1')] }, 'not a bundle'],
    [
      'entries that are none',
      { ok: true, json: { resourceType: 'Bundle', type: 'searchset', entry: 'x' } },
      'not a bundle',
    ],
    [
      'a failure inside a bundle',
      {
        ok: true,
        json: {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: [{ resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'timeout' }] } }],
        },
      },
      'cut short',
    ],
    ...[
      'suppressed',
      'incomplete',
      'forbidden',
      'security',
      'throttled',
      'timeout',
      'too-costly',
      'transient',
      'exception',
    ].map((code) => [`a warning that something is ${code}`, withWarning(code), 'cut short'] as const),
    ['an outcome that says nothing', searchset([{ resource: { resourceType: 'OperationOutcome' } }]), 'cut short'],
    ['nothing in the place of an entry', searchset([{ resource: problem('1') }, null]), 'cut short'],
    ['a number in the place of an entry', searchset([{ resource: problem('1') }, 7]), 'cut short'],
    ['an entry without a resource', searchset([{ resource: problem('1') }, { fullUrl: 'x' }]), 'cut short'],
    [
      'no list of the pages that follow',
      searchset([{ resource: problem('1') }], { link: { relation: 'next' } }),
      'cut short',
    ],
    ['a page that follows, and is none', searchset([{ resource: problem('1') }], { link: ['next'] }), 'cut short'],
    ['how many there are in a word', searchset([{ resource: problem('1') }], { total: '25' }), 'not readable'],
    ['a resource called its own remark', searchset([{ ...warning('x'), resource: problem('1') }]), 'cut short'],
    [
      'a page in a page, of which others follow',
      searchset([{ resource: { ...page([{ resource: problem('1') }]), link: [{ relation: 'next', url: 'x' }] } }]),
      'cut short',
    ],
    ['a page in a page that failed', searchset([{ resource: page([warning('timeout')]) }]), 'cut short'],
    ['a history', { ok: true, json: { resourceType: 'Bundle', type: 'history', entry: [] } }, 'not a bundle'],
    [
      'fewer than it says there are',
      { ok: true, json: { resourceType: 'Bundle', type: 'searchset', total: 2, entry: [{ resource: problem('1') }] } },
      'cut short',
    ],
    [
      'the next page on another server',
      {
        ok: true,
        json: {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: [],
          link: [{ relation: 'next', url: 'https://elsewhere.example/fhir/Condition?page=2' }],
        },
      },
      'cut short',
    ],
    [
      'the same page for ever',
      {
        ok: true,
        json: {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: [],
          link: [{ relation: 'next', url: `${base}/Condition?page=2` }],
        },
      },
      'cut short',
    ],
  ]
  it.each(refusals)('%s is a gap with its reason', async (_name, answer, why) => {
    const records = recordsOf([person], { instead: { Condition: answer } })
    const { gaps, sent } = await read(records)
    expect(gapsOf(gaps)).toEqual({ Condition: why })
    expect(sent.lacking.map(({ asked }) => asked.type)).toEqual(['Condition'])
    expect(records.asked.filter((path) => path.startsWith('Condition')).length).toBeLessThanOrEqual(2)
  })

  it('what came beside its word that there is more counts, on every page', async () => {
    const next = { link: [{ relation: 'next', url: `${base}/Condition?page=2` }] }
    const instead = {
      'Condition?page=2': searchset([{ resource: problem('2') }]),
      Condition: searchset([{ resource: problem('1') }, warning('suppressed')], next),
    }
    const { gaps, sent } = await read(recordsOf([person], { instead }))
    expect(gapsOf(gaps)).toEqual({ Condition: 'cut short' })
    expect(sent.counts).toMatchObject({ resources: 3, understood: 3 })
  })

  it('a remark that keeps nothing back is no gap, and is not counted among what was found', async () => {
    const instead = (total: number) => ({
      Condition: searchset([{ resource: problem('1') }, { resource: warning('informational').resource }], { total }),
    })
    expect((await read(recordsOf([person], { instead: instead(1) }))).gaps).toEqual([])
    expect(gapsOf((await read(recordsOf([person], { instead: instead(2) }))).gaps)).toEqual({ Condition: 'cut short' })
  })

  it('pages without an end are given up, and the kind is named', async () => {
    const many = Array.from({ length: 200 }, (_, at) => problem(`${at}`))
    const records = recordsOf([person, ...many], { ofPage: 1 })
    expect(gapsOf((await read(records)).gaps)).toEqual({ Condition: 'too many' })
    expect(records.asked.length).toBeLessThan(80)
  })

  it('a page that is longer than any record is read to its bound, and the kind is named', async () => {
    const many = Array.from({ length: 200_000 }, () => ({ resource: { resourceType: 'Condition', subject } }))
    const { gaps, sent } = await read(recordsOf([person], { instead: { Condition: searchset(many) } }))
    expect(gapsOf(gaps)).toEqual({ Condition: 'too many' })
    expect(sent.counts.resources).toBe(4001)
  })

  it('a server that does not take the narrow question is asked the wide one', async () => {
    const records = recordsOf([person], {
      instead: { 'Observation?patient=demo&combo-code': { ok: false, why: 'not taken' } },
    })
    expect((await read(records)).gaps).toEqual([])
    // What stands between makes one slash of two, and then nothing is found, without a word.
    expect(records.asked.filter((path) => path.includes('//'))).toEqual([])
    expect(records.asked.find((path) => path.startsWith('Observation?patient=demo&combo-code'))).toContain(
      'combo-code=https%3A%2F%2Ffacialis.invalid%2Ffact%7C,',
    )
    expect(records.asked).toContain('Observation?patient=demo&_count=100')
  })
})

describe('one resource that is not written as it should be', () => {
  it('is left out and its kind is named; the others count', async () => {
    const { gaps, sent } = await read(
      recordsOf([person, problem('1'), problem('2', { onsetDateTime: 'the day before' }), problem('3', { code: 7 })]),
    )
    expect(gapsOf(gaps)).toEqual({ Condition: 'malformed' })
    expect(sent.chart.observations.map(({ provenance }) => provenance.source)).toContain('Condition/1')
  })

  it('or is there twice with two contents: neither counts, whichever comes first', async () => {
    const twice = [problem('2'), problem('2', { clinicalStatus: { coding: [{ code: 'resolved' }] } })]
    for (const order of [twice, twice.toReversed()]) {
      const { gaps, sent } = await read(recordsOf([person, problem('1'), ...order]))
      expect(gapsOf(gaps)).toEqual({ Condition: 'malformed' })
      const sources = sent.chart.observations.map(({ provenance }) => provenance.source)
      expect(sources).toContain('Condition/1')
      expect(sources).not.toContain('Condition/2')
    }
  })

  it('about somebody else is no slip: nothing is shown', async () => {
    const foreign = problem('2', { subject: { reference: 'Patient/another' } })
    expect(await readFrom(recordsOf([person, foreign]))).toMatchObject({ ok: false, problem: { code: 'two-patients' } })
    const elsewhere = problem('2', { subject: { reference: 'https://other.example/fhir/Patient/demo' } })
    const lookalike = problem('2', { subject: { reference: `${base}-of-others/Patient/demo` } })
    for (const one of [elsewhere, lookalike])
      for (const [records, scopes] of [
        [[person, one, problem('1')], all],
        [[one], without('Patient')],
      ] as const)
        expect(await readFrom(recordsOf(records), scopes)).toMatchObject({
          ok: false,
          problem: { code: 'two-patients', sentence: expect.stringContaining('/Patient/demo') },
        })
    for (const reference of [`${base}/Patient/demo`, 'HTTPS://ehr.example:443/fhir/Patient/demo/_history/2'])
      expect(gapsOf((await read(recordsOf([person, problem('1', { subject: { reference } })]))).gaps)).toEqual({})
    const wrong = { ...person, id: 'another' }
    const instead = { 'Patient/demo': { ok: true as const, json: wrong } }
    expect(await readFrom(recordsOf([], { instead }))).toMatchObject({
      ok: false,
      problem: { code: 'another-patient' },
    })
  })
})

it('whatever a server answers, it is read or named, and nothing is thrown', async () => {
  const part = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.record({ resource: fc.oneof(fc.constantFrom(person, problem('1')), fc.jsonValue({ maxDepth: 3 })) }),
    fc.record({
      resource: fc.record({ resourceType: fc.constantFrom('Condition', 'Observation'), code: fc.jsonValue() }),
    }),
  )
  const bundle = fc.record({
    resourceType: fc.constant('Bundle'),
    type: fc.constantFrom('searchset', 'batch'),
    entry: fc.oneof(fc.array(part), fc.jsonValue()),
    link: fc.oneof(fc.jsonValue(), fc.constant([{ relation: 'next', url: 'Condition?page=2' }])),
    total: fc.jsonValue(),
  })
  const answers = fc.dictionary(
    fc.constantFrom('Condition', 'Observation', 'Patient', 'Procedure'),
    fc.oneof(bundle, fc.jsonValue()),
  )
  await fc.assert(
    fc.asyncProperty(answers, async (json) => {
      const instead = Object.fromEntries(
        Object.entries(json).map(([type, one]) => [type, { ok: true as const, json: one }]),
      )
      const outcome = await readFrom(recordsOf([person], { instead }))
      if (!outcome.ok) expect(['two-patients', 'another-patient']).toContain(outcome.problem.code)
      else expect(outcome.value.sent.lacking.length).toBeLessThanOrEqual(outcome.value.gaps.length)
    }),
    { numRuns: 150 },
  )
})
