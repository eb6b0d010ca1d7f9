import { expect, it } from 'vitest'
import { beside } from './beside.ts'
import * as surgeryFigures from './surgery-figures/index.ts'

const says = new Set<unknown>(beside.map((one) => one.says))
const tables = Object.entries(surgeryFigures).filter(([, one]) => typeof one !== 'function')

it.each(tables)('no number of “%s” is talked through that nobody was asked to sign', (_name, table) => {
  for (const one of Array.isArray(table) ? table : [table]) expect(says).toContain(one)
})

it('what is signed beside the pathway is told apart by its name', () => {
  const ids = beside.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)])
})
