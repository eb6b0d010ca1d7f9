import { type Condition, type Decision, factsOf, memoiseWeak } from '@facialis/language'
import type { ResolvedEntry } from '../../engine/chart/resolved-chart.ts'
import { memoiseInWorld } from '../../engine/world/memoise-in-world.ts'
import type { World } from '../../engine/world/world.ts'

/**
 * What would have to change for a condition to become yes (or no): ids of facts and kinds of entries. Parts that
 * already stand as wanted are left out, so that a step counts only when it can move something that is in the way.
 */
export function inTheWay(
  condition: Condition,
  wanted: 'yes' | 'no',
  world: World,
  scope: ResolvedEntry | null,
): Set<string> {
  if (world.truth(condition, scope) === wanted) return new Set()
  switch (condition.kind) {
    case 'always':
      return new Set()
    case 'all':
    case 'any':
      return union(condition.of.map((part) => inTheWay(part, wanted, world, scope)))
    case 'not':
      return inTheWay(condition.of, wanted === 'yes' ? 'no' : 'yes', world, scope)
    case 'established':
    case 'named':
      return inTheWay(condition.of, wanted, world, scope)
    case 'decided':
      return union(
        condition.decision.answers
          .filter((answer) => condition.answers.includes(answer) === (wanted === 'yes'))
          .map((answer) => inTheWayOf(condition.decision, answer, world, scope)),
      )
    case 'some':
      return new Set([condition.entry.id, ...namesOf(condition.where)])
    case 'recent':
      return new Set([condition.entry.id, ...namesOf(condition.where), ...namesOf(condition.holds)])
    default:
      return namesOf(condition)
  }
}

/** The same for a decision: what keeps it from this answer. */
export function inTheWayOf(decision: Decision, answer: string, world: World, scope: ResolvedEntry | null): Set<string> {
  if (world.answer(decision, scope) === answer) return new Set()
  if (scope !== null) return ofDecision(decision, answer, world, scope)
  // Many conditions hang on the same decision of the person.
  const known = found(world, decision)
  const before = known.get(answer)
  if (before) return before
  const names = ofDecision(decision, answer, world, null)
  known.set(answer, names)
  return names
}
const found = memoiseInWorld((_, __: Decision) => new Map<string, Set<string>>())

function ofDecision(decision: Decision, answer: string, world: World, scope: ResolvedEntry | null): Set<string> {
  const { body } = decision
  switch (body.kind) {
    case 'gate':
      return union([
        ...body.needs.map((need) => inTheWay(need.needs, 'yes', world, scope)),
        ...body.limits
          .filter((l) => !l.atChair || world.truth(l.when, scope) === 'yes')
          .map((l) => inTheWay(l.when, 'no', world, scope)),
      ])
    case 'fold':
      return new Set([
        body.entry.id,
        ...(body.each.body.kind === 'ranked' ? body.each.body.rules.flatMap((r) => [...namesOf(r.when)]) : []),
      ])
    case 'ranked': {
      const reaching = body.rules.flatMap((rule, i) =>
        rule.answer !== answer
          ? []
          : [
              inTheWay(rule.when, 'yes', world, scope),
              ...body.rules.slice(0, i).map((above) => inTheWay(above.when, 'no', world, scope)),
            ],
      )
      return union(reaching)
    }
    default:
      return body satisfies never
  }
}

const union = (sets: readonly Set<string>[]): Set<string> => new Set(sets.flatMap((set) => [...set]))

/** Facts about the person, and entry kinds a condition mentions or whose fields it reads. */
const namesOf = memoiseWeak((condition: Condition): Set<string> => {
  const names = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || !('kind' in node)) return
    if (node.kind === 'decided') return
    if ('entry' in node) names.add((node as { entry: { id: string } }).entry.id)
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) value.forEach(visit)
      else if (
        typeof value === 'object' &&
        value !== null &&
        'kind' in value &&
        !['fact', 'entry', 'decision'].includes(String(value.kind))
      )
        visit(value)
    }
  }
  visit(condition)
  for (const fact of factsOf(condition)) names.add(fact.scope === 'patient' ? fact.id : fact.scope)
  return names
})
