/** The first few of a list in words, and how many more there are: a line stays one that is read. */
export function shortList(items: readonly string[], most = 4): string {
  const shown = items.length <= most + 1 ? items : items.slice(0, most)
  const rest = items.length - shown.length
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} more`
}
