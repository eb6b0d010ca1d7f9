import { onceFor, onceForBoth } from '@facialis/language'
import { describe, expect, it } from 'vitest'

describe('what is made once', () => {
  const [one, other] = [{ name: 'one' }, { name: 'other' }]

  it('is the same thing whenever it is asked for, and another for another', () => {
    const made = onceFor(({ name }: { name: string }) => ({ from: name }))
    expect(made(one)).toBe(made(one))
    expect(made(other)).toEqual({ from: 'other' })
  })

  it('is so of two things together, in whichever order they are asked for', () => {
    const made = onceForBoth((a: { name: string }, b: { name: string }) => ({ from: `${a.name} ${b.name}` }))
    const [first, second] = [made(one, other), made(one, one)]
    expect([first.from, second.from]).toEqual(['one other', 'one one'])
    expect([made(one, other), made(one, one)]).toEqual([first, second])
    expect(made(one, other)).toBe(first)
    expect(made(one, one)).toBe(second)
    expect(made(other, one)).toEqual({ from: 'other one' })
  })
})
