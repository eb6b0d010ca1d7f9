import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listFiles, readText } from '../architecture/read-house.ts'

const screens = listFiles().filter((path) => /^clinic\/src\/.*\.tsx$/.test(path))

type Asked = Readonly<{ path: string; sheet: string; name: string }>

/** What a screen asks of the sheets that it imports, such as `classes.page`. */
const askedBy = (path: string): readonly Asked[] => {
  const text = readText(path)
  return [...text.matchAll(/^import (\w+) from '(\.[^']+\.module\.css)'$/gm)].flatMap(([, as = '', from = '']) =>
    [...new Set([...text.matchAll(new RegExp(`(?<![\\w'/-])${as}\\.(\\w+)`, 'g'))].map(([, name = '']) => name))].map(
      (name) => ({ path, sheet: posix.join(posix.dirname(path), from), name }),
    ),
  )
}

const has = ({ sheet, name }: Asked): boolean => new RegExp(`\\.${name}(?![\\w-])`).test(readText(sheet))

describe('a screen', () => {
  it('asks its sheets for no style that is not there, by which it would be laid out otherwise and nobody told', () => {
    const asked = screens.flatMap(askedBy)
    expect(asked.length).toBeGreaterThan(500)
    expect(asked.filter((one) => !has(one)).map(({ path, name }) => `${path}: ${name}`)).toEqual([])
  })
})
