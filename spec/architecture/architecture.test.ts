import { describe, expect, it } from 'vitest'
import { arrows } from './arrows.ts'
import { checkArrows, checkDrawing, type Sources } from './check-arrows.ts'
import { circleOfFolders } from './circle-of-folders.ts'
import { loadedBy } from './loaded-by.ts'
import { listFiles, packagesOf, readPackage, readText } from './read-house.ts'

const rooms = Object.keys(arrows)
const sources: Sources = new Map(
  listFiles()
    .filter((path) => /\.tsx?$/.test(path) && path.includes('/'))
    .map((path) => [path, readText(path)]),
)

describe('the house', () => {
  it('has exactly the rooms that are drawn', () => {
    expect([...(readPackage('').workspaces ?? [])].sort()).toEqual([...rooms].sort())
  })

  it('is drawn without a circle', () => {
    expect(checkDrawing(arrows)).toEqual([])
  })

  it('imports only along the arrows that are drawn', () => {
    const packages = Object.fromEntries(
      ['', ...rooms].map((owner) => [owner, Object.keys(packagesOf(readPackage(owner)))]),
    )
    expect(checkArrows(sources, { rooms: arrows, packages })).toEqual([])
  })

  // docs/decisions/0041-fhir-and-record-in-layers.md, 0042-server-cli-and-clinic-in-layers.md and 0044-every-room-in-layers.md
  it.each(rooms)('%s lies in layers: no folder of it knows one that knows it', (name) => {
    expect(circleOfFolders(name, sources)).toBeNull()
  })

  // docs/decisions/0040-load-only-what-is-needed.md
  it.each(['server/main.ts', 'cli/person/assess.ts', 'clinic/src/app/main.tsx'])(
    '%s answers without what proves, makes up people, plants mistakes or writes tables and books',
    (start) => {
      const loaded = [...loadedBy(start, sources)]
      expect(loaded).toContain('engine/advice/evaluate.ts')
      expect(loaded.filter((path) => /^engine\/(prove|mutants|everybody|people|sql|flat)\//.test(path))).toEqual([])
    },
  )

  it.each(rooms)('%s names in its package.json only rooms it may import', (name) => {
    const named = Object.keys(packagesOf(readPackage(name))).filter((other) => other.startsWith('@facialis/'))
    expect(arrows[name]?.mayImport.map((other) => `@facialis/${other}`)).toEqual(expect.arrayContaining(named))
  })
})
