import { isAggregate } from '../circuit/aggregate-op.ts'
import type { Circuit } from '../circuit/circuit.ts'
import { fusableQuantifiers, type Step } from '../circuit/schedule-steps.ts'
import type { Plan, PlanNode } from '../plan/plan.ts'

/** Steps fused into one loop: comparisons and spans over the same lanes, or quantifiers over one kind of entry. */
export type FusedSteps =
  | Readonly<{ kind: 'together' | 'some'; steps: readonly Step[] }>
  | Readonly<{ kind: 'wire' | 'of-entries' | 'recent'; step: Step }>

/** Upper bound on the comparisons and spans in one loop; more would spill registers. */
const maxFused = 8

/** Loop fusion in topological order. Comparisons and spans are collected until a step needs one of them, so shared reads happen once. */
export function fuseSteps(
  steps: readonly Step[],
  { plan, circuit }: Readonly<{ plan: Plan; circuit: Circuit }>,
): readonly FusedSteps[] {
  const turns: FusedSteps[] = []
  let loops: Step[] = []
  const doLoops = (): void => {
    if (loops.length > 0) turns.push({ kind: 'together', steps: loops })
    loops = []
  }
  const waitsFor = ({ inputs }: Step, kinds: readonly Step['kind'][]): boolean =>
    loops.some(({ at, kind }) => kinds.includes(kind) && inputs.includes(at))
  for (let from = 0; from < steps.length; ) {
    const step = steps[from] as Step
    const isOfAll = step.kind === 'span' && isAggregate(plan.nodes[step.of] as PlanNode)
    if (step.kind === 'compare' || (step.kind === 'span' && !isOfAll)) {
      // A span is at hand further down in its own loop; a plane only after it.
      if (loops.length === maxFused || waitsFor(step, ['compare'])) doLoops()
      loops.push(step)
      from++
      continue
    }
    const group = fusableQuantifiers(steps, from, circuit)
    if ((group.length > 0 ? group : [step]).some((one) => waitsFor(one, ['compare', 'span']))) doLoops()
    if (group.length > 0) turns.push({ kind: 'some', steps: group })
    else turns.push({ kind: step.kind === 'span' ? 'of-entries' : step.kind, step })
    from += Math.max(1, group.length)
  }
  doLoops()
  return turns
}
