import { chartFromBundle, chartFromPlainFacts } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { bundleOf, concept, type Json, observation, report } from './bundles.ts'

const asOf = '2026-11-23'
const outcomeOf = (json: object) => chartFromPlainFacts(hemifacialSpasm, { asOf, ...json })
const problemOf = (json: object) => {
  const outcome = outcomeOf(json)
  return outcome.ok ? null : { where: outcome.problem.where, sentence: outcome.problem.sentence }
}
const chartOf = (...resources: readonly Json[]) => {
  const outcome = chartFromBundle(hemifacialSpasm, bundleOf(...resources), { zone: 'UTC' })
  if (!outcome.ok) throw new Error(`${outcome.problem.sentence} (${outcome.problem.where})`)
  return outcome.value.chart
}
const word = (code: string): Json => ({
  valueCodeableConcept: { coding: [{ system: 'https://facialis.invalid/answer', code }] },
})

describe('a judgement in plain facts', () => {
  const raised = { value: 'yes', date: '2026-10-01' }
  const resolved = { value: 'yes-resolved', date: '2026-11-02', by: 'Dr Demo', note: 'cured in 2015' }
  const without = (...names: readonly string[]) => ({
    facts: { 'rf.cancer': Object.fromEntries(Object.entries(resolved).filter(([name]) => !names.includes(name))) },
  })

  it('counts with who, when and why', () => {
    expect(problemOf({ facts: { 'rf.cancer': [raised, resolved] } })).toBeNull()
  })

  it.each([
    ['its name', without('by'), '"by" is missing'],
    ['a day of its own', without('date'), '"date" is missing'],
    ['its reason', without('note'), '"note" is missing'],
    ['all of them', { facts: { 'rf.cancer': 'yes-resolved' } }, '"by", "date" and "note" are missing'],
    ['a known day', { facts: { 'rf.cancer': { ...resolved, date: null } } }, '"date" is missing'],
    ['a name that is one', { facts: { 'rf.cancer': { ...resolved, by: ' ' } } }, '"by" is missing'],
  ])('is refused without %s', (_what, json, words) => {
    expect(problemOf(json)).toEqual({ where: 'facts["rf.cancer"]', sentence: expect.stringContaining(words) })
  })

  it.each([
    ['an explained examination', 'exam.cranialNerves', 'yes-explained'],
    ['an unrelated lesion of the problem list', 'known.tumour', 'present-unrelated'],
  ])('is refused without them: %s', (_what, fact, value) => {
    expect(problemOf({ facts: { [fact]: value } })).toMatchObject({ where: `facts["${fact}"]` })
    expect(problemOf({ facts: { [fact]: { ...resolved, value } } })).toBeNull()
  })

  it.each(['patient', 'Relative', 'carer', 'coordinator', 'nurse'])('is refused in the role of a %s', (role) => {
    expect(problemOf({ facts: { 'rf.cancer': [raised, { ...resolved, role }] } })).toEqual({
      where: 'facts["rf.cancer"][1]',
      sentence: `"yes-resolved" is a clinician's judgement, and "${role}" is not the role of one.`,
    })
    expect(problemOf({ facts: { 'rf.cancer': [{ ...raised, role }, resolved] } })).toBeNull()
  })

  it('may rest on a study instead of words, when that is younger than the flag', () => {
    const { note: _none, ...bare } = resolved
    const json = (date: string) => ({
      facts: { 'rf.cancer': [raised, { ...bare, study: 'mri' }] },
      studies: [{ id: 'mri', date, modality: 'mri' }],
    })
    expect(problemOf(json('2026-11-01'))).toBeNull()
    expect(problemOf(json('2026-09-01'))).toEqual({
      where: 'facts["rf.cancer"][1].study',
      sentence: expect.stringContaining('not known to be younger than what it answers'),
    })
    expect(problemOf({ facts: { 'rf.cancer': { ...bare, study: 'ct' } } })).toMatchObject({
      where: 'facts["rf.cancer"].study',
    })
  })

  const judge = {
    relevanceBy: 'neurosurgeon',
    relevanceName: 'Dr Demo',
    relevanceOn: '2026-11-02',
    relevanceWhy: 'far away, scanned yearly',
  }
  it('about a finding names its judge, day and reason in the study', () => {
    const found = { date: '2026-11-01', 'mri.tumour': 'present-unrelated' }
    expect(problemOf({ studies: [{ ...found, ...judge }] })).toBeNull()
    expect(problemOf({ studies: [{ ...found, ...judge, relevanceBy: 'not-stated' }] })).toEqual({
      where: 'studies[0]["mri.tumour"]',
      sentence: expect.stringContaining('"study.relevanceBy" is missing'),
    })
    expect(problemOf({ studies: [found] })?.sentence).toContain(
      '"study.relevanceBy", "study.relevanceName", "study.relevanceOn" and "study.relevanceWhy" are missing',
    )
    expect(problemOf({ facts: { 'mri.tumour': 'present-unrelated' } })?.where).toBe('facts["mri.tumour"]')
  })
})

