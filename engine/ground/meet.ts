import type { Decision } from '@facialis/language'

/** What can be said when either of two answers may hold: never more than the less bold one. */
export function meet(decision: Decision, one: string, other: string): string {
  if (one === other) return one
  if (!decision.boldness) {
    if (decision.undetermined === null)
      throw new Error(`${decision.id} rests on what is established and met an unknown.`)
    return decision.undetermined
  }
  const level = decision.boldness.find(
    (answers) => answers.includes(one) || answers.includes(other),
  ) as readonly string[]
  return level[0] as string
}
