import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inOrder, type ReleaseHead, readRelease, untouchedHead } from '@facialis/engine/govern/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Pathway } from '@facialis/language'
import { Stop } from './stop.ts'

/** The pathway as its rules stand in this copy, released or not. */
export const working = 'working'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const folder = fileURLToPath(import.meta.resolve('@facialis/knowledge/releases/README.md')).replace(/README\.md$/, '')
const judging = { hash: sha256, of: hemifacialSpasm.id }
export const releaseEnding = '.release'

export type Shipped = Readonly<{ head: ReleaseHead; path: string }>

/** The releases of the pathway that came with this copy, lowest version first. */
export function shippedReleases(): readonly Shipped[] {
  const found = readdirSync(folder)
    .filter((name) => name.endsWith(releaseEnding))
    .map((name) => {
      const path = `${folder}${name}`
      const head = untouchedHead(readFileSync(path, 'utf8'), judging)
      if (!head.ok) throw new Stop(`${path} is no release that can be read: ${head.sentence}.`)
      return { head: head.value, path }
    })
  return found.sort((one, other) => inOrder(one.head, other.head))
}

const read = new Map<string, Pathway>()

/**
 * The pathway of a version: `working`, the number of a release that came with this copy, or the file of a release.
 * @throws Stop where there is none, or it was touched
 */
export function pathwayOfVersion(name: string): Pathway {
  if (name === working) return hemifacialSpasm
  const known = read.get(name)
  if (known) return known
  const shipped = shippedReleases()
  const path = shipped.find(({ head }) => head.version === name)?.path ?? name
  const release = readRelease(textAt(path, { name, shipped }), judging)
  if (!release.ok) throw new Stop(`${path} is no release that can be read: ${release.sentence}.`)
  read.set(name, release.value.pathway)
  return release.value.pathway
}

function textAt(path: string, { name, shipped }: Readonly<{ name: string; shipped: readonly Shipped[] }>): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    const known = [...shipped.map(({ head }) => head.version), working].join(', ')
    throw new Stop(`There is no version or release file ${JSON.stringify(name)}: versions here are ${known}.`)
  }
}

/** How a version is called on a page. */
export const titleOfVersion = (name: string): string => {
  const { id, version } = pathwayOfVersion(name)
  return name === working ? `${id} ${version} as it stands here` : `${id} ${version}`
}
