import { describe, expect, it } from 'vitest'
import { destinationsOf, mayOpen, startOf } from './destinations.ts'

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

  it('in an emergency, whoever may open a record then, whatever their role', () => {
    const led = (emergency: boolean) => destinationsOf(['researcher'], { emergency }).map(({ to }) => to)
    expect(led(true)).toContain('/emergency')
    expect(led(false)).not.toContain('/emergency')
  })
})
