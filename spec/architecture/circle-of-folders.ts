import { posix } from 'node:path'
import { fileOf, isInProduct, type Sources } from './check-arrows.ts'
import { findCycle } from './find-cycle.ts'
import { readImports } from './read-imports.ts'

/** The first circle in which the folders of a room know each other, the room's own files counting as one; null when they lie in layers. */
export function circleOfFolders(room: string, sources: Sources): readonly string[] | null {
  const known = new Map<string, Set<string>>()
  for (const [path, text] of sources) {
    if (!path.startsWith(`${room}/`) || !isInProduct(path)) continue
    const own = posix.dirname(path)
    const others = known.get(own) ?? new Set<string>()
    known.set(own, others)
    for (const { target } of readImports(path, text)) {
      // What is no program knows nobody, so no circle goes through it.
      if (target?.endsWith('.json')) continue
      const file = fileOf(path, target)
      const folder = file === null ? own : posix.dirname(file)
      if (folder !== own && folder.split('/')[0] === room) others.add(folder)
    }
  }
  return findCycle(new Map([...known].map(([folder, others]) => [folder, [...others]])))
}
