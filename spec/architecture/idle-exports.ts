import { fileOf, type Sources } from './check-arrows.ts'
import { everything, type Offered, readNames } from './read-names.ts'

/**
 * What a file offers and no other file takes, as `path name`. A type is taken, too, where it stands in the signature of
 * something that is, and where the entrance of a room or of a chapter passes it on: whoever calls what stands there
 * may have to name it.
 */
export function idleExports(sources: Sources): readonly string[] {
  const taken = new Map([...sources.keys()].map((path) => [path, new Set<string>()]))
  const offered = new Map<string, readonly Offered[]>()
  for (const [path, text] of sources) {
    const names = readNames(path, text)
    offered.set(path, names.offered)
    for (const { target, name } of names.taken) taken.get(fileOf(path, target) ?? '')?.add(name)
  }
  return [...offered].flatMap(([path, all]) => {
    const names = taken.get(path) ?? new Set()
    if (names.has(everything)) return []
    const open = all.filter(({ name, isType, passedOn }) => names.has(name) || (isType && passedOn))
    for (let known = 0; known < open.length; known++)
      open.push(...all.filter((one) => one.isType && !open.includes(one) && stands(one.name, open[known])))
    return all.filter((one) => !open.includes(one)).map(({ name }) => `${path} ${name}`)
  })
}

const stands = (name: string, within: Offered | undefined): boolean =>
  new RegExp(`\\b${name}\\b`).test(within?.signature ?? '')
