import type { Asking, Chart, Fact, Value } from '@facialis/language'
import { saying, silentOn, stating } from '../local-search/edits.ts'
import { goalAnswer, goalFor, truths } from '../local-search/goal.ts'
import { seek } from '../local-search/seek.ts'
import { shrink } from '../local-search/shrink.ts'
import type { NodeIndex, Plan, PlanNode } from '../plan/plan.ts'
import { dependenciesOf } from '../symbolic/symbolic-plan.ts'
import { factKey } from './coordinates.ts'
import { assumptionGoals, type CounterExample, initialChart, satisfiesAssumptions, worldOf } from './search-setup.ts'
import type { StateSpace } from './state-space.ts'

/** Which of these facts an answer of this decision hangs on, or may: whatever its conditions read, and theirs. */
export const factsReadBy = (plan: Plan, decision: number, among: readonly Fact[]): readonly Fact[] =>
  readBy(plan, dependenciesOf(plan, [], [decision]).nodes, among)

function readBy(plan: Plan, nodes: Iterable<NodeIndex>, among: readonly Fact[]): readonly Fact[] {
  const read = new Set<string>()
  for (const index of nodes) {
    const node = plan.nodes[index] as PlanNode
    if ('place' in node) read.add(factKey(node.place.fact))
  }
  return among.filter((fact) => read.has(factKey(fact)))
}

/** Somebody who is answered otherwise because this fact says something else, and nothing but it. */
export function dependenceExample(space: StateSpace, index: number, by: Fact, asking: Asking): CounterExample | null {
  const { plan } = space
  const { decision } = plan.decisions[index] as (typeof plan.decisions)[number]
  const { from } = initialChart(space, 'patient', asking)
  const answerOf = (chart: Chart): string | null => {
    const world = worldOf(space, chart, asking)
    return satisfiesAssumptions(space, world) ? world.answer(decision, null) : null
  }
  const isMoved = (chart: Chart, change: Change): boolean => {
    const [before, after] = [answerOf(chart), answerOf(change(chart))]
    return before !== null && after !== null && before !== after
  }
  for (const node of conditionsReading(plan, index, by))
    for (const answer of decision.answers.keys()) {
      const goals = [goalFor(node, truths.yes), goalAnswer(index, 1 << answer), ...assumptionGoals(space)]
      const chart = seek(plan, goals, { asking, from })
      const change = chart && changesOf(chart, by, asking).find((one) => isMoved(chart, one))
      if (!chart || !change) continue
      const least = shrink(plan.pathway, chart, (now) => isMoved(now, change))
      const afterwards = change(least)
      return {
        chart: least,
        afterwards,
        shows: `${decision.id}: ${answerOf(least)}, and with another answer to ${by.id} ${answerOf(afterwards)}`,
      }
    }
  return null
}

/** What an answer rests on and what reads the fact, of the person as a whole: one of them is how the answer is moved. */
function conditionsReading(plan: Plan, decision: number, by: Fact): readonly NodeIndex[] {
  const ops = new Set<PlanNode['op']>(['word', 'member', 'unanswered', 'compare', 'some', 'recent'])
  return [...dependenciesOf(plan, [], [decision]).nodes].filter((index) => {
    const { op, within } = plan.nodes[index] as PlanNode
    return within === null && ops.has(op) && readBy(plan, dependenciesOf(plan, [index], []).nodes, [by]).length > 0
  })
}

type Change = (chart: Chart) => Chart

/** Everything else the fact could say of this person, and that nobody says anything. */
function changesOf(chart: Chart, by: Fact, { asOf }: Asking): readonly Change[] {
  const values: readonly Value[] =
    by.type === 'choice' || by.type === 'yes-no' ? by.values.map((word) => ({ word })) : []
  if (by.scope === 'patient') {
    const on = { lo: asOf, hi: asOf }
    return [
      (now) => silentOn(now, by),
      ...values.map(
        (value): Change =>
          (now) =>
            stating(now, by, value, on),
      ),
    ]
  }
  return chart.entries
    .filter(({ kind }) => kind === by.scope)
    .flatMap(({ id }) =>
      [null, ...values].map(
        (value): Change =>
          (now) =>
            saying(now, id, by, value, asOf),
      ),
    )
}
