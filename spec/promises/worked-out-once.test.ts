import { resolve } from '@facialis/engine/chart/resolve.ts'
import { createWorld } from '@facialis/engine/world/create-world.ts'
import { memoiseInWorld } from '@facialis/engine/world/memoise-in-world.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { dayOf } from '@facialis/language'
import { expect, test } from 'vitest'

const emptyChart = { observations: [], screens: [], entries: [] }
const somebody = () => createWorld(resolve(hemifacialSpasm, emptyChart, { asOf: dayOf(2026, 7, 1), policy: {} }))

test('what is worked out of somebody is worked out once for each thing that is asked, and anew of somebody else', () => {
  const asked: string[] = []
  const told = memoiseInWorld((_, { name }: { name: string }) => {
    asked.push(name)
    return { of: name }
  })
  const other = memoiseInWorld((_, { name }: { name: string }) => ({ otherwise: name }))
  const [one, two] = [somebody(), somebody()]
  const [side, age] = [{ name: 'side' }, { name: 'age' }]

  expect([told(one, side), told(one, age), told(one, side)]).toEqual([{ of: 'side' }, { of: 'age' }, { of: 'side' }])
  expect(told(one, side)).toBe(told(one, side))
  expect(asked).toEqual(['side', 'age'])
  expect(other(one, side)).toEqual({ otherwise: 'side' })
  told(two, side)
  expect(asked).toEqual(['side', 'age', 'side'])
})
