import { everybody } from '@facialis/engine/everybody/everybody.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import { aboutPerson } from './asked.ts'
import { type Counts, page, sum } from './counted.ts'

/** Questions of every answer, each to somebody of whom nothing is settled. */
function solved(plan: Plan): Counts {
  const all = everybody(plan, { rowsOf: () => 2, isCounted: true })
  const asked = aboutPerson(plan).flatMap(({ at, decision }) => decision.answers.map((_, answer) => ({ at, answer })))
  const statements = asked.map(({ at, answer }) => all.answers(at)[answer] as number)
  const settledWithin = (patience: number): number =>
    sum(statements, (statement) => (all.mayBe(statement, patience) === null ? 0 : 1))
  return {
    'answers asked for': asked.length,
    variables: all.solver.variable() >> 1,
    'settled without a contradiction': settledWithin(1),
    'settled after few contradictions': settledWithin(4),
    'settled after more': settledWithin(30),
    'that somebody gets': sum(statements, (statement) => (all.mayBe(statement, 1000) ? 1 : 0)),
  }
}

export const everybodyTakes = page('everybody-takes.txt', solved)
