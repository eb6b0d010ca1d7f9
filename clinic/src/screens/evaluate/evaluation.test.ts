import { describe, expect, it } from 'vitest'
import {
  answered,
  asSeen,
  concludedElsewhere,
  emptyEvaluation,
  readEvaluation,
  signingAct,
  toggled,
  unsavedAct,
  visitAct,
  withElsewhere,
  withoutFindings,
} from './evaluation.ts'

const today = '2026-11-23'
const empty = emptyEvaluation('first')
const examined = answered(answered(empty, 'ph.unilateral', 'yes'), 'ph.painful', null)

describe('a visit', () => {
  it('with nothing recorded saves nothing', () => {
    expect(visitAct(empty, today)).toBeNull()
    expect(unsavedAct(empty, today)).toBeNull()
  })
  it('saves findings, “don’t know” among them, the screens and the kind of visit', () => {
    expect(visitAct(toggled(examined, 'red-flags'), today)).toEqual({
      kind: 'visit',
      date: today,
      facts: { 'ph.unilateral': 'yes', 'ph.painful': null },
      screens: ['red-flags'],
      entries: [{ kind: 'visit', date: today, fields: { 'visit.kind': 'first' } }],
    })
  })
  it('forgets an answer that was taken back', () => {
    expect(visitAct(answered(answered(empty, 'ph.brief', 'yes'), 'ph.brief', undefined), today)).toBeNull()
  })
  it('carries nothing of a palsy that was marked by a slip and taken back, and has it again once it is marked again', () => {
    const nothing = { fact: () => null, entries: () => [] }
    const marked = answered(answered(empty, 'rf.suddenPalsy', 'yes'), 'palsy.under24Hours', 'no')
    const slip = answered(marked, 'rf.suddenPalsy', 'no')
    expect(visitAct(asSeen(slip, nothing), today)?.facts).toEqual({ 'rf.suddenPalsy': 'no' })
    expect(asSeen(answered(slip, 'rf.suddenPalsy', 'yes'), nothing)).toEqual(marked)
    const onRecord = { ...nothing, fact: () => ({ value: 'yes', why: null, date: today, by: null }) }
    expect(asSeen(slip, onRecord)).toEqual(slip)
  })
  it('never carries the conclusion: that is signed', () => {
    expect(visitAct(answered(examined, 'dx.class', 'definite'), today)?.facts).not.toHaveProperty('dx.class')
  })
})

describe('a conclusion', () => {
  const half = answered(examined, 'dx.class', 'definite')
  const concluded = answered(half, 'dx.phenotype', 'typical')
  it('cannot be signed before it says how sure and which kind', () => expect(signingAct(half, today)).toBeNull())
  it('is signed together with what was found, and leaves the signer to the account', () => {
    expect(signingAct(concluded, today)).toEqual({
      kind: 'diagnosis-signed',
      date: today,
      facts: { 'ph.unilateral': 'yes', 'ph.painful': null, 'dx.class': 'definite', 'dx.phenotype': 'typical' },
      screens: [],
      entries: [{ kind: 'visit', date: today, fields: { 'visit.kind': 'first' } }],
    })
  })
  it('of a colleague elsewhere carries the agreement, and can be taken back', () => {
    const agreed = withElsewhere(concluded, true)
    expect(concludedElsewhere(agreed)).toBe(true)
    expect(signingAct(agreed, today)?.facts).toMatchObject({
      'dx.signedBy': 'specialist-elsewhere',
      'dx.agreed': 'yes',
    })
    expect(withElsewhere(agreed, false)).toEqual(concluded)
  })
  it('stays typed when only the visit was saved', () => {
    expect(withoutFindings(concluded).facts).toEqual({ 'dx.class': 'definite', 'dx.phenotype': 'typical' })
  })
})

describe('a draft', () => {
  it('comes back as it was', () => {
    const draft = toggled(examined, 'red-flags')
    expect(readEvaluation(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  })
  it.each([null, 'x', {}, { facts: {}, screens: 'no' }])('of another shape is not read: %j', (stored) =>
    expect(readEvaluation(stored)).toBeNull(),
  )
})
