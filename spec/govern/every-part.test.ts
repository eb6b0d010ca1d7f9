import { changesBetween } from '@facialis/engine/govern/index.ts'
import type { Pathway } from '@facialis/language'
import { expect, test } from 'vitest'
import { knee } from '../every-form/knee.ts'

const lists = [
  'passages',
  'facts',
  'entries',
  'screens',
  'policy',
  'collections',
  'rankings',
  'steps',
  'alerts',
  'checks',
  'labels',
  'conflicts',
  'terminology',
] as const

/** What a part says under one of its keys, said otherwise. */
const otherwise = (value: unknown): unknown =>
  typeof value === 'string'
    ? `${value} otherwise`
    : typeof value === 'number'
      ? value + 1
      : typeof value === 'boolean'
        ? !value
        : undefined

test.each(lists)(
  'whatever plain words, numbers and marks one of the %s says itself, it cannot say otherwise unseen',
  (list) => {
    const parts = knee[list]
    expect(parts.length).toBeGreaterThan(0)
    const unseen = parts.flatMap((part: object, at) =>
      Object.entries(part).flatMap(([key, value]) => {
        const other = otherwise(value)
        if (other === undefined || key === 'kind') return []
        const changed = {
          ...knee,
          [list]: parts.map((one: object, place) => (place === at ? { ...one, [key]: other } : one)),
        }
        return changesBetween(knee, changed as unknown as Pathway).length > 0 ? [] : [`${at} ${key}`]
      }),
    )
    expect(unseen).toEqual([])
  },
)
