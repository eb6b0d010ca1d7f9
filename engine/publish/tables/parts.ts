import { type Condition, memoiseWeak } from '@facialis/language'

/** Facts, entries, decisions and policy numbers are what they are called; two with one id are one. */
const isThing = (value: unknown): value is Readonly<{ kind: string; id: string }> =>
  typeof value === 'object' && value !== null && 'kind' in value && 'id' in value

/** Equal for conditions that are written alike, wherever they stand. */
export const keyOf: (condition: Condition) => string = memoiseWeak((condition) =>
  JSON.stringify(condition, (name, value) => (name !== '' && isThing(value) ? `${value.kind} ${value.id}` : value)),
)

/** The conditions that are joined into one by and, or, not and "it is known that"; null for one that joins nothing. */
function joined(condition: Condition): readonly Condition[] | null {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of
    case 'not':
    case 'established':
      return [condition.of]
    case 'always':
    case 'is':
    case 'has':
    case 'compare':
    case 'decided':
    case 'some':
    case 'recent':
    case 'unanswered':
    case 'proposed':
    case 'named':
      return null
    default:
      return condition satisfies never
  }
}

/**
 * What a table has a column for: the parts of conditions down to some depth of and and or, each once, in reading order.
 * What has a name of its own is one part, and is taken apart where its name is explained.
 */
export function partsOf(conditions: readonly Condition[], depth: number): readonly Condition[] {
  const found = new Map<string, Condition>()
  const visit = (condition: Condition, left: number): void => {
    const inside = joined(condition)
    if (inside === null) {
      if (condition.kind !== 'always' && !found.has(keyOf(condition))) found.set(keyOf(condition), condition)
      return
    }
    const isJoin = condition.kind === 'all' || condition.kind === 'any'
    if (isJoin && left === 0) {
      if (!found.has(keyOf(condition))) found.set(keyOf(condition), condition)
      return
    }
    for (const part of inside) visit(part, isJoin ? left - 1 : left)
  }
  for (const condition of conditions) visit(condition, depth)
  return [...found.values()]
}