describe('a judgement in a bundle', () => {
  const colleague = { performer: [{ reference: 'Practitioner/d', display: 'Dr Demo' }] }
  const because = { note: [{ text: 'cured in 2015' }] }
  const resolved = (more: Json) =>
    observation(concept('fact', 'rf.cancer'), {
      id: 'o',
      effectiveDateTime: '2026-11-02',
      ...word('yes-resolved'),
      ...more,
    })
  const counted = (...resources: readonly Json[]) => chartOf(...resources).observations[0]?.value

  it('counts with a colleague, a day and a note, or the study it is derived from', () => {
    expect(counted(resolved({ ...colleague, ...because }))).toEqual({ word: 'yes-resolved' })
    const study = report({ id: 'mri' })
    const derived = { derivedFrom: [{ reference: 'DiagnosticReport/mri' }] }
    expect(counted(resolved({ ...colleague, ...derived }), study)).toEqual({ word: 'yes-resolved' })
    expect(chartOf(resolved({ ...colleague, ...because })).ignored).toBeUndefined()
  })

  it.each([
    ['nobody', because],
    ['no reason', colleague],
    ['no day', { ...colleague, ...because, effectiveDateTime: undefined }],
    ['the person’s own word', { ...because, performer: [{ reference: 'Patient/p', display: 'Demo Ada' }] }],
    ['an organisation', { ...because, performer: [{ reference: 'Organization/h', display: 'Demo Hospital' }] }],
    ['a note without words', { ...colleague, note: [{ text: '' }] }],
    ['a study nobody sent', { ...colleague, derivedFrom: [{ reference: 'DiagnosticReport/x' }] }],
  ])('with %s is the flag it answers, and that is listed', (_what, more) => {
    const chart = chartOf(resolved(more))
    expect(chart.observations[0]?.value).toEqual({ word: 'yes' })
    expect(chart.ignored).toEqual([
      { what: 'Observation/o, rf.cancer', why: expect.stringContaining('It counts as "yes".') },
    ])
  })

  it('about a finding is the finding, where the study does not say who judged', () => {
    const mass = observation(concept('fact', 'mri.tumour'), { id: 'mass', ...word('present-unrelated') })
    const chart = chartOf(report({ id: 'mri', result: [{ reference: 'Observation/mass' }] }), mass)
    expect(chart.entries[0]?.fields['mri.tumour']).toEqual({ word: 'present' })
    expect(chart.ignored).toMatchObject([{ what: 'DiagnosticReport/mri, mri.tumour' }])
  })
})

describe('one study takes the place of another', () => {
  const first = { id: 'first', date: '2026-08-20', modality: 'mri', signedOn: '2026-08-21', 'mri.tumour': 'present' }
  const second = {
    id: 'second',
    date: '2026-08-20',
    modality: 'mri',
    signedOn: '2026-08-22',
    by: 'Dr Demo Look',
    supersedes: ['first'],
    'mri.tumour': 'absent',
  }

  it('when the same scan was read again, later and by name', () => {
    expect(problemOf({ studies: [first, second] })).toBeNull()
    expect(problemOf({ studies: [first, { ...second, signedOn: '2026-08-21' }] })).toBeNull()
  })

  it.each([
    ['of another day', { date: '2026-09-20' }, 'not known to be of the same day'],
    ['of a day nobody knows', { date: null }, 'not known to be of the same day'],
    ['of some day of a month', { date: '2026-08' }, 'not known to be of the same day'],
    ['of another kind', { modality: 'ct' }, 'not known to agree in kind of imaging'],
    ['not signed on any day', { signedOn: null }, 'its day of signature ("study.signedOn") is missing'],
    ['signed before it', { signedOn: '2026-08-20' }, 'it was signed before the other'],
    ['by nobody', { by: undefined }, 'nobody is named'],
  ])('but not when it is %s', (_what, more, words) => {
    const studies = [first, JSON.parse(JSON.stringify({ ...second, ...more }))]
    expect(problemOf({ studies })).toEqual({
      where: 'studies[1].supersedes',
      sentence: expect.stringMatching(
        new RegExp(`^"second" does not take the place of "first": .*${words.replaceAll(/[().]/g, '.')}`),
      ),
    })
  })

  it('never the place of something else', () => {
    const sessions = [{ id: 'shot', date: '2026-08-20', supersedes: ['first'] }]
    expect(problemOf({ studies: [first], sessions })?.sentence).toContain('they are of different kinds')
  })
})
