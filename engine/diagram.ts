import type { Condition, Decision, Truth } from '@facialis/language'
import { meet } from './decide.ts'
import { type Diagram, nodeTable, type Variable } from './diagram-nodes.ts'
import { factDiagrams } from './fact-diagrams.ts'
import { effectOf, met } from './gate-answer.ts'
import { withHypotheticals } from './hypotheticals.ts'
import { byDay, ofOneDay, type Recent } from './latest.ts'
import { type Counted, entriesOf, never, type ResolvedChart } from './world.ts'

/**
 * Decision diagrams over what is not known: "the cheapest facts that would open this" becomes a shortest path
 * instead of a search through subsets, exact because every branch is evaluated by the evaluator itself.
 */
export type Diagrams = Readonly<{
  variables: readonly Variable[]
  ofDecision: (decision: Decision) => Diagram
  ofCondition: (condition: Condition) => Diagram
}>

/** One diagram per condition and per decision, each made once. */
export function diagramsOf(chart: ResolvedChart): Diagrams {
  const table = nodeTable()
  const base: ResolvedChart = { ...withHypotheticals(chart), clock: { next: never } }
  const facts = factDiagrams(base, table)
  facts.declare()
  const conditions = new Map<Condition, Map<Counted | null, Diagram>>()
  const decisions = new Map<Decision, Map<Counted | null, Diagram>>()

  const ofCondition = (condition: Condition, scope: Counted | null): Diagram =>
    once(conditions, condition, scope, () => buildCondition(condition, scope))
  const ofDecision = (decision: Decision, scope: Counted | null): Diagram => {
    const about = decision.scope === 'patient' ? null : scope
    return once(decisions, decision, about, () => buildDecision(decision, about))
  }

  const kleene = (parts: readonly Diagram[], decisive: 'yes' | 'no'): Diagram => {
    const neutral = decisive === 'yes' ? 'no' : 'yes'
    let so = table.terminal(neutral)
    // Last first: what is new then stands above what is there, and joining touches only the top.
    for (const part of parts.toReversed()) {
      if (so === table.terminal(decisive)) return so
      so = so === table.terminal(neutral) ? part : table.combine(decisive, [so, part], joins[decisive])
    }
    return so
  }

  const buildCondition = (condition: Condition, scope: Counted | null): Diagram => {
    switch (condition.kind) {
      case 'always':
      case 'is':
      case 'unanswered':
      case 'compare':
        return facts.leaf(condition, scope)
      case 'has': {
        const { known, set, members } = facts.membership(condition, scope)
        return set ? facts.choose(set, [kleene(members, 'yes'), table.terminal('unknown')]) : known
      }
      case 'all':
        return kleene(
          condition.of.map((part) => ofCondition(part, scope)),
          'no',
        )
      case 'any':
        return kleene(
          condition.of.map((part) => ofCondition(part, scope)),
          'yes',
        )
      case 'not':
        return table.combine('not', [ofCondition(condition.of, scope)], ([v]) =>
          v === 'yes' ? 'no' : v === 'no' ? 'yes' : 'unknown',
        )
      case 'established':
        return table.combine('established', [ofCondition(condition.of, scope)], ([v]) => (v === 'yes' ? 'yes' : 'no'))
      case 'named':
        return ofCondition(condition.of, scope)
      case 'proposed':
        return base.proposed?.kind === condition.entry.id
          ? ofCondition(condition.of, base.proposed)
          : table.terminal('unknown')
      case 'some':
        return kleene(
          entriesOf(base, condition.entry).map((entry) => ofCondition(condition.where, entry)),
          'yes',
        )
      case 'recent':
        return recently(condition, byDay(base, condition.entry), condition.back)
      case 'decided': {
        const { answers, decision } = condition
        return table.combine(`${decision.id} is ${answers}`, [ofDecision(decision, scope)], ([answer]) =>
          answers.includes(answer as string) ? 'yes' : answer === decision.undetermined ? 'unknown' : 'no',
        )
      }
      default:
        return condition satisfies never
    }
  }

  const recently = (condition: Recent, days: readonly (readonly Counted[])[], back: number): Diagram => {
    const [day, ...older] = days
    if (!day) return table.terminal('no')
    const counts = day.map((entry) => ofCondition(condition.where, entry))
    const holds = day.map((entry) => ofCondition(condition.holds, entry))
    const passed = Array.from({ length: Math.min(day.length, back) + 1 }, (_, n) =>
      recently(condition, older, back - n),
    )
    return table.combine(`recent but ${back} of ${day.length}`, [...counts, ...holds, ...passed], (values) =>
      ofOneDay({
        counts: values.slice(0, day.length) as Truth[],
        holds: (index) => values[day.length + index] as Truth,
        older: (n) => values[2 * day.length + n] as Truth,
        back,
      }),
    )
  }

  const buildDecision = (decision: Decision, scope: Counted | null): Diagram => {
    const { body } = decision
    switch (body.kind) {
      case 'ranked': {
        let below = table.terminal(body.otherwise.answer)
        for (const rule of body.rules.toReversed())
          below = table.combine(
            `${decision.id} ${rule.answer}`,
            [ofCondition(rule.when, scope), below],
            ([truth, answer]) =>
              truth === 'yes'
                ? rule.answer
                : truth === 'no'
                  ? (answer as string)
                  : meet(decision, rule.answer, answer as string),
          )
        return below
      }
      case 'gate': {
        const behind = body.behind ? ofDecision(body.behind, null) : null
        const needs = body.needs.map((need) => ofCondition(need.needs, null))
        const atSession = behind !== null
        let so = table.terminal('permitted')
        for (const limit of body.limits.toReversed())
          so = table.combine(
            `${limit.effect}${limit.atChair ? ` at the chair${atSession ? ' today' : ''}` : ''}`,
            [ofCondition(limit.when, null), so],
            ([truth, answer]) => met(answer as string, effectOf(limit, truth as Truth, atSession)),
          )
        for (const need of needs.toReversed()) so = table.combine('need', [need, so], joins.need)
        if (behind) so = table.combine('behind', [behind, so], joins.behind)
        return so
      }
      case 'fold':
        return table.combine(
          `join of ${decision.id}`,
          entriesOf(base, body.entry).map((entry) => ofDecision(body.each, entry)),
          (answers) => body.join.find((answer) => answers.includes(answer)) ?? body.otherwise.answer,
        )
      default:
        return body satisfies never
    }
  }

  return {
    variables: table.variables,
    ofDecision: (decision) => ofDecision(decision, null),
    ofCondition: (condition) => ofCondition(condition, null),
  }
}

const kleeneJoin =
  (decisive: string, neutral: string) =>
  ([a, b]: readonly string[]): string =>
    a === decisive || b === decisive ? decisive : a === 'unknown' || b === 'unknown' ? 'unknown' : neutral

const joins = {
  yes: kleeneJoin('yes', 'no'),
  no: kleeneJoin('no', 'yes'),
  behind: ([a, b]: readonly string[]): string => (b === 'permitted' || a === 'blocked' ? (a as string) : (b as string)),
  need: ([truth, answer]: readonly string[]): string => (truth === 'yes' ? (answer as string) : 'blocked'),
}

function once<K>(
  made: Map<K, Map<Counted | null, Diagram>>,
  of: K,
  scope: Counted | null,
  make: () => Diagram,
): Diagram {
  const known = made.get(of) ?? new Map<Counted | null, Diagram>()
  made.set(of, known)
  const before = known.get(scope)
  if (before) return before
  const diagram = make()
  known.set(scope, diagram)
  return diagram
}
