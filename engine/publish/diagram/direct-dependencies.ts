import { conditionsOf, type Decision, decisionsOf } from '@facialis/language'

/** The decisions a decision depends on directly: those its conditions use, the one it folds, the gate it stands behind. */
export function directDependencies(decision: Decision): readonly Decision[] {
  const { body } = decision
  const found = new Set(conditionsOf(decision).flatMap((condition) => [...decisionsOf(condition)]))
  switch (body.kind) {
    case 'fold':
      found.add(body.each)
      break
    case 'gate':
      if (body.behind) found.add(body.behind)
      break
    case 'ranked':
      break
    default:
      body satisfies never
  }
  found.delete(decision)
  return [...found]
}
