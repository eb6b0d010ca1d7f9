import { describe, expect, it } from 'vitest'
import { arrows } from './arrows.ts'
import { checkArrows, checkDrawing } from './check-arrows.ts'
import { listFiles, packagesOf, readPackage, readText } from './read-house.ts'

const rooms = Object.keys(arrows)

describe('the house', () => {
  it('has exactly the rooms that are drawn', () => {
    expect([...(readPackage('').workspaces ?? [])].sort()).toEqual([...rooms].sort())
  })

  it('is drawn without a circle', () => {
    expect(checkDrawing(arrows)).toEqual([])
  })

  it('imports only along the arrows that are drawn', () => {
    const sources = listFiles().filter((path) => /\.tsx?$/.test(path) && path.includes('/'))
    const packages = Object.fromEntries(
      ['', ...rooms].map((owner) => [owner, Object.keys(packagesOf(readPackage(owner)))]),
    )
    expect(checkArrows(new Map(sources.map((path) => [path, readText(path)])), { rooms: arrows, packages })).toEqual([])
  })

  it.each(rooms)('%s names in its package.json only rooms it may import', (name) => {
    const named = Object.keys(packagesOf(readPackage(name))).filter((other) => other.startsWith('@facialis/'))
    expect(arrows[name]?.mayImport.map((other) => `@facialis/${other}`)).toEqual(expect.arrayContaining(named))
  })
})
