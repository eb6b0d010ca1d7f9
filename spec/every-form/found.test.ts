import { describe, expect, it } from 'vitest'
import { found } from './found.ts'
import { written } from './written.ts'

describe('what a pathway of a page tells many people, and what is found when it is broken', () => {
  it.each(found)(
    'stays as the page in the repository shows it, until somebody means it otherwise: $name',
    ({ name, make }) => {
      expect(make()).toBe(written(name))
    },
  )
})
