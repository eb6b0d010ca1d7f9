/** Conjunction and disjunction of SQL conditions; empty, they are TRUE and FALSE. Neutral parts are left out. */
export const conjunction = (parts: readonly string[]): string => joinedSources(parts, 'AND', 'TRUE')
export const disjunction = (parts: readonly string[]): string => joinedSources(parts, 'OR', 'FALSE')

function joinedSources(all: readonly string[], by: 'AND' | 'OR', ofNone: 'TRUE' | 'FALSE'): string {
  const parts = all.filter((one) => one !== ofNone)
  const [only] = parts
  if (only === undefined) return ofNone
  return parts.length === 1 ? only : `(${parts.join(` ${by} `)})`
}

/** `IS NOT TRUE`: FALSE or NULL. A plain boolean column is tested directly. */
export function isNotTrue(condition: string): string {
  const [, column, is] = /^\((\w+) IS (TRUE|FALSE)\)$/.exec(condition.replace(/^\(NOT (\w+)\)$/, '($1 IS FALSE)')) ?? []
  return column === undefined ? `(${condition} IS NOT TRUE)` : `(${column} IS NOT ${is})`
}
