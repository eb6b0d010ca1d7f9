import { memoiseWeak } from '@facialis/language'
import { describe, expect, it } from 'vitest'

describe('what is made once', () => {
  const [one, other] = [{ name: 'one' }, { name: 'other' }]

  it('is the same thing whenever it is asked for, and another for another', () => {
    const made = memoiseWeak(({ name }: { name: string }) => ({ from: name }))
    expect(made(one)).toBe(made(one))
    expect(made(other)).toEqual({ from: 'other' })
  })
})
