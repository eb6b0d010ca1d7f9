import type { Decision } from '@facialis/language'
import { effectOf, met } from './gate-answer.ts'
import type { Gate } from './shutting.ts'
import { truthOf } from './truth.ts'
import { type Counted, entriesOf, type ResolvedChart, type World } from './world.ts'

/** Puts the parts together: a world that can be asked. Answers are remembered within it. */
export function openWorld(chart: ResolvedChart): World {
  const answers = new Map<Decision, Map<Counted | null, string>>()
  const world: World = {
    ...chart,
    truth: (condition, scope) => truthOf(condition, world, scope),
    answer: (decision, scope) => {
      const about = decision.scope === 'patient' ? null : scope
      let known = answers.get(decision)
      if (!known) {
        known = new Map()
        answers.set(decision, known)
      }
      const before = known.get(about)
      if (before !== undefined) return before
      const answer = decideNow(decision, world, about)
      known.set(about, answer)
      return answer
    },
  }
  return world
}

function decideNow(decision: Decision, world: World, scope: Counted | null): string {
  const { body } = decision
  switch (body.kind) {
    case 'ranked': {
      let answer = body.otherwise.answer
      for (const rule of body.rules.toReversed()) {
        const truth = truthOf(rule.when, world, scope)
        if (truth === 'yes') answer = rule.answer
        else if (truth === 'unknown') answer = meet(decision, rule.answer, answer)
      }
      return answer
    }
    case 'gate':
      return gateAnswer(body, world)
    case 'fold': {
      const answers = new Set(entriesOf(world, body.entry).map((entry) => world.answer(body.each, entry)))
      return body.join.find((answer) => answers.has(answer)) ?? body.otherwise.answer
    }
    default:
      return body satisfies never
  }
}

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

function gateAnswer(gate: Gate, world: World): string {
  let answer = gate.behind ? world.answer(gate.behind, null) : 'permitted'
  // No early return: the clock must hear of every condition that could open or shut this with time.
  for (const need of gate.needs) if (truthOf(need.needs, world, null) !== 'yes') answer = 'blocked'
  for (const limit of gate.limits)
    answer = met(answer, effectOf(limit, truthOf(limit.when, world, null), gate.behind !== null))
  return answer
}
