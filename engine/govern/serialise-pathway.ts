import type { Pathway } from '@facialis/language'
import { mentionedName } from './parts.ts'

/**
 * Serialises a pathway as lines of JSON; `parsePathway` is the inverse. Shared objects are lines of their own, referred to as
 * `{"$": n}`, the n-th line; the last line is the pathway.
 */
export function serialisePathway(pathway: Pathway): readonly string[] {
  const lines: string[] = []
  const places = new Map<object, number>()
  const times = timesMentioned(pathway)
  const place = (node: object): number => {
    const known = places.get(node)
    if (known !== undefined) return known
    // Before it is given its place, so that whatever it mentions stands further up.
    const line = JSON.stringify(saidIn(node))
    places.set(node, lines.length)
    return lines.push(line) - 1
  }
  const mention = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    return mentionedName(value) !== null || (times.get(value) ?? 0) > 1 ? { $: place(value) } : saidIn(value)
  }
  const saidIn = (node: object): unknown =>
    Array.isArray(node)
      ? node.map(mention)
      : Object.fromEntries(
          Object.entries(node)
            .filter(([, value]) => value !== undefined && typeof value !== 'function')
            .map(([key, value]) => [key, mention(value)]),
        )
  place(pathway)
  return lines
}

function timesMentioned(whole: object): ReadonlyMap<object, number> {
  const times = new Map<object, number>()
  const visit = (node: object): void => {
    times.set(node, (times.get(node) ?? 0) + 1)
    if (times.get(node) !== 1) return
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) visit(value)
  }
  visit(whole)
  return times
}

/** What is mentioned stands further up, or the lines are not what `serialisePathway` writes. */
export type Misread = Readonly<{ line: number; sentence: string }>

/**
 * The pathway that lines were written from; its parts are shared as they were. The lines are taken at their word:
 * whether they may be trusted is asked by the fingerprint of a release.
 */
export function parsePathway(lines: readonly string[]): Pathway | Misread {
  const made: unknown[] = []
  const read = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return Object.freeze(value.map(read))
    const at: unknown = Reflect.get(value, '$')
    if (at === undefined)
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, read(one)])))
    if (typeof at !== 'number' || !(at in made)) throw new Unmade(at)
    return made[at]
  }
  for (const [line, text] of lines.entries()) {
    try {
      made.push(read(JSON.parse(text)))
    } catch (error) {
      if (error instanceof Unmade) return { line, sentence: error.message }
      if (error instanceof SyntaxError) return { line, sentence: 'is not JSON' }
      throw error
    }
  }
  const whole = made.at(-1)
  return isPathway(whole) ? whole : { line: lines.length - 1, sentence: 'is no pathway' }
}

class Unmade extends Error {
  constructor(at: unknown) {
    super(`mentions line ${JSON.stringify(at)}, which does not stand above it`)
  }
}

const lists = [
  'passages',
  'facts',
  'entries',
  'screens',
  'policy',
  'decisions',
  'collections',
  'rankings',
  'steps',
  'alerts',
  'checks',
  'labels',
  'conflicts',
  'terminology',
] as const
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isPathway = (value: unknown): value is Pathway =>
  isObject(value) &&
  lists.every((name) => Array.isArray(Reflect.get(value, name))) &&
  ['id', 'version', 'title', 'status'].every((name) => typeof Reflect.get(value, name) === 'string') &&
  ['focus', 'stage', 'toProve'].every((name) => isObject(Reflect.get(value, name)))
