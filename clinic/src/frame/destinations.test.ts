import { may, type Role, roles } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { destinationsOf, mayOpen, shutTo, startOf } from './destinations.ts'

describe('where somebody begins', () => {
  it.each([
    [['coordinator'], '/board'],
    [['imaging-reader'], '/board'],
    [['administrator', 'coordinator', 'clinician'], '/board'],
    [['administrator'], '/accounts'],
    [['privacy-officer'], '/audit'],
    [['researcher'], '/home'],
    [['pathway-author'], '/home'],
  ] as const)('%s: %s', (roles, to) => expect(startOf(roles)).toBe(to))

  it('nobody is led to a board they may not open, and everybody to the guidance', () => {
    for (const role of ['privacy-officer', 'researcher', 'pathway-author', 'administrator'] as const) {
      expect(mayOpen([role], '/board')).toBe(false)
      expect(destinationsOf([role]).map(({ to }) => to)).toContain('/guidance')
    }
  })

  it('what the front door says of the clinic, whoever may change it, and nobody else', () => {
    const led = (role: Role) => destinationsOf([role]).some(({ to }) => to === '/team')
    expect(roles.filter(led)).toEqual(roles.filter((role) => may([role], 'team:write')))
    expect(led('coordinator')).toBe(true)
    expect(shutTo(['nurse'], '/team', { emergency: false })?.whose).toEqual(['coordinator', 'administrator'])
  })

  it('in an emergency, whoever may open a record then, whatever their role', () => {
    const led = (emergency: boolean) => destinationsOf(['researcher'], { emergency }).map(({ to }) => to)
    expect(led(true)).toContain('/emergency')
    expect(led(false)).not.toContain('/emergency')
  })

  it.each([
    ['imaging-reader', '/requests/one', '/referrals/new', '/lots', '/audit'],
    ['privacy-officer', '/requests/one', '/referrals/new', '/lots', '/accounts', '/emergency'],
    ['coordinator', '/audit', '/openings', '/accounts', '/emergency'],
  ] as const)('a page on which every press would be refused says to a %s whose it is instead', (role, ...pages) => {
    for (const page of pages) expect(shutTo([role], page, { emergency: false }), page).not.toBeNull()
  })

  it('and what somebody may use is open to them, and what is everybody’s to all', () => {
    const open = (role: Role, page: string) => shutTo([role], page, { emergency: false })
    for (const page of ['/requests/one', '/referrals/new', '/lots', '/home', '/patients/one/letter', '/sign-in-ways'])
      expect(open('nurse', page), page).toBeNull()
    for (const role of roles) expect(open(role, '/guidance/decision/stage')).toBeNull()
    expect(open('privacy-officer', '/audit')).toBeNull()
    expect(shutTo(['pathway-author'], '/emergency', { emergency: true })).toBeNull()
    expect(open('researcher', '/accounts')?.whose).toEqual(['administrator'])
  })
})
