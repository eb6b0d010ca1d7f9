import type { Condition } from '@facialis/language'

const always: Condition = { kind: 'always' }
const never: Condition = { kind: 'any', of: [] }
const isAlways = (condition: Condition): boolean =>
  condition.kind === 'always' || (condition.kind === 'all' && condition.of.length === 0)
const isNever = (condition: Condition): boolean => condition.kind === 'any' && condition.of.length === 0

/**
 * The same condition without what rules made by a program leave behind: parts that always or never hold, joins inside
 * joins of the same kind, double negations. What has a name is left whole. It is yes, no and not known of the same states.
 */
export function simplified(condition: Condition): Condition {
  switch (condition.kind) {
    case 'all':
      return joined('all', condition.of)
    case 'any':
      return joined('any', condition.of)
    case 'not': {
      const of = simplified(condition.of)
      if (isAlways(of)) return never
      if (isNever(of)) return always
      return of.kind === 'not' ? of.of : { kind: 'not', of }
    }
    case 'established': {
      const of = simplified(condition.of)
      return isAlways(of) || isNever(of) || of.kind === 'established' ? of : { kind: 'established', of }
    }
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
      return condition
    default:
      return condition satisfies never
  }
}

function joined(kind: 'all' | 'any', of: readonly Condition[]): Condition {
  const [idle, decisive] = kind === 'all' ? [isAlways, isNever] : [isNever, isAlways]
  const parts = of
    .map(simplified)
    .flatMap((part) => (part.kind === kind ? part.of : [part]))
    .filter((part) => !idle(part))
  if (parts.some(decisive)) return kind === 'all' ? never : always
  const [only] = parts
  return only !== undefined && parts.length === 1 ? only : { kind, of: parts }
}
