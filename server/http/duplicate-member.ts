import { endOfText, hasUniqueNames } from '@facialis/fhir/json/count-members.ts'
import { fieldPath } from '../core/field-path.ts'
import { UnreadableBody } from './json-scan.ts'

/** The problem of a duplicate member, wherever it was found. */
export const duplicateMember = {
  code: 'member-twice',
  sentence: 'An object has the same name twice, so it is not clear which one counts.',
} as const

/** An object names a member twice: most readers take the last one, others the first, and what was signed may be either. */
export class DuplicateMember extends UnreadableBody {
  readonly where: string
  constructor(place: readonly (string | number)[]) {
    super(400, { said: duplicateMember })
    this.where = fieldPath(place)
  }
}

const [quote, comma] = [0x22, 0x2c]
const [opensObject, closesObject, opensList, closesList] = [0x7b, 0x7d, 0x5b, 0x5d]

/** Where an object of a text names a member a second time; null where none does. `read` is what the text was parsed to. */
export const duplicateMemberIn = (text: string, read: unknown): string | null =>
  hasUniqueNames(text, read) ? null : fieldPath(placeIn(text))

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
        const end = endOfText(text, at)
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
