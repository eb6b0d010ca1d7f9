import { describe, expect, it } from 'vitest'
import { idleExports } from './idle-exports.ts'
import { listFiles, readText } from './read-house.ts'

/** What is taken by nobody of the house, and why it is offered all the same. */
const offeredOutside: Readonly<Record<string, string>> = {
  'cli/index.ts main': 'whoever has the package calls it',
  'clinic/vite.config.ts default': 'read by the tool it sets up',
  'server/vite.config.ts default': 'read by the tool it sets up',
  'clinic/src/api/client.test.ts refusedByTheCompiler': 'the compiler reads it, and nothing runs it',
  'bench/side-by-side.ts kept': 'what is measured must not be left out for being useless',
  'bench/cql/beside-reference.ts kept': 'what is measured must not be left out for being useless',
}

const idle = (files: Readonly<Record<string, string>>) => idleExports(new Map(Object.entries(files)))

describe('what a file offers is taken by another', () => {
  it.each([
    ['a function', `export function a() {}`],
    ['a value', `export const a = 1\nconst b = a`],
    ['a type that stands in nothing that is offered', `export type a = 1\nconst b = (c: a) => c`],
    ['a class', `export class a {}`],
    ['what is passed on from elsewhere', `export { a } from './c.ts'`],
  ])('%s that nobody takes would be seen', (_what, text) => {
    expect(idle({ 'engine/x.ts': text, 'engine/y.ts': `import './x.ts'` })).toEqual(['engine/x.ts a'])
  })

  it.each([
    ['by its name', `import { a } from './x.ts'`],
    ['under another name', `import { a as b } from './x.ts'`],
    ['with all the others', `import * as x from './x.ts'`],
    ['to be passed on', `export { a } from './x.ts'\nimport { a as own } from './y.ts'`],
    ['late', `const { a } = await import('./x.ts')`],
    ['inside a type', `type A = typeof import('./x.ts').a`],
  ])('taken %s, it is', (_how, text) => {
    expect(idle({ 'engine/x.ts': 'export const a = 1', 'engine/y.ts': text })).toEqual([])
  })

  it('a type is, where it stands in the signature of something that is', () => {
    const text =
      'type Own = 1\nexport type Inner = 2\nexport type Asked = { in: Inner }\nexport const a = (asked: Asked) => 1'
    expect(idle({ 'engine/x.ts': text, 'engine/y.ts': `import { a } from './x.ts'` })).toEqual([])
    expect(idle({ 'engine/x.ts': text })).toEqual(['engine/x.ts Inner', 'engine/x.ts Asked', 'engine/x.ts a'])
  })

  it('everything here is', () => {
    const sources = new Map(
      listFiles()
        .filter((path) => /\.(tsx?|mjs)$/.test(path))
        .map((path) => [path, readText(path)]),
    )
    expect(sources.size).toBeGreaterThan(1500)
    expect(idleExports(sources).toSorted()).toEqual(Object.keys(offeredOutside).toSorted())
  })
})
