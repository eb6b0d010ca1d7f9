import type { StaffAccount } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { readEdit, unedited } from '../../patient/form-edit.ts'
import { bodyOf, formOf, notKept, problemsIn } from './staff.ts'

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
    expect(bodyOf({ ...unedited(formOf(kept)), secret: notKept })).toEqual({})
    const secret = { ...notKept, password: 'demo-password-typed' }
    expect(bodyOf({ ...unedited(formOf(kept)), secret })).toEqual({ password: 'demo-password-typed' })
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
    expect(readEdit(now)(typed)).toEqual({ was: now, is: { ...now, name: 'Demo Nurse Nils Gentler' } })
  })
  it('is what it was where nobody did', () => expect(readEdit(was)(typed)).toEqual(typed))
  it('is none of it where it is of another shape', () =>
    expect([readEdit(was)({ ...typed, is: { ...was, roles: 'nurse' } }), readEdit(was)('x')]).toEqual([null, null]))
  it('holds no password', () => expect(JSON.stringify(unedited(was))).not.toMatch(/password/))
})
