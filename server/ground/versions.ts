import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readRelease, untouchedHead } from '@facialis/engine/govern/index.ts'
import type { Pathway } from '@facialis/language'
import type { Result } from '@facialis/record'

/** The versions of the pathway that episodes may follow: the one in use, and each that was released before. */
export type Versions = Readonly<{
  newest: Pathway
  /** The pathway of a version; null where this copy does not have it. */
  of: (version: string) => Pathway | null
}>

/** `earlier` gives what was released before; each is asked for once, when somebody follows it. */
export function openVersions(newest: Pathway, earlier: (version: string) => Pathway | null): Versions {
  const read = new Map<string, Pathway>([[newest.version, newest]])
  return {
    newest,
    of: (version) => {
      const known = read.get(version)
      if (known) return known
      const found = earlier(version)
      if (found) read.set(version, found)
      return found
    },
  }
}

const folder = fileURLToPath(import.meta.resolve('@facialis/knowledge/releases/README.md')).replace(/README\.md$/, '')
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * The releases of a pathway that came with this copy, each read when somebody follows it. A file that was touched, or is
 * of something else, is told before anybody is treated by it.
 */
export function releasedVersions({ id }: Pick<Pathway, 'id'>): Result<Versions['of']> {
  const judging = { hash: sha256, of: id }
  const texts = new Map<string, string>()
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.release'))) {
    const where = join(folder, name)
    const text = readFileSync(where, 'utf8')
    const head = untouchedHead(text, judging)
    if (!head.ok) {
      const sentence = `A release of the pathway cannot be read: ${head.sentence}.`
      return { ok: false, problem: { code: 'bad-release', sentence, where } }
    }
    texts.set(head.value.version, text)
  }
  return {
    ok: true,
    value: (version) => {
      const text = texts.get(version)
      if (text === undefined) return null
      const release = readRelease(text, judging)
      if (!release.ok) throw new Error(`The release ${version} cannot be read: ${release.sentence}.`)
      return release.value.pathway
    },
  }
}
