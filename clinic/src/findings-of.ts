import { type Decision, decisionsOf, factsOf } from '@facialis/language'
import { pathway } from './pathway.ts'

const asked = new Map<string, readonly string[]>()

/** The findings of a study that make a rule-out positive, by the ids of their fields, as its own rule names them. */
export function findingsOf(ruleOut: string): readonly string[] {
  const before = asked.get(ruleOut)
  if (before !== undefined) return before
  const decision = pathway.decisions.find(({ id }) => id === ruleOut)
  const findings = decision === undefined ? [] : [...factsBehind(decision, 'positive')]
  asked.set(ruleOut, findings)
  return findings
}

/** Every fact by which a decision comes to one answer, through the decisions that have to come to the same. */
function factsBehind(decision: Decision, answer: string): ReadonlySet<string> {
  const { body } = decision
  if (body.kind === 'fold') return factsBehind(body.each, answer)
  if (body.kind === 'gate') return new Set()
  return new Set(
    body.rules
      .filter((rule) => rule.answer === answer)
      .flatMap(({ when }) => [
        ...[...factsOf(when)].map(({ id }) => id),
        ...[...decisionsOf(when)].flatMap((under) => [...factsBehind(under, answer)]),
      ]),
  )
}
