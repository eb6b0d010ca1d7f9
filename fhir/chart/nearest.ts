/** More of them would be no help. */
const most = 3

/** Known names close to a mistyped one, nearest first; none when nothing is close. */
export function nearest(name: string, known: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase()
  const reach = Math.max(2, Math.floor(wanted.length / 4))
  const close: { name: string; distance: number }[] = []
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > reach) continue
    const distance = editDistance(wanted, candidate.toLowerCase(), reach)
    if (distance <= reach) close.push({ name: candidate, distance })
  }
  return close
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map((found) => found.name)
}

/** Insertions, deletions and replacements from one word to the other; gives up beyond `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    if (Math.min(...next) > limit) return limit + 1
    row = next
  }
  return row[b.length] as number
}
