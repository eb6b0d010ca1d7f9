import type { Condition, Decision, Entry, Truth } from '@facialis/language'
import { limitEffect } from '../ground/limit-effect.ts'
import { meet } from '../ground/meet.ts'
import type { GateLevel, Meets, NodeIndex, PlannedBody } from './plan.ts'

type LowerOperands = Readonly<{
  condition: (condition: Condition) => NodeIndex
  decisionOf: (decision: Decision) => number
  entryKindOf: (entry: Entry) => number
}>

const levels = { note: 0, caution: 1, block: 2 } as const

/** A decision's rules, needs and limits over planned conditions; answers are positions. */
export function plannedBody(decision: Decision, { condition, decisionOf, entryKindOf }: LowerOperands): PlannedBody {
  const { body } = decision
  const position = (answer: string): number => decision.answers.indexOf(answer)
  switch (body.kind) {
    case 'ranked':
      return {
        kind: 'ranked',
        rules: body.rules.map(({ when, answer }) => ({ when: condition(when), answer: position(answer) })),
        otherwise: position(body.otherwise.answer),
        meets: meetsOf(decision),
      }
    case 'gate': {
      const atSession = body.behind !== null
      return {
        kind: 'gate',
        behind: body.behind ? decisionOf(body.behind) : null,
        needs: body.needs.map((need) => condition(need.needs)),
        limits: body.limits.map((limit) => {
          const level = (truth: Truth): GateLevel => levels[limitEffect(limit, truth, atSession)]
          return { when: condition(limit.when), ifUnknown: level('unknown'), ifYes: level('yes') }
        }),
      }
    }
    case 'fold':
      return {
        kind: 'fold',
        each: decisionOf(body.each),
        entryKind: entryKindOf(body.entry),
        join: body.join.map((answer) => ({ each: body.each.answers.indexOf(answer), answer: position(answer) })),
        otherwise: position(body.otherwise.answer),
      }
    default:
      return body satisfies never
  }
}

/** Where no rule may come out unknown, two answers never have to meet; the table then keeps the upper one. */
function meetsOf(decision: Decision): Meets {
  const canMeet = decision.boldness !== null || decision.undetermined !== null
  return decision.answers.map((one, i) =>
    decision.answers.map((other) => (canMeet ? decision.answers.indexOf(meet(decision, one, other)) : i)),
  )
}

/** The conditions a decision body evaluates directly. */
export function conditionOperands(body: PlannedBody): readonly NodeIndex[] {
  switch (body.kind) {
    case 'ranked':
      return body.rules.map(({ when }) => when)
    case 'gate':
      return [...body.needs, ...body.limits.map(({ when }) => when)]
    case 'fold':
      return []
    default:
      return body satisfies never
  }
}

/** The decisions a body refers to directly, not through a condition. */
export function decisionOperands(body: PlannedBody): readonly number[] {
  switch (body.kind) {
    case 'ranked':
      return []
    case 'gate':
      return body.behind === null ? [] : [body.behind]
    case 'fold':
      return [body.each]
    default:
      return body satisfies never
  }
}
