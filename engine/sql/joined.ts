/** Conditions one after the other; of none, all hold and none does. */
export const both = (parts: readonly string[]): string => joined(parts, 'AND', 'TRUE')
export const either = (parts: readonly string[]): string => joined(parts, 'OR', 'FALSE')

function joined(all: readonly string[], by: 'AND' | 'OR', ofNone: 'TRUE' | 'FALSE'): string {
  const parts = all.filter((one) => one !== ofNone)
  const [only] = parts
  if (only === undefined) return ofNone
  return parts.length === 1 ? only : `(${parts.join(` ${by} `)})`
}

/** Not surely so: false, or not known. */
export function isNotTrue(condition: string): string {
  const [, column, is] = /^\((\w+) IS (TRUE|FALSE)\)$/.exec(condition.replace(/^\(NOT (\w+)\)$/, '($1 IS FALSE)')) ?? []
  return column === undefined ? `(${condition} IS NOT TRUE)` : `(${column} IS NOT ${is})`
}
