import type { Plan } from '@facialis/engine/plan/plan.ts'
import { dayOf } from '@facialis/language'

export const asOf = dayOf(2026, 11, 26)
export const asking = { asOf, policy: {} }
export const addresses = {
  fact: 'https://example.org/fact',
  answer: 'https://example.org/answer',
  entry: 'https://example.org',
}

/** The decisions about the person, by where they stand in the plan. */
export const aboutPerson = ({ decisions }: Plan) =>
  [...decisions.entries()].flatMap(([at, { decision, within }]) => (within === null ? [{ at, decision }] : []))
