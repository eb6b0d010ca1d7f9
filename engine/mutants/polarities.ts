import {
  type Condition,
  childrenOf,
  type DateTerm,
  type Decision,
  type Limit,
  memoiseWeak,
  type NumberTerm,
  type Pathway,
  type Rule,
} from '@facialis/language'
import { limitEffect } from '../ground/limit-effect.ts'
import { meet } from '../ground/meet.ts'
import { everythingShown, rulesOf } from './rules.ts'

/**
 * The polarity in which a condition is observable: whether it is yes, whether it is no. Where only one is, the other two truths
 * are interchangeable.
 */
export type Polarity = Readonly<{ yes: boolean; no: boolean }>

const onlyYes: Polarity = { yes: true, no: false }
const onlyNo: Polarity = { yes: false, no: true }
export const both: Polarity = { yes: true, no: true }

type Node = Condition | DateTerm | NumberTerm | Decision
type Asked = readonly (readonly [node: Node, as: Polarity])[]

/** Of each condition, all that matters wherever what is told mentions it. */
export const polarities: (pathway: Pathway) => (condition: Condition) => Polarity = memoiseWeak((pathway) => {
  const known = new Map<Node, Polarity>()
  const visit = (node: Node, as: Polarity): void => {
    const before = known.get(node)
    const now = { yes: as.yes || before?.yes === true, no: as.no || before?.no === true }
    if (before && before.yes === now.yes && before.no === now.no) return
    known.set(node, now)
    for (const [one, asked] of askedIn(node, now)) visit(one, asked)
  }
  for (const shown of everythingShown(rulesOf(pathway)).values())
    if (shown.claim === 'answers') visit(shown.node, both)
    else visit(shown.node.when, onlyYes)
  return (condition) => known.get(condition) ?? both
})

function askedIn(node: Node, as: Polarity): Asked {
  switch (node.kind) {
    case 'decision':
      return askedBy(node)
    case 'decided':
      return [[node.decision, both]]
    case 'all':
    case 'any':
    case 'some':
    case 'named':
      return childrenOf(node).map((one) => [one, as])
    case 'not':
      return [[node.of, { yes: as.no, no: as.yes }]]
    case 'established':
      return [[node.of, onlyYes]]
    default:
      return childrenOf(node).map((one) => [one, both])
  }
}

function askedBy(decision: Decision): Asked {
  const { body } = decision
  switch (body.kind) {
    case 'ranked':
      return body.rules.flatMap((rule, i) => {
        const below = [...body.rules.slice(i + 1), body.otherwise].map(({ answer }) => answer)
        return [[rule.when, ofRule(decision, rule, below)]]
      })
    case 'gate':
      return [
        ...(body.behind ? [[body.behind, both] as const] : []),
        ...body.needs.map(({ needs }) => [needs, onlyYes] as const),
        ...body.limits.map((limit) => [limit.when, ofLimit(limit, body.behind !== null)] as const),
      ]
    case 'fold':
      return [[body.each, both]]
    default:
      return body satisfies never
  }
}

/** A rule of which nobody knows may say the same as if it held, or as if it did not. */
function ofRule(decision: Decision, { answer }: Rule, below: readonly string[]): Polarity {
  // Where no rule may come out unknown, two answers never meet.
  if (!decision.boldness && decision.undetermined === null) return both
  const met = below.map((other) => meet(decision, answer, other))
  if (met.every((one) => one === answer)) return onlyNo
  return met.every((one, i) => one === below[i]) ? onlyYes : both
}

/** Unknown, a limit mostly applies as if it held; one of the chair does not. */
const ofLimit = (limit: Limit, atSession: boolean): Polarity =>
  limitEffect(limit, 'unknown', atSession) === limitEffect(limit, 'yes', atSession) ? onlyNo : both
