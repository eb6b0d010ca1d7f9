import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { headOf, readRelease } from '@facialis/engine/govern/index.ts'
import type { Pathway } from '@facialis/language'

/** The versions of the pathway that episodes may follow: the one in use, and each that was released before. */
export type Versions = Readonly<{
  newest: Pathway
  /** The pathway of a version; null where this copy does not have it. */
  of: (version: string) => Pathway | null
}>

/** `earlier` gives what was released before; each is asked for once, when somebody follows it. */
export function openVersions(newest: Pathway, earlier: (version: string) => Pathway | null): Versions {
  const read = new Map<string, Pathway | null>([[newest.version, newest]])
  return {
    newest,
    of: (version) => {
      if (!read.has(version)) read.set(version, earlier(version))
      return read.get(version) ?? null
    },
  }
}

const folder = fileURLToPath(import.meta.resolve('@facialis/knowledge/releases/README.md')).replace(/README\.md$/, '')
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A release that came with this copy. @throws when its file was touched: people are treated by what it says */
export function releasedVersion(version: string): Pathway | null {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.release'))) {
    const text = readFileSync(`${folder}${name}`, 'utf8')
    const head = headOf(text)
    if (!head.ok) throw new Error(`${name} is no release that can be read: ${head.sentence}.`)
    if (head.value.version !== version) continue
    const release = readRelease(text, sha256)
    if (!release.ok) throw new Error(`${name} is no release that can be read: ${release.sentence}.`)
    return release.value.pathway
  }
  return null
}
