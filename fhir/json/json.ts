export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (json: unknown): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

export const isText = (json: unknown): json is string => typeof json === 'string' && json.trim() !== ''

const none: readonly never[] = []

/** The objects of a list; anything else counts as none. */
export function objectsIn(json: unknown): readonly JsonObject[] {
  if (!Array.isArray(json)) return none
  for (let i = 0; i < json.length; i++) if (!isObject(json[i])) return json.filter(isObject)
  return json
}

/** A value as it is shown in a sentence: short, on one line. */
export function shown(json: unknown): string {
  const text = JSON.stringify(json) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** `"a", "b" or "c"`. */
export function orList(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`)
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`
}

/** `facts["rf.limb"]`, `entry[0].resource`. */
export const member = (where: string, key: string): string => {
  if (/^[A-Za-z_]\w*$/.test(key)) return where === '' ? key : `${where}.${key}`
  return `${where}[${JSON.stringify(key)}]`
}
