import { describe, expect, it } from 'vitest'
import { arrows, type Room } from './arrows.ts'
import { checkArrows, checkDrawing } from './check-arrows.ts'
import { circleOfFolders } from './circle-of-folders.ts'
import { readImports } from './read-imports.ts'

const packages = { '': ['vitest', 'some-types'], record: ['kysely'], clinic: ['react'] }

const check = (files: Readonly<Record<string, string>>) =>
  checkArrows(new Map(Object.entries(files)), { rooms: arrows, packages })

describe('the import checker lets stand', () => {
  it.each([
    ['an arrow that is drawn', { 'engine/a.ts': `import { yes } from '@facialis/language'` }],
    ['a file of the same room', { 'engine/deep/a.ts': `import { b } from '../b.ts'`, 'engine/b.ts': '' }],
    ['a package the room names', { 'record/a.ts': `import { Kysely } from 'kysely'` }],
    ['types of a package named at the root', { 'fhir/a.ts': `import type { Patient } from 'some-types'` }],
    ['the test runner in a test', { 'engine/a.test.ts': `import { it } from 'vitest'` }],
    ['the test runner in what several tests share', { 'engine/test/a.ts': `import { it } from 'vitest'` }],
    ["Node's modules where only Node runs", { 'record/a.ts': `import { DatabaseSync } from 'node:sqlite'` }],
    ["Node's modules in the test of a browser room", { 'engine/a.test.ts': `import { readFileSync } from 'node:fs'` }],
    [
      'an import that is only quoted',
      { 'engine/a.ts': `// import '@facialis/record'\nconst text = "import '../cli/a.ts'"` },
    ],
    [
      'a specification that looks everywhere',
      { 'spec/a.ts': `import '@facialis/record'\nimport '../cli/facialis.ts'` },
    ],
  ])('%s', (_what, files: Readonly<Record<string, string>>) => {
    expect(check(files)).toEqual([])
  })
})

