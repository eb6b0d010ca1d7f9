import {
  type Because,
  type Cites,
  type Condition,
  citeId,
  conditionsOf,
  type Decision,
  memoiseWeak,
} from '@facialis/language'
import { entriesOf, type ResolvedEntry } from '../chart/resolved-chart.ts'
import { meet } from '../ground/meet.ts'
import { inside, wordsOf } from '../ground/words.ts'
import type { World } from '../world/world.ts'
import type { Gate } from './blockers.ts'
import { decidingFacts } from './deciding-facts.ts'

type Reason = Readonly<{ id: string; text: string; because: Cites; unverified?: boolean }>

/** One thing that was said, with the facts on which its condition came out as it did. */
export const reasonOf = (
  reason: Reason,
  condition: Condition | null,
  world: World,
  scope: ResolvedEntry | null,
): Because => {
  const from = condition ? decidingFacts(condition, world, scope) : []
  return {
    rule: reason.id,
    passage: citeId(reason.because[0]),
    passages: reason.because.map(citeId),
    facts: [...new Set(from.map((f) => f.fact))],
    text: reason.text,
    from,
    ...(reason.unverified ? { unverified: true as const } : {}),
  }
}

/** Why a decision came out as it did: the rules that made it, highest first. */
export function becauseOf(decision: Decision, world: World, scope: ResolvedEntry | null): readonly Because[] {
  const { body } = decision
  switch (body.kind) {
    case 'ranked':
      return rankedReasons(decision, body, world, scope)
    case 'gate':
      return gateReasons(body, world)
    case 'fold': {
      const answer = world.answer(decision, null)
      const deciding = entriesOf(world, body.entry).filter((entry) => world.answer(body.each, entry) === answer)
      const reasons = deciding.flatMap((entry) => becauseOf(body.each, world, entry))
      return reasons.length > 0 ? reasons : [reasonOf(body.otherwise, null, world, null)]
    }
    default:
      return body satisfies never
  }
}

type Ranked = Extract<Decision['body'], { kind: 'ranked' }>

/** The unknown rules that keep an answer down and, unless they alone made it, the rule that decides. */
function rankedReasons(decision: Decision, { rules, otherwise }: Ranked, world: World, scope: ResolvedEntry | null) {
  const open: Because[] = []
  let decides: Because | null = null
  let decidesOn = otherwise.answer
  for (const [i, rule] of rules.entries()) {
    const truth = world.truth(rule.when, scope)
    if (truth === 'no') continue
    const reason = reasonOf(rule, rule.when, world, scope)
    if (truth === 'yes') {
      decides = reason
      decidesOn = rule.answer
      break
    }
    // Unknown, a rule counts where it would have said something else than what follows it.
    if (rule.answer !== answerBelow(decision, i, world, scope)) open.push(notKnown(reason))
  }
  // What decides below says nothing about an answer that the unknown above has taken down.
  const isOverruled = open.length > 0 && decidesOn !== world.answer(decision, scope)
  return isOverruled ? open : [...open, decides ?? reasonOf(otherwise, null, world, scope)]
}

/** The reason would hold if its condition did, and nobody knows whether it does. */
const notKnown = (reason: Because): Because => ({
  ...reason,
  text: `Not known whether: ${inside(reason.text)}`,
  open: true,
})

/** What the rules below the i-th come to, were the i-th not there. */
function answerBelow(decision: Decision, i: number, world: World, scope: ResolvedEntry | null): string {
  if (decision.body.kind !== 'ranked') throw new Error(`${decision.id} has no ranked rules.`)
  let answer = decision.body.otherwise.answer
  for (const rule of decision.body.rules.slice(i + 1).toReversed()) {
    const truth = world.truth(rule.when, scope)
    if (truth === 'yes') answer = rule.answer
    else if (truth === 'unknown') answer = meet(decision, rule.answer, answer)
  }
  return answer
}

/** Every need and limit that holds a gate back; when none does, that they are all met. */
function gateReasons(gate: Gate, world: World): readonly Because[] {
  const reasons: Because[] =
    gate.behind && world.answer(gate.behind, null) !== 'permitted' ? [...becauseOf(gate.behind, world, null)] : []
  for (const need of gate.needs)
    if (world.truth(need.needs, null) !== 'yes') reasons.push(reasonOf(need, need.needs, world, null))
  for (const limit of gate.limits) {
    const truth = world.truth(limit.when, null)
    if (truth === 'no' || (truth === 'unknown' && limit.atChair && !gate.behind)) continue
    if (truth === 'yes' && limit.effect === 'note') continue
    if (reasons.some((r) => r.rule === limit.id)) continue
    const reason = reasonOf(limit, limit.when, world, null)
    reasons.push(truth === 'unknown' ? notKnown(reason) : reason)
  }
  if (reasons.length > 0) return reasons
  return gate.needs.map((need) => reasonOf({ ...need, text: `Met: ${wordsOf(need.needs)}` }, need.needs, world, null))
}

