import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inOrder, type ReleaseHead, readRelease, untouchedHead } from '@facialis/engine/govern/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { memoise, type Pathway } from '@facialis/language'
import { ExitError } from './exit-error.ts'

/** The pathway as its rules stand in this copy, released or not. */
export const working = 'working'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const folder = fileURLToPath(import.meta.resolve('@facialis/knowledge/releases/README.md')).replace(/README\.md$/, '')
const judging = { hash: sha256, of: hemifacialSpasm.id }
export const releaseEnding = '.release'

export type Shipped = Readonly<{ head: ReleaseHead; path: string }>

/** The releases of the pathway that came with this copy, lowest version first. They do not change while it runs. */
export const shippedReleases = memoise((): readonly Shipped[] => {
  const found = readdirSync(folder)
    .filter((name) => name.endsWith(releaseEnding))
    .map((name) => {
      const path = `${folder}${name}`
      const head = untouchedHead(readFileSync(path, 'utf8'), judging)
      if (!head.ok) throw notRead(path, head.sentence)
      return { head: head.value, path }
    })
  return found.sort((one, other) => inOrder(one.head, other.head))
})

/**
 * The pathway of a version: `working`, the number of a release that came with this copy, or the file of a release.
 * @throws ExitError where there is none, or it was touched
 */
export function pathwayOfVersion(name: string): Pathway {
  if (name === working) return hemifacialSpasm
  const shipped = shippedReleases().find(({ head }) => head.version === name)
  return shipped ? shippedPathway(shipped.path) : pathwayIn(name, textAt(name))
}

const shippedPathway = memoise((path: string) => pathwayIn(path, readFileSync(path, 'utf8')))

/** By what was read: a file may say something else the next time it is named. */
const known = new Map<string, Pathway>()

/** The pathway in the text of a release, the very same for the same text: what is worked out of it is kept with it. */
function pathwayIn(path: string, text: string): Pathway {
  const hash = sha256(text)
  const before = known.get(hash)
  if (before) return before
  const release = readRelease(text, judging)
  if (!release.ok) throw notRead(path, release.sentence)
  known.set(hash, release.value.pathway)
  return release.value.pathway
}

const notRead = (path: string, why: string): ExitError => new ExitError(`${path} is not a readable release: ${why}.`)

function textAt(name: string): string {
  try {
    return readFileSync(name, 'utf8')
  } catch {
    const all = [...shippedReleases().map(({ head }) => head.version), working].join(', ')
    throw new ExitError(`There is no version or release file ${JSON.stringify(name)}: versions here are ${all}.`)
  }
}

/** How a version is called on a page. */
export const titleOfVersion = (name: string): string => {
  const { id, version } = pathwayOfVersion(name)
  return name === working ? `${id} ${version} as it is here` : `${id} ${version}`
}
