type MemoNode<T> = { result?: Readonly<{ value: T }>; readonly next: Map<unknown, MemoNode<T>> }

const emptyMemo = <T>(): MemoNode<T> => ({ next: new Map() })

/**
 * Memoises a function by the identity of its arguments, in a trie keyed argument by argument. Rules that are built by the
 * same call with the same arguments share one node, so a mutation of it counts once and not once for each rule.
 */
export function memoise<A extends readonly unknown[], T>(make: (...about: A) => T): (...about: A) => T {
  const root = emptyMemo<T>()
  return (...about) => {
    let node = root
    for (const one of about) {
      const next = node.next.get(one) ?? emptyMemo<T>()
      node.next.set(one, next)
      node = next
    }
    node.result ??= { value: make(...about) }
    return node.result.value
  }
}