/** For every other answer, the first condition in its way, in words. `reasons` are those for the answer it has. */
export function whyNotOf(
  decision: Decision,
  world: World,
  reasons: readonly Because[],
): Readonly<Record<string, string>> {
  const answer = world.answer(decision, null)
  const others = decision.answers.filter((other) => other !== answer)
  return Object.fromEntries(
    others.map((other) => [other, whyNot({ decision, answer, reasons, scope: null }, other, world)]),
  )
}

type Answered = Readonly<{
  decision: Decision
  answer: string
  reasons: readonly Because[]
  scope: ResolvedEntry | null
}>

function whyNot({ decision, answer, reasons, scope }: Answered, other: string, world: World): string {
  const { body } = decision
  switch (body.kind) {
    case 'ranked': {
      const rule = body.rules.find((r) => r.answer === other)
      if (!rule) {
        const [winner] = reasons
        return winner ? `${winner.rule} ${ranked.decides}: ${winner.text}` : `it is ${answer}`
      }
      const truth = world.truth(rule.when, scope)
      if (truth !== 'yes') return obstacle(rule.when, world, scope)
      const above = body.rules.slice(0, body.rules.indexOf(rule)).find((r) => world.truth(r.when, scope) !== 'no')
      return above ? `${above.id} ${ranked.first}: ${above.text}` : `it is ${answer}`
    }
    case 'gate': {
      if (other === 'blocked') return 'every need is met and nothing blocks'
      if (other === 'caution' && answer === 'permitted') return 'nothing calls for caution'
      return reasons[0]?.text ?? `it is ${answer}`
    }
    case 'fold': {
      const entries = entriesOf(world, body.entry)
      const first = entries[0]
      if (!first) return body.otherwise.text
      const each = { decision: body.each, answer: world.answer(body.each, first), scope: first }
      return whyNot({ ...each, reasons: becauseOf(body.each, world, first) }, other, world)
    }
    default:
      return body satisfies never
  }
}

/** The first part of a condition that is not yes. */
function obstacle(condition: Condition, world: World, scope: ResolvedEntry | null): string {
  const truth = world.truth(condition, scope)
  if (condition.kind === 'all') {
    const part =
      condition.of.find((c) => world.truth(c, scope) === 'no') ??
      condition.of.find((c) => world.truth(c, scope) !== 'yes')
    if (part) return obstacle(part, world, scope)
  }
  return `${obstacleWords[truth === 'no' ? 'no' : 'unknown']}: ${wordsOf(condition)}`
}

const obstacleWords = { no: 'not so', unknown: 'not known' } as const

/** What is in the way of an answer. `asks` is null where an earlier version said it that asked otherwise. */
export type Obstacle = Readonly<{ truth: 'no' | 'unknown'; asks: Condition | null; text: string }>

/** What `whyNotOf` says to be in the way of an answer of a decision: the condition that it put into words. */
export function obstacleOf(decision: Decision, reason: string): Obstacle | null {
  const truth = (['no', 'unknown'] as const).find((one) => reason.startsWith(`${obstacleWords[one]}: `))
  if (truth === undefined) return null
  const text = reason.slice(obstacleWords[truth].length + 2)
  return { truth, asks: obstaclesOf(decision).get(text) ?? null, text }
}

const ranked = { decides: 'decides', first: 'comes first' } as const

/** The rule that speaks in place of that of another answer, as `whyNotOf` names it; null where it names none. */
export type Outranked = Readonly<{ how: keyof typeof ranked; rule: string; text: string }>
export function outrankedIn(reason: string): Outranked | null {
  for (const how of ['decides', 'first'] as const) {
    const [rule = '', ...text] = reason.split(` ${ranked[how]}: `)
    if (text.length > 0 && !rule.includes(' ')) return { how, rule, text: text.join(` ${ranked[how]}: `) }
  }
  return null
}

/** Every condition that can be told to be in the way, by its words. */
const obstaclesOf = memoiseWeak((decision: Decision): ReadonlyMap<string, Condition> => {
  const found = new Map<string, Condition>()
  const meet = (condition: Condition): void => {
    found.set(wordsOf(condition), condition)
    if (condition.kind === 'all') condition.of.forEach(meet)
  }
  conditionsOf(decision).forEach(meet)
  return found
})
