import { roles } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { listFiles, readText } from './read-house.ts'

/** Roles no other word of the screens is called like. */
const named = roles.filter((role) => role !== 'patient').join('|')
/** A list with a role in it, or a question whether somebody has one. */
const ofItsOwn = new RegExp(`\\[[^\\]]*'(${named})'[^\\]]*\\]|\\(\\s*'(${named})'|===\\s*'(${named})'`)

const found = (text: string): string | undefined => ofItsOwn.exec(text)?.[0]

describe('who may do what stands in one table, which the server keeps to', () => {
  it.each([
    `const caring = ['coordinator', 'nurse']`,
    `const trying = [\n  'pathway-author',\n]`,
    `roles.includes('surgeon')`,
    `roles.some((role) => role === 'clinician')`,
  ])('a screen with roles of its own would be seen: %s', (text) => expect(found(text)).toBeDefined())

  it('no screen has roles of its own', () => {
    const screens = listFiles().filter((path) => /^clinic\/src\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    expect(screens.length).toBeGreaterThan(300)
    expect(screens.flatMap((path) => found(readText(path))?.concat(`: ${path}`) ?? [])).toEqual([])
  })
})
