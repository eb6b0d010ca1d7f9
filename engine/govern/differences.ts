import { isCondition } from '../ground/node-guards.ts'
import { describe } from './describe.ts'
import { type digester, entriesOf } from './digester.ts'
import { mentionedName } from './parts.ts'

/** One place in which two readings of a thing differ, in words; null where one of them has nothing there. */
export type Difference = Readonly<{
  /** The way to it, from the outside: `when`, `text`, `adverse botulinum`. */
  where: string
  was: string | null
  is: string | null
}>

type Digest = ReturnType<typeof digester>
type Found = (where: readonly string[], was: unknown, is: unknown) => void

/**
 * Where two things differ, as far inside as it can be said: of a long condition the one comparison that reads
 * otherwise, of a list what came and what went. `digest` says what is the same.
 */
export function differencesOf(was: object, is: object, digest: Digest): readonly Difference[] {
  const found: Difference[] = []
  const words = (value: unknown): string | null => (value === undefined ? null : describe(value))
  const note: Found = (where, before, after) =>
    void found.push({ where: where.join(' '), was: words(before), is: words(after) })
  const isSame = (a: unknown, b: unknown): boolean => digest([a]) === digest([b])

  const compare = (where: readonly string[], before: unknown, after: unknown): void => {
    if (Array.isArray(before) && Array.isArray(after)) lists(where, before, after)
    else if (isSaidInFull(before) && isSaidInFull(after) && areAlike(before, after)) parts(where, before, after)
    else note(where, before, after)
  }

  /** Of a condition the one part that differs; where several do, the whole of it is told, which reads better. */
  const parts = (where: readonly string[], before: object, after: object): void => {
    const differing = keysOf(before, after).filter((key) => !isSame(Reflect.get(before, key), Reflect.get(after, key)))
    const [key, more] = differing
    if (!isCondition(before))
      for (const one of differing) compare([...where, one], Reflect.get(before, one), Reflect.get(after, one))
    else if (key !== undefined && more === undefined && isInside(before, key))
      compare(where, Reflect.get(before, key), Reflect.get(after, key))
    else note(where, before, after)
  }

  const lists = (where: readonly string[], before: readonly unknown[], after: readonly unknown[]): void => {
    const gone = without(before, after)
    const come = without(after, before)
    // The same in another order.
    if (gone.length === 0 && come.length === 0) note(where, before, after)
    else if (gone.length === 1 && come.length === 1) compare(where, gone[0], come[0])
    else {
      for (const one of gone) note(where, one, undefined)
      for (const one of come) note(where, undefined, one)
    }
  }

  /** What one list has more often than the other. */
  const without = (all: readonly unknown[], others: readonly unknown[]): readonly unknown[] => {
    const left = others.map((one) => digest([one]))
    return all.filter((one) => {
      const at = left.indexOf(digest([one]))
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
  }

  compare([], was, is)
  return found
}

const isSaidInFull = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Of one kind and, where they have a name, of one name: their parts can be told one by one. */
const areAlike = (before: object, after: object): boolean =>
  Reflect.get(before, 'kind') === Reflect.get(after, 'kind') && mentionedName(before) === mentionedName(after)

const keysOf = (before: object, after: object): readonly string[] => [
  ...new Set([before, after].flatMap((one) => entriesOf(one).map(([key]) => key))),
]

/** Parts of a condition that are conditions themselves, or lists of such: a comparison is told whole. */
function isInside(condition: object, key: string): boolean {
  const value: unknown = Reflect.get(condition, key)
  return Array.isArray(value) ? value.some(isCondition) : isCondition(value)
}
