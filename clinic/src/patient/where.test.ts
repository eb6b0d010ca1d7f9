import { describe, expect, it } from 'vitest'
import { factAt, placeOfFact, placeOfField, samePlace } from './where.ts'

describe('a problem is shown at the field it names', () => {
  it.each([
    ['facts["ph.unilateral"]', placeOfFact('ph.unilateral')],
    ['facts.ph.unilateral', placeOfFact('ph.unilateral')],
    ['entries[0].fields["session.units"]', placeOfField(0, 'session.units')],
    ['entries[0].session.units', placeOfField(0, 'session.units')],
  ])('%s', (where, field) => expect(samePlace(where, field)).toBe(true))

  it('and at no other', () => {
    expect(samePlace('entries[1].fields["session.units"]', placeOfField(0, 'session.units'))).toBe(false)
    expect(samePlace('facts["rf.cancer"]', placeOfFact('rf.chiari'))).toBe(false)
    expect(samePlace(undefined, placeOfFact('rf.chiari'))).toBe(false)
  })

  it('tells which fact it is, so that a person reads its name and no id', () => {
    expect(factAt('facts["ph.unilateral"]')).toBe('ph.unilateral')
    expect(factAt(placeOfFact('hfs.onset'))).toBe('hfs.onset')
    expect(factAt(placeOfField(0, 'session.units'))).toBeNull()
    expect(factAt('note')).toBeNull()
    expect(factAt(undefined)).toBeNull()
  })
})
