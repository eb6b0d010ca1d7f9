import { type Condition, memoiseWeak } from '@facialis/language'

/** Facts, entries, decisions and policy numbers are compared by their ids. */
const isIdentified = (value: unknown): value is Readonly<{ kind: string; id: string }> =>
  typeof value === 'object' && value !== null && 'kind' in value && 'id' in value

/** Equal for conditions of the same structure. */
export const conditionKey: (condition: Condition) => string = memoiseWeak((condition) =>
  JSON.stringify(condition, (name, value) =>
    name !== '' && isIdentified(value) ? `${value.kind} ${value.id}` : value,
  ),
)

/** The operands of and, or, not and "it is known that"; null for any other condition. */
function operandsOf(condition: Condition): readonly Condition[] | null {
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
 * The columns of a table: the parts of conditions down to some depth of and and or, each once, in reading order. A named
 * condition is one part; its own parts are shown where its name is explained.
 */
export function conditionParts(conditions: readonly Condition[], depth: number): readonly Condition[] {
  const found = new Map<string, Condition>()
  const visit = (condition: Condition, left: number): void => {
    if (condition.kind === 'always') return
    const isJoin = condition.kind === 'all' || condition.kind === 'any'
    const inside = isJoin && left === 0 ? null : operandsOf(condition)
    if (inside === null) {
      const key = conditionKey(condition)
      if (!found.has(key)) found.set(key, condition)
    } else for (const part of inside) visit(part, isJoin ? left - 1 : left)
  }
  for (const condition of conditions) visit(condition, depth)
  return [...found.values()]
}
