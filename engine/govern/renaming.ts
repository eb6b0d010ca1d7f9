import type { digester } from './digester.ts'
import { entriesOf } from './digester.ts'

/** A condition whose words are others, or that has words in one version only, and what it asks. */
export type Renamed = Readonly<{ was: string | null; is: string | null; of: object }>

type Digest = ReturnType<typeof digester>

/** A condition by what it asks, whatever words it goes by. */
export const withoutWords = (node: object): object => (isNamed(node) ? withoutWords(node.of) : node)

/**
 * Conditions that only go by other words. A condition is mentioned by very many rules: its new words are told once, and
 * no rule that asks the same as before counts as changed.
 */
export function renamingsBetween(exactly: Digest, inMeaning: Digest) {
  const found = new Map<string, Renamed>()
  const same = (digest: Digest, a: unknown, b: unknown): boolean => digest([a]) === digest([b])

  /** Whether all that differs in words alone was found in both, so that the rest can be compared by meaning. */
  const explains = (was: unknown, is: unknown): boolean => {
    if (same(exactly, was, is)) return true
    if (Array.isArray(was) && Array.isArray(is)) return inLists(was, is)
    if (!isNode(was) || !isNode(is)) return !same(inMeaning, was, is)
    if ((isNamed(was) || isNamed(is)) && same(inMeaning, was, is)) return named(was, is)
    const keys = new Set([...entriesOf(was), ...entriesOf(is)].map(([key]) => key))
    return [...keys].every((key) => explains(Reflect.get(was, key), Reflect.get(is, key)))
  }

  const named = (was: object, is: object): boolean => {
    const [before, after] = [wordsOf(was), wordsOf(is)]
    if (before !== after) found.set(JSON.stringify([before, after]), { was: before, is: after, of: withoutWords(is) })
    return explains(isNamed(was) ? was.of : was, isNamed(is) ? is.of : is)
  }

  /** Each beside the one that asks the same; one that came or went is told in full anyway. */
  const inLists = (was: readonly unknown[], is: readonly unknown[]): boolean => {
    const left = [...is]
    return was.every((one) => {
      const at = left.findIndex((other) => same(inMeaning, one, other))
      return at < 0 || left.splice(at, 1).every((other) => explains(one, other))
    })
  }

  return { explains, all: (): readonly Renamed[] => [...found.values()] }
}

const isNode = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

const isNamed = (node: object): node is Readonly<{ kind: 'named'; name: string; of: object }> =>
  Reflect.get(node, 'kind') === 'named'

const wordsOf = (node: object): string | null => (isNamed(node) ? node.name : null)
