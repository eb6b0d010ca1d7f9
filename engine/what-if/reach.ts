import {
  type Condition,
  type DateTerm,
  type Decision,
  memoiseWeak,
  type NumberTerm,
  type Pathway,
} from '@facialis/language'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, Plan, PlanNode, PlannedDecision } from '../plan/plan.ts'
import { conditionOperands, decisionOperands } from '../plan/planned-body.ts'
import { advicePlanOf } from './advice-plan.ts'

/** Positions among the decisions about the person, the steps and the alerts. */
export type Reach = Readonly<{
  decisions: readonly number[]
  /** Steps that may be called for or not, and those that may stand otherwise where they are. */
  calls: readonly number[]
  stands: readonly number[]
  alerts: readonly number[]
  /** Whether a fact may be too old, or no longer. */
  ages: boolean
}>

/**
 * What a change of some of the site's numbers can bear upon: whatever reads one of them, asks a fact that one of them makes too
 * old, or rests on a decision that does. Nothing else can come out otherwise, so nothing else need be asked again.
 */
export const reachOf: (pathway: Pathway) => (numbers: readonly string[]) => Reach = memoiseWeak((pathway) => {
  const plan = advicePlanOf(pathway)
  const reads = readingNumbers(plan)
  const said = (one: Condition | DateTerm | NumberTerm): ReadonlySet<string> =>
    reads.node(plan.nodeOf.get(one) as NodeIndex)
  const placeOf = (decision: Decision): number => plan.decisions.findIndex((planned) => planned.decision === decision)
  const decisions = pathway.decisions
    .filter(({ scope }) => scope === 'patient')
    .map((decision) => reads.decision(placeOf(decision)))
  const calls = pathway.steps.map(({ when }) => said(when))
  const stands = pathway.steps.map(({ urgency, anchors, window }) =>
    union([
      ...urgency.map(({ when }) => said(when)),
      ...anchors.map(({ date }) => said(date)),
      ...Object.values(window).map(said),
    ]),
  )
  const alerts = pathway.alerts.map(({ when }) => said(when))
  const ageing = new Set(pathway.facts.flatMap(({ goodFor }) => goodFor?.id ?? []))
  return (numbers) => {
    const reached = (all: readonly ReadonlySet<string>[]): readonly number[] =>
      all.flatMap((read, at) => (numbers.some((number) => read.has(number)) ? [at] : []))
    return {
      decisions: reached(decisions),
      calls: reached(calls),
      stands: reached(stands),
      alerts: reached(alerts),
      ages: numbers.some((number) => ageing.has(number)),
    }
  }
})

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> => new Set(sets.flatMap((set) => [...set]))

/** The numbers that nodes and decisions read, themselves or through what they ask. */
function readingNumbers({ nodes, decisions, policy }: Plan) {
  const byNode: (ReadonlySet<string> | undefined)[] = []
  const byDecision: (ReadonlySet<string> | undefined)[] = []

  function node(index: NodeIndex): ReadonlySet<string> {
    const known = byNode[index]
    if (known) return known
    const one = nodes[index] as PlanNode
    const read = union([...operandsOf(one).map(node), new Set(itself(one))])
    byNode[index] = read
    return read
  }
  function itself(one: PlanNode): readonly string[] {
    if (one.op === 'policy') return [(policy[one.index] as (typeof policy)[number]).id]
    if (one.op === 'decided') return [...decision(one.decision)]
    // A fact that has grown too old is not known.
    return 'place' in one && one.place.fact.goodFor ? [one.place.fact.goodFor.id] : []
  }
  function decision(at: number): ReadonlySet<string> {
    const known = byDecision[at]
    if (known) return known
    const { body } = decisions[at] as PlannedDecision
    const read = union([...conditionOperands(body).map(node), ...decisionOperands(body).map(decision)])
    byDecision[at] = read
    return read
  }
  return { node, decision }
}
