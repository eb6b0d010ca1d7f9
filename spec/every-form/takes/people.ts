import { goalAnswer } from '@facialis/engine/local-search/goal.ts'
import { seek } from '@facialis/engine/local-search/seek.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import type { Chart } from '@facialis/language'
import { aboutPerson, asking } from './asked.ts'
import { type Counts, page, sum } from './counted.ts'

/** Somebody who gets each answer, and how many changes it takes to find them. */
function sought(plan: Plan): Counts {
  const wishes = aboutPerson(plan).flatMap(({ at, decision }) =>
    decision.answers.map((_, one) => goalAnswer(at, 1 << one)),
  )
  const found = (changes: number): readonly Chart[] =>
    wishes.flatMap((wish) => seek(plan, [wish], { asking, beginnings: 1, changes }) ?? [])
  const after = { one: found(2), few: found(5), more: found(24) }
  return {
    'found after one change': after.one.length,
    'found after few changes': after.few.length,
    'found after more': after.more.length,
    'what is said of them': sum(after.more, ({ observations, entries }) =>
      sum([observations.length, ...entries.map(({ fields }) => 1 + Object.keys(fields).length)], (many) => many),
    ),
  }
}

export const peopleTake = page('people-take.txt', sought)
