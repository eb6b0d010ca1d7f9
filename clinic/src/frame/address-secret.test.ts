import { describe, expect, it } from 'vitest'
import { safeReturn, secretOf } from './address-secret.ts'

describe('links with a secret', () => {
  it.each([
    ['#abc123', 'abc123'],
    ['#token=abc123', 'abc123'],
    ['#abc%', 'abc%'],
    ['', ''],
  ])('%s carries %s', (hash, secret) => expect(secretOf(hash)).toBe(secret))
})

describe('after sign-in one returns', () => {
  it('to the screen one came from', () => expect(safeReturn('/patients/7?x=1')).toBe('/patients/7?x=1'))
  it.each(['https://evil.invalid', '//evil.invalid', '/\\evil.invalid', null])('never to %s', (path) =>
    expect(safeReturn(path)).toBe('/'),
  )
})
