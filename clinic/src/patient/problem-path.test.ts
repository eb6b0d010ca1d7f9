import { describe, expect, it } from 'vitest'
import { factOfPath, factPath, fieldPath, isSamePath } from './problem-path.ts'

describe('a problem is shown at the field it names', () => {
  it.each([
    ['facts["ph.unilateral"]', factPath('ph.unilateral')],
    ['facts.ph.unilateral', factPath('ph.unilateral')],
    ['entries[0].fields["session.units"]', fieldPath(0, 'session.units')],
    ['entries[0].session.units', fieldPath(0, 'session.units')],
  ])('%s', (where, field) => expect(isSamePath(where, field)).toBe(true))

  it('and at no other', () => {
    expect(isSamePath('entries[1].fields["session.units"]', fieldPath(0, 'session.units'))).toBe(false)
    expect(isSamePath('facts["rf.cancer"]', factPath('rf.chiari'))).toBe(false)
    expect(isSamePath(undefined, factPath('rf.chiari'))).toBe(false)
  })

  it('tells which fact it is, so that a person reads its name and no id', () => {
    expect(factOfPath('facts["ph.unilateral"]')).toBe('ph.unilateral')
    expect(factOfPath(factPath('hfs.onset'))).toBe('hfs.onset')
    expect(factOfPath(fieldPath(0, 'session.units'))).toBeNull()
    expect(factOfPath('note')).toBeNull()
    expect(factOfPath(undefined)).toBeNull()
  })
})
