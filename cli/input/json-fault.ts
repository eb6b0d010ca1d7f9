const blank = /[ \t\n\r]*/y
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y

/** Where a text is not JSON that means one thing, as an offset, and what is wrong there; null `says` is a plain slip. */
export type JsonFault = Readonly<{ at: number; says: string | null }>

/** Where the text in quotation marks that begins here ends; null when it does not. */
function endOfText(json: string, from: number): number | null {
  if (json.charAt(from) !== '"') return null
  // Letter by letter: a picture inside a file is one text of millions of them.
  for (let at = from + 1; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code === 0x22) return at + 1
    if (code < 0x20) return null
    if (code !== 0x5c) continue
    escaped.lastIndex = at
    const length = escaped.exec(json)?.[0].length
    if (length === undefined) return null
    at += length - 1
  }
  return null
}

/** What is open around a value: an object with the names it has had, or a list. */
type Open = Set<string> | null

/** Nobody writes deeper than this, and reading deeper would need more room than there is. */
const deepest = 400

/**
 * The first fault of a text: where it stops being JSON (its length when it ends unexpectedly), or where it is some and
 * still says two things: a name given twice, half a character, a number that cannot be held, endless nesting.
 */
export function jsonFaultIn(json: string): JsonFault | null {
  const open: Open[] = []
  let at = 0
  let fault: JsonFault | null = null
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(json)?.[0] ?? null
    if (found !== null) at += found.length
    return found
  }
  const takeMark = (marks: string): string | null => {
    take(blank)
    const mark = json.charAt(at)
    if (mark === '' || !marks.includes(mark)) return null
    at++
    return mark
  }
  const slip = (): JsonFault => ({ at, says: null })
  const takeText = (): string | null => {
    const from = at
    const end = endOfText(json, at)
    const token = end === null ? null : json.slice(from, end)
    at = end ?? at
    if (token?.includes('\\') && !String(JSON.parse(token)).isWellFormed())
      fault ??= { at: from, says: 'it contains half a character (a lone surrogate)' }
    return token
  }
  /** A member begins with its name; false when it does not. */
  const name = (names: Set<string>): boolean => {
    take(blank)
    const from = at
    const token = takeText()
    if (token === null || takeMark(':') === null) return false
    const key = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1)
    if (names.has(key)) fault ??= { at: from, says: `${JSON.stringify(key)} is given twice in one object` }
    names.add(key)
    return true
  }
  const takeScalar = (): boolean => {
    if (json.charAt(at) === '"') return takeText() !== null
    const from = at
    const digits = take(number)
    if (digits === null) return take(word) !== null
    if (!Number.isFinite(Number(digits))) fault ??= { at: from, says: 'the number is too large to represent' }
    return true
  }
  let wantsValue = true
  while (true) {
    if (wantsValue) {
      const mark = takeMark('{[')
      if (mark === null) {
        if (!takeScalar()) return slip()
        wantsValue = false
      } else if (takeMark(mark === '{' ? '}' : ']') !== null) wantsValue = false
      else if (open.length === deepest) return { at: at - 1, says: `it is nested more than ${deepest} levels deep` }
      else {
        const names = mark === '{' ? new Set<string>() : null
        open.push(names)
        if (names && !name(names)) return slip()
      }
      continue
    }
    const inside = open.at(-1)
    if (inside === undefined) {
      take(blank)
      return at === json.length ? fault : slip()
    }
    const mark = takeMark(inside ? ',}' : ',]')
    if (mark === null) return slip()
    if (mark !== ',') open.pop()
    else if (inside && !name(inside)) return slip()
    else wantsValue = true
  }
}
