/** The first circle of a graph as a walk that ends where it began (`a → b → a`), or null when there is none. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const finished = new Set<string>()
  const walk: string[] = []

  const visit = (node: string): readonly string[] | null => {
    if (finished.has(node)) return null
    const seenAt = walk.indexOf(node)
    if (seenAt >= 0) return [...walk.slice(seenAt), node]
    walk.push(node)
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next)
      if (circle !== null) return circle
    }
    walk.pop()
    finished.add(node)
    return null
  }

  for (const node of graph.keys()) {
    const circle = visit(node)
    if (circle !== null) return circle
  }
  return null
}
