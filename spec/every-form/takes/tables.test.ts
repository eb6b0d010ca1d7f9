import { expect, it } from 'vitest'
import { written } from '../written.ts'
import { sheetsTake, tablesTake } from './book.ts'

it.each([tablesTake, sheetsTake])(
  'decision tables are as wide and as long as their page says: $name',
  ({ name, make }) => {
    expect(make()).toBe(written(name))
  },
)
