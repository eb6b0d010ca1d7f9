const blank = /[ \t\n\r]*/y
const scalar =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const text = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y

type Open = '{' | '['

/** Where a text that is no JSON stops being some, as an offset; its length when it ends too early. */
export function jsonFaultAt(json: string): number {
  const open: Open[] = []
  let at = 0
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.exec(json)
    if (found) at += found[0].length
    return found !== null
  }
  const takeMark = (marks: string): string | null => {
    take(blank)
    const mark = json.charAt(at)
    if (mark === '' || !marks.includes(mark)) return null
    at++
    return mark
  }
  /** A member begins with its name; true when a value may follow. */
  const name = (): boolean => {
    take(blank)
    return take(text) && takeMark(':') !== null
  }
  let wantsValue = true
  while (true) {
    if (wantsValue) {
      const mark = takeMark('{[') as Open | null
      if (mark === null) {
        if (!take(scalar)) return at
        wantsValue = false
      } else if (takeMark(mark === '{' ? '}' : ']') !== null) wantsValue = false
      else {
        open.push(mark)
        if (mark === '{' && !name()) return at
      }
      continue
    }
    const inside = open.at(-1)
    if (inside === undefined) {
      take(blank)
      return at
    }
    const mark = takeMark(inside === '{' ? ',}' : ',]')
    if (mark === null) return at
    if (mark !== ',') open.pop()
    else if (inside === '{' && !name()) return at
    else wantsValue = true
  }
}
