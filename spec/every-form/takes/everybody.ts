import type { Plan } from '@facialis/engine/plan/plan.ts'
import { decodeModel } from '@facialis/engine/symbolic/decode-model.ts'
import type { Literal } from '@facialis/engine/symbolic/literal.ts'
import { type SymbolicPlan, symbolicPlan } from '@facialis/engine/symbolic/symbolic-plan.ts'
import { aboutPerson, asOf } from './asked.ts'
import { type Counts, page, sum } from './counted.ts'

/** Each answer of each decision about the person, as a statement about somebody of whom nothing is settled. */
const askedOf = (plan: Plan, all: SymbolicPlan): readonly Literal[] =>
  aboutPerson(plan).flatMap(({ at, decision }) =>
    decision.answers.map((_, answer) => all.answers(at)[answer] as Literal),
  )

function solved(plan: Plan): Counts {
  const all = symbolicPlan(plan, { rowsOf: () => 2, isExact: true })
  const statements = askedOf(plan, all)
  const settledWithin = (patience: number): number =>
    sum(statements, (statement) => (all.isSatisfiable(statement, patience) === null ? 0 : 1))
  const within = { one: settledWithin(1), few: settledWithin(4), more: settledWithin(30) }
  const people = statements.flatMap((statement) => (all.isSatisfiable(statement, 1000) ? [decodeModel(all, asOf)] : []))
  const left = symbolicPlan(plan, { rowsOf: () => null, isExact: false })
  return {
    'answers asked for': statements.length,
    variables: all.solver.variable() >> 1,
    'variables that they rest on': sum(statements, (statement) => all.logic.coneOf(statement).size),
    'settled without a contradiction': within.one,
    'settled after few contradictions': within.few,
    'settled after more': within.more,
    'that somebody gets': people.length,
    'statements and entries of those': sum(people, ({ chart }) => chart.observations.length + chart.entries.length),
    'characters that say of them what is so': sum(people, (one) => JSON.stringify(one).length),
    'that somebody may get, whatever entries come to': sum(askedOf(plan, left), (one) =>
      left.isSatisfiable(one, 1000) ? 1 : 0,
    ),
    'variables then': left.solver.variable() >> 1,
  }
}

export const everybodyTakes = page('everybody-takes.txt', solved)
