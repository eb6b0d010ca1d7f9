import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { outside, type Room } from './arrows.ts'
import { findCycle } from './find-cycle.ts'
import { type Import, readImports } from './read-imports.ts'

/** Source texts by path from the root of the repository, with `/` between folders. */
export type Sources = ReadonlyMap<string, string>

export type House = {
  readonly rooms: Readonly<Record<string, Room>>
  /** Per room, the packages its package.json names; under `''`, those of the root. */
  readonly packages: Readonly<Record<string, readonly string[]>>
}

/** One sentence for each arrow that is not drawn and each circle of files; empty when the house stands. */
export function checkArrows(sources: Sources, house: House): readonly string[] {
  const problems: string[] = []
  const knows = new Map<string, string[]>()
  for (const [path, text] of sources) {
    const known: string[] = []
    for (const written of readImports(path, text)) {
      const problem = checkImport(path, written, house)
      if (problem !== null) problems.push(`${path}:${written.line} ${problem}`)
      const file = fileOf(path, written.target)
      // Types count too: what needs each other to be understood is one thing in two files.
      if (file !== null && sources.has(file)) known.push(file)
    }
    knows.set(path, known)
  }
  const circle = findCycle(knows)
  if (circle !== null) problems.push(`files know each other in a circle: ${circle.join(' → ')}`)
  return problems
}

/** One sentence when the drawn arrows themselves run in a circle or point to a room that is not there. */
export function checkDrawing(rooms: Readonly<Record<string, Room>>): readonly string[] {
  const drawn = new Map(Object.entries(rooms).map(([name, room]) => [name, room.mayImport]))
  const unknown = [...drawn].flatMap(([name, targets]) =>
    targets.filter((target) => !drawn.has(target)).map((target) => `${name} → ${target}: there is no room ${target}`),
  )
  const circle = findCycle(drawn)
  return circle === null ? unknown : [...unknown, `rooms lean on each other in a circle: ${circle.join(' → ')}`]
}

function checkImport(path: string, { target, typeOnly }: Import, house: House): string | null {
  const from = topFolder(path)
  const room = house.rooms[from]
  if (room === undefined) return outside.includes(from) ? null : `is in ${from}, which is not a room of this house`
  if (target === null) return 'imports a computed address, which cannot be checked'
  const to = roomOf(path, target)
  if (to === from) {
    return target.startsWith('@facialis/') ? `imports its own room as ${target}; use a relative path` : null
  }
  if (to !== null) {
    if (!room.mayImport.includes(to)) return `imports ${target}: ${from} → ${to} is not an arrow of this house`
    return target.startsWith('.') ? `reaches into ${to} by a path; import @facialis/${to}` : null
  }
  if (isNodes(target)) {
    return room.runsInBrowser && isInProduct(path)
      ? `imports ${target}: ${from} also runs in a browser, where Node's modules do not exist`
      : null
  }
  const packageName = nameOfPackage(target)
  const named = (owner: string) => house.packages[owner]?.includes(packageName) ?? false
  if (named(from)) return null
  // Tools of the whole repository (test runner, types) are named once, at the root.
  if (named('') && (typeOnly || !isInProduct(path))) return null
  return `imports ${packageName}, which ${from}/package.json does not name`
}

const topFolder = (path: string): string => path.split('/')[0] ?? ''

const isNodes = (target: string): boolean => target.startsWith('node:') || builtinModules.includes(target)

/** Tests and the settings of tools stay on the machine where the product is made. */
export const isInProduct = (path: string): boolean => !/\/test\/|\.test\.tsx?$|\.config\.ts$/.test(path)

/** `@scope/name/part` and `name/part` without the part. */
const nameOfPackage = (target: string): string => target.split('/', target.startsWith('@') ? 2 : 1).join('/')

/** The room or folder a target lies in, or null when it is a package or one of Node's own modules. */
function roomOf(path: string, target: string): string | null {
  if (target.startsWith('@facialis/')) return target.split('/')[1] ?? null
  return target.startsWith('.') ? topFolder(posix.join(posix.dirname(path), target)) : null
}

/** The file a target means, or null when it is not one of ours. */
export function fileOf(path: string, target: string | null): string | null {
  if (target === null) return null
  if (target.startsWith('.')) return posix.join(posix.dirname(path), target)
  if (!target.startsWith('@facialis/')) return null
  const [, room, ...rest] = target.split('/')
  return `${room}/${rest.length === 0 ? 'index.ts' : rest.join('/')}`
}