describe('the import checker refuses, naming file, line and arrow', () => {
  it.each([
    [
      'an arrow that is not drawn',
      { 'engine/a.ts': `\nimport { rules } from '@facialis/knowledge'` },
      'engine/a.ts:2 imports @facialis/knowledge: engine → knowledge is not an arrow of this house',
    ],
    [
      'the same arrow for a type alone',
      { 'fhir/a.ts': `import type { Advice } from '@facialis/engine'` },
      'fhir/a.ts:1 imports @facialis/engine: fhir → engine is not an arrow of this house',
    ],
    [
      'the same arrow inside a type',
      { 'language/a.ts': `export type A = import('@facialis/engine').A` },
      'language/a.ts:1 imports @facialis/engine: language → engine is not an arrow of this house',
    ],
    [
      'the same arrow passed on',
      { 'clinic/src/a.ts': `export * from '@facialis/server'` },
      'clinic/src/a.ts:1 imports @facialis/server: clinic → server is not an arrow of this house',
    ],
    [
      'the same arrow loaded late',
      { 'record/a.ts': `const a = 1\nconst b = await import('@facialis/fhir')` },
      'record/a.ts:2 imports @facialis/fhir: record → fhir is not an arrow of this house',
    ],
    [
      'the same arrow in a test',
      { 'engine/a.test.ts': `import '@facialis/knowledge'` },
      'engine/a.test.ts:1 imports @facialis/knowledge: engine → knowledge is not an arrow of this house',
    ],
    [
      'the same arrow as a path',
      { 'engine/deep/a.ts': `import { rules } from '../../knowledge/index.ts'` },
      'engine/deep/a.ts:1 imports ../../knowledge/index.ts: engine → knowledge is not an arrow of this house',
    ],
    [
      'a path into a room that may be imported by name',
      { 'engine/a.ts': `import { yes } from '../language/index.ts'` },
      'engine/a.ts:1 reaches into language by a path; import @facialis/language',
    ],
    [
      'a room that imports the specification',
      { 'cli/a.ts': `import '../spec/support/product.ts'` },
      'cli/a.ts:1 imports ../spec/support/product.ts: cli → spec is not an arrow of this house',
    ],
    [
      'a room that imports itself by name',
      { 'engine/a.ts': `import '@facialis/engine'` },
      'engine/a.ts:1 imports its own room as @facialis/engine; use a relative path',
    ],
    [
      "Node's modules where a browser must follow",
      { 'engine/a.ts': `import { readFileSync } from 'node:fs'` },
      "engine/a.ts:1 imports node:fs: engine also runs in a browser, where Node's modules do not exist",
    ],
    [
      'a package the room does not name',
      { 'engine/a.tsx': `import { useState } from 'react'` },
      'engine/a.tsx:1 imports react, which engine/package.json does not name',
    ],
    [
      'a package of the root at run time',
      { 'fhir/a.ts': `import { x } from 'some-types/dist/x.js'` },
      'fhir/a.ts:1 imports some-types, which fhir/package.json does not name',
    ],
    [
      'an address it cannot read',
      { 'server/a.ts': `const a = await import('./' + name + '.ts')` },
      'server/a.ts:1 imports a computed address, which cannot be checked',
    ],
    [
      'a folder that is not drawn',
      { 'attic/a.ts': `import './b.ts'` },
      'attic/a.ts:1 is in attic, which is not a room of this house',
    ],
    [
      'files that import each other',
      {
        'engine/a.ts': `import { b } from './b.ts'`,
        'engine/b.ts': `export { c } from './c.ts'`,
        'engine/c.ts': `import { type A, a } from './a.ts'`,
      },
      'files know each other in a circle: engine/a.ts → engine/b.ts → engine/c.ts → engine/a.ts',
    ],
    [
      'files that know each other’s types',
      { 'engine/a.ts': `import type { B } from './b.ts'`, 'engine/b.ts': `import { a } from './a.ts'` },
      'files know each other in a circle: engine/a.ts → engine/b.ts → engine/a.ts',
    ],
  ])('%s', (_what, files: Readonly<Record<string, string>>, sentence) => {
    expect(check(files)).toEqual([sentence])
  })

  it('rooms drawn in a circle, and rooms that are not there', () => {
    const room = (...mayImport: string[]): Room => ({ mayImport, runsInBrowser: false })
    expect(checkDrawing({ a: room('b'), b: room('a', 'c') })).toEqual([
      'b → c: there is no room c',
      'rooms lean on each other in a circle: a → b → a',
    ])
  })

  it('a file that is not TypeScript', () => {
    expect(() => readImports('engine/a.ts', 'import from from')).toThrow('engine/a.ts cannot be parsed')
  })
})

describe('the folders of a room', () => {
  const folders = (files: Readonly<Record<string, string>>) => circleOfFolders('fhir', new Map(Object.entries(files)))

  it('lie in layers when each knows only what lies below it', () => {
    const read = `import '../terms/a.ts'\nimport '@facialis/language'`
    expect(
      folders({ 'fhir/index.ts': `import './read/a.ts'`, 'fhir/read/a.ts': read, 'fhir/terms/a.ts': '' }),
    ).toBeNull()
  })

  it('lie in layers also where one reads the package.json of the room: data knows nobody', () => {
    const version = "import said from '../package.json' with { type: 'json' }"
    expect(folders({ 'fhir/index.ts': "import './read/a.ts'", 'fhir/read/a.ts': version })).toBeNull()
  })

  it('are told as a circle when two know each other, though no two files do', () => {
    const files = {
      'fhir/read/a.ts': `import type { B } from '../terms/b.ts'`,
      'fhir/read/c.ts': '',
      'fhir/terms/b.ts': '',
      'fhir/terms/d.ts': `import '../read/c.ts'`,
    }
    expect(folders(files)).toEqual(['fhir/read', 'fhir/terms', 'fhir/read'])
  })
})
