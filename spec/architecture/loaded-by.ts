import { fileOf, type Sources } from './check-arrows.ts'
import { readImports } from './read-imports.ts'

/** Every file of ours that is loaded, at once or later, when one is; types load nothing. */
export function loadedBy(start: string, sources: Sources): ReadonlySet<string> {
  const loaded = new Set<string>()
  const load = (path: string): void => {
    const text = sources.get(path)
    if (text === undefined || loaded.has(path)) return
    loaded.add(path)
    for (const { target, typeOnly } of readImports(path, text)) {
      const file = typeOnly ? null : fileOf(path, target)
      if (file !== null) load(file)
    }
  }
  load(start)
  return loaded
}
