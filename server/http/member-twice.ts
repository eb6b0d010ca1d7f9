import { whereOf } from '../ground/where.ts'
import { Unreadable } from './json-scan.ts'

/** What is said of it, wherever it was read. */
export const memberTwice = {
  code: 'member-twice',
  sentence: 'An object names something twice, and nobody can tell which of the two counts.',
} as const

/** An object names a member twice: most readers take the last one, others the first, and what was signed may be either. */
export class MemberTwice extends Unreadable {
  readonly where: string
  constructor(place: readonly (string | number)[]) {
    super(400, { said: memberTwice })
    this.where = whereOf(place)
  }
}

/** How many members there are in all objects of a value. Parsed JSON has as many as its text has, but for those given twice. */
export function membersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let many = 0
  if (Array.isArray(value)) {
    for (const one of value) many += membersIn(one)
    return many
  }
  for (const name in value) many += 1 + membersIn((value as Readonly<Record<string, unknown>>)[name])
  return many
}

const [quote, comma, colon, backslash] = [0x22, 0x2c, 0x3a, 0x5c]
const [opensObject, closesObject, opensList, closesList] = [0x7b, 0x7d, 0x5b, 0x5d]

/** Where an object of a text names a member a second time; null where none does. `read` is what the text was parsed to. */
export const twiceIn = (text: string, read: unknown): string | null =>
  membersIn(read) === colonsIn(text) ? null : whereOf(placeIn(text))

/** Every member has one colon, and no colon that stands outside of texts is of anything else. */
function colonsIn(text: string): number {
  let many = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOf(text, at) - 1
    else if (code === colon) many++
  }
  return many
}

/** An object or a list that is open: where in it we are, and which names it has had; null of a list. */
type Open = { at: string | number; readonly names: Set<string> | null; isName: boolean }

/**
 * The place where an object names a member a second time; where none does, the place where a text ends that breaks off. Only for
 * what is refused: it takes longer than to parse it.
 * @param first the place of the first value, where the text is a list that begins in the middle of another
 */
export function placeIn(text: string, first = 0): readonly (string | number)[] {
  const open: Open[] = []
  const path = (): readonly (string | number)[] => open.map(({ at }) => at)
  for (let at = 0; at < text.length; at++) {
    const top = open.at(-1)
    switch (text.charCodeAt(at)) {
      case quote: {
        const end = endOf(text, at)
        if (top?.isName && top.names !== null) {
          const name = String(JSON.parse(text.slice(at, end)))
          top.at = name
          top.isName = false
          if (top.names.has(name)) return path()
          top.names.add(name)
        }
        at = end - 1
        break
      }
      case comma:
        if (typeof top?.at === 'number') top.at++
        else if (top !== undefined) top.isName = true
        break
      case opensObject:
        open.push({ at: '', names: new Set(), isName: true })
        break
      case opensList:
        open.push({ at: open.length === 0 ? first : 0, names: null, isName: false })
        break
      case closesObject:
      case closesList:
        open.pop()
        break
    }
  }
  return path()
}

/** Where the text ends that begins here: behind its quotation mark, or at the end of everything. */
function endOf(text: string, from: number): number {
  for (let at = from + 1; ; at++) {
    const end = text.indexOf('"', at)
    if (end < 0) return text.length
    let escapes = end
    while (text.charCodeAt(escapes - 1) === backslash) escapes--
    if ((end - escapes) % 2 === 0) return end + 1
    at = end
  }
}
