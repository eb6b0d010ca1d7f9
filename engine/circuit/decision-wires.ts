import type { NodeIndex, Plan, PlannedBody } from '../plan/plan.ts'
import { type CircuitBuilder, clear, complement, type Ref, set } from './circuit-builder.ts'

type Context = Readonly<{
  circuit: CircuitBuilder
  truth: (node: NodeIndex, side: 'yes' | 'no') => Ref
  answers: (decision: number) => readonly Ref[]
}>

/** For each answer of a decision the wire that says it is that one. */
export function decisionWires(plan: Plan, decision: number, context: Context): readonly Ref[] {
  const planned = plan.decisions[decision] as Plan['decisions'][number]
  const { body } = planned
  switch (body.kind) {
    case 'ranked':
      return ranked(body, planned.decision.answers.length, context)
    case 'gate':
      return gate(body, context)
    case 'fold':
      return fold(body, planned.decision.answers.length, context)
    default:
      return body satisfies never
  }
}

/** From the last rule up: one that is not known yields the meet of its answer and what follows. */
function ranked(body: Extract<PlannedBody, { kind: 'ranked' }>, count: number, context: Context): readonly Ref[] {
  const { and, or } = context.circuit
  let answers: readonly Ref[] = Array.from({ length: count }, (_, at) => (at === body.otherwise ? set : clear))
  for (const { when, answer } of body.rules.toReversed()) {
    const yes = context.truth(when, 'yes')
    const ways = answers.map((_, at): Ref[] => (at === answer ? [yes] : []))
    for (const [at, below] of answers.entries()) {
      if (below === clear) continue
      const met = body.meets[answer]?.[at] as number
      if (met === at) ways[at]?.push(and(complement(yes), below))
      else {
        const no = context.truth(when, 'no')
        ways[at]?.push(and(no, below))
        ways[met]?.push(and(complement(yes), complement(no), below))
      }
    }
    answers = ways.map((of) => or(...of))
  }
  return answers
}

function gate(body: Extract<PlannedBody, { kind: 'gate' }>, { circuit, truth, answers }: Context): readonly Ref[] {
  const { and, or } = circuit
  const behind = body.behind === null ? [clear, clear] : answers(body.behind)
  const blocks: Ref[] = [behind[0] as Ref, ...body.needs.map((need) => complement(truth(need, 'yes')))]
  const cautions: Ref[] = [behind[1] as Ref]
  for (const { when, ifYes, ifUnknown } of body.limits) {
    for (const [level, into] of [
      [2, blocks],
      [1, cautions],
    ] as const) {
      if (ifYes === level && ifUnknown === level) into.push(complement(truth(when, 'no')))
      else if (ifYes === level) into.push(truth(when, 'yes'))
      else if (ifUnknown === level) into.push(and(complement(truth(when, 'yes')), complement(truth(when, 'no'))))
    }
  }
  const [blocked, caution] = [or(...blocks), or(...cautions)]
  return [blocked, and(complement(blocked), caution), and(complement(blocked), complement(caution))]
}

function fold(body: Extract<PlannedBody, { kind: 'fold' }>, count: number, context: Context): readonly Ref[] {
  const { and, or, some } = context.circuit
  const each = context.answers(body.each)
  const ways = Array.from({ length: count }, (): Ref[] => [])
  let open: Ref = set
  for (const { each: of, answer } of body.join) {
    const found = some(body.entryKind, each[of] as Ref)
    ways[answer]?.push(and(open, found))
    open = and(open, complement(found))
  }
  ways[body.otherwise]?.push(open)
  return ways.map((of) => or(...of))
}
