import type { StaffAccount } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { bodyOf, formOf, notKept, problemsIn } from './staff.ts'
import { changedTeam, memberDraft, memberForm, memberOf } from './team-list.ts'
import { readOver, untouched } from './typed-over.ts'

const kept: StaffAccount = {
  id: '1',
  login: 'demo.nurse',
  name: 'Demo Nurse Nils Gentle',
  roles: ['nurse'],
  profession: 'nurse',
  senior: false,
  disabled: false,
}

const unchanged = { ...formOf(kept), ...notKept }

describe('an account', () => {
  it('a new one needs a sign-in name, a name, a role and a password of 12 characters', () =>
    expect(Object.keys(problemsIn({ ...formOf(null), ...notKept }, true)).sort()).toEqual([
      'login',
      'name',
      'password',
      'roles',
    ]))

  it('a changed one keeps its password when none is typed', () => {
    expect(problemsIn(unchanged, false)).toEqual({})
    expect(bodyOf({ ...untouched(formOf(kept)), secret: notKept })).toEqual({})
    const secret = { ...notKept, password: 'demo-password-typed' }
    expect(bodyOf({ ...untouched(formOf(kept)), secret })).toEqual({ password: 'demo-password-typed' })
  })

  it('sends only what was typed otherwise: a role that another administrator took away meanwhile is not given back', () => {
    const was = formOf(kept)
    expect(bodyOf({ was, is: { ...was, name: 'Demo Nurse Nils Gentler ' }, secret: notKept })).toEqual({
      name: 'Demo Nurse Nils Gentler',
    })
  })

  it('a new password that is too short is refused before it is sent', () =>
    expect(problemsIn({ ...unchanged, password: 'short' }, false)).toHaveProperty('password'))

  it('no profession is said as none', () =>
    expect(bodyOf({ was: formOf(kept), is: { ...formOf(kept), profession: '' }, secret: notKept })).toEqual({
      profession: null,
    }))
})

describe('what was typed over an account some days ago', () => {
  const was = formOf(kept)
  const typed = { was, is: { ...was, name: 'Demo Nurse Nils Gentler' } }

  it('takes back nothing that somebody else changed meanwhile', () => {
    const now = formOf({ ...kept, roles: ['coordinator'] })
    expect(readOver(now)(typed)).toEqual({ was: now, is: { ...now, name: 'Demo Nurse Nils Gentler' } })
  })
  it('is what it was where nobody did', () => expect(readOver(was)(typed)).toEqual(typed))
  it('is none of it where it is of another shape', () =>
    expect([readOver(was)({ ...typed, is: { ...was, roles: 'nurse' } }), readOver(was)('x')]).toEqual([null, null]))
  it('holds no password', () => expect(JSON.stringify(untouched(was))).not.toMatch(/password/))
})

describe('the care-team directory', () => {
  const ada = { name: 'Demo Ada', role: 'Nurse', phone: '555-0101', location: 'Room 1', languages: ['English'] }
  const ben = { ...ada, name: 'Demo Ben' }

  it('reads languages typed with commas', () =>
    expect(memberOf({ ...memberForm(ada), languages: ' English,Deutsch , ' }).languages).toEqual([
      'English',
      'Deutsch',
    ]))
  it('gives what is typed over somebody at one place to nobody who is called alike at another', () => {
    const reception = { ...ada, name: 'Demo Reception' }
    const keys = [reception, { ...reception, location: 'Room 2' }, reception].map(memberDraft)
    expect([keys[0] === keys[1], keys[0] === keys[2]]).toEqual([false, true])
  })
  it('keeps what is typed over somebody whose name is cut in the middle of a sign, or as long as a name may be', () => {
    const [sign, long] = [`${'x'.repeat(59)}😀`, 'x'.repeat(500)]
    expect(decodeURIComponent(encodeURIComponent(memberDraft({ ...ada, name: sign })))).toContain('x'.repeat(59))
    expect(memberDraft({ ...ada, name: long, role: long, location: long }).length).toBeLessThanOrEqual(200)
  })
  it('adds at the end', () => expect(changedTeam([ada], null, ben)).toEqual([ada, ben]))
  it('changes in place', () => {
    const moved = { ...ada, location: 'Room 2' }
    expect(changedTeam([ada, ben], ada, moved)).toEqual([moved, ben])
  })
  it('takes one out', () => expect(changedTeam([ada, ben], ada, null)).toEqual([ben]))
  it('never overwrites what somebody else changed meanwhile', () =>
    expect(changedTeam([{ ...ada, phone: '555-0199' }], ada, ben)).toBeNull())
  it('stays as it is where whoever lost the answer presses again: nobody stands in it twice', () => {
    const team = [ada, ben]
    expect(changedTeam(team, null, ben)).toBe(team)
    expect(changedTeam(team, { ...ada, phone: '555-0199' }, ada)).toBe(team)
  })
})
