/** Counts the members of all objects in a value. Parsed JSON has as many as its text has, but for those given twice. */
export function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let many = 0
  if (Array.isArray(value)) {
    for (const one of value) many += countMembers(one)
    return many
  }
  for (const name in value) many += 1 + countMembers((value as Readonly<Record<string, unknown>>)[name])
  return many
}

/** Whether no object of a text has a duplicate member. `read` is the parsed text. */
export const hasUniqueNames = (text: string, read: unknown): boolean => countMembers(read) === colonsIn(text)

const [quote, colon, backslash] = [0x22, 0x3a, 0x5c]

/** Every member has one colon, and no colon that stands outside of texts is of anything else. */
function colonsIn(text: string): number {
  let many = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfText(text, at) - 1
    else if (code === colon) many++
  }
  return many
}

/** Where the text ends that begins here: behind its quotation mark, or at the end of everything. */
export function endOfText(text: string, from: number): number {
  for (let at = from + 1; ; at++) {
    const end = text.indexOf('"', at)
    if (end < 0) return text.length
    let escapes = end
    while (text.charCodeAt(escapes - 1) === backslash) escapes--
    if ((end - escapes) % 2 === 0) return end + 1
    at = end
  }
}
