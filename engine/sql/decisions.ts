import type { GateLevel, Meets, NodeIndex, PlanNode, PlannedBody, PlannedDecision } from '../plan/plan.ts'
import { conditionOperands } from '../plan/planned-body.ts'
import { isTwoValued } from '../plan/two-valued.ts'
import { disjunction, isNotTrue } from './conjunction.ts'
import { quoted } from './dialect.ts'
import type { SqlWriter } from './sql-writer.ts'

/** The answer of a decision, in its own words or, for another's sake, in what is said instead of each. */
export function decisionText(
  index: number,
  { decision, body }: PlannedDecision,
  writer: SqlWriter,
  answers: readonly string[] = decision.answers.map(quoted),
): string {
  switch (body.kind) {
    case 'ranked':
      return ranked(index, body, answers, writer)
    case 'gate':
      return gate(body, answers, writer)
    case 'fold': {
      const said = body.join.map(({ answer }, rank) => `WHEN ${rank} THEN ${answers[answer]}`)
      return `CASE ${firstRank(index, writer)} ${said.join(' ')} ELSE ${answers[body.otherwise]} END`
    }
    default:
      return body satisfies never
  }
}

/** Of a decision about all entries of a kind: the rank of the first answer that any of them has; NULL of none. */
export function firstRank(index: number, writer: SqlWriter): string {
  const { plan } = writer
  const { body } = plan.decisions[index] as PlannedDecision
  if (body.kind !== 'fold') throw new Error(`Decision ${index} is not made of the answers of entries.`)
  const each = plan.decisions[body.each] as PlannedDecision
  return writer.over({
    key: `first_${index}`,
    entryKind: body.entryKind,
    of: conditionOperands(each.body),
    make: (ofEntry) => {
      const ranks = each.decision.answers.map((_, answer) => {
        const rank = body.join.findIndex((one) => one.each === answer)
        return rank < 0 ? 'CAST(NULL AS INTEGER)' : String(rank)
      })
      return `MIN(${decisionText(body.each, each, ofEntry, ranks)})`
    },
  })
}

type Ranked = Extract<PlannedBody, { kind: 'ranked' }>

/** From the top down. A rule that is not known lets its answer meet what the rest comes to. */
function ranked(index: number, body: Ranked, answers: readonly string[], writer: SqlWriter): string {
  if (body.rules.length === 0) return answers[body.otherwise] as string
  const steps = stepsOf(body, writer)
  if (steps === null) return rankedByBits(index, body, answers, writer)
  const whens = steps.map(({ when, answer }) => `WHEN ${when()} THEN ${answers[answer]}`)
  return `CASE ${whens.join('\n      ')} ELSE ${answers[body.otherwise]} END`
}

type Step = Readonly<{ when: () => string; answer: number }>

/** One condition after the other; null where what a rule that is not known comes to hangs on which answer the rest has. */
function stepsOf({ rules, otherwise, meets }: Ranked, writer: SqlWriter): readonly Step[] | null {
  const { truth, plan } = writer
  const steps: Step[] = []
  let rest: ReadonlySet<number> = new Set([otherwise])
  for (const { when, answer } of rules.toReversed()) {
    const met = (other: number): number => meets[answer]?.[other] as number
    const [first, ...others] = new Set([...rest].map(met))
    const yes = { when: () => truth(when, 'yes'), answer }
    if (isTwoValued(when, plan.nodes) || [...rest].every((other) => met(other) === other)) steps.unshift(yes)
    else if (first === undefined || others.length > 0) return null
    else if (first === answer) steps.unshift({ when: () => `${truth(when, 'truth')} IS NOT FALSE`, answer })
    else {
      steps.unshift(yes, { when: () => isUnknown(when, writer), answer: first })
      rest = new Set([...rest, first])
    }
    rest = new Set([...rest, answer])
  }
  return steps
}

/** A bit for each answer that may hold: of every rule that is not known, and of what is sure below them. */
function rankedByBits(index: number, body: Ranked, answers: readonly string[], writer: SqlWriter): string {
  const { truth, plan } = writer
  const { rules, otherwise, meets } = body
  const bit = (answer: number): number => 2 ** answer
  const may = writer.scope.column(`may_be_${index}`, () =>
    rules.reduceRight<string>(
      (rest, { when, answer }) => {
        if (isTwoValued(when, plan.nodes)) return `CASE WHEN ${truth(when, 'yes')} THEN ${bit(answer)} ELSE ${rest} END`
        const own = `CASE WHEN ${truth(when, 'no')} THEN 0 ELSE ${bit(answer)} END`
        return `(${own} | CASE WHEN ${truth(when, 'yes')} THEN 0 ELSE ${rest} END)`
      },
      String(bit(otherwise)),
    ),
  )
  const alone = answers.map((answer, i) => `WHEN ${bit(i)} THEN ${answer}`)
  const met = lowestFirst(meets).map(({ among, says }) => `WHEN (${may} & ${among}) <> 0 THEN ${answers[says]}`)
  return `CASE ${may} ${alone.join(' ')} ELSE CASE ${met.join(' ')} END END`
}

/** Of several answers that may hold: if one of `among` is there, it is said what `says` says; else look further. */
function lowestFirst(meets: Meets): readonly Readonly<{ among: number; says: number }>[] {
  let left = meets.map((_, answer) => answer)
  const steps: { among: number; says: number }[] = []
  while (left.length > 1) {
    const says = (answer: number): number | null => {
      const met = new Set(left.filter((other) => other !== answer).map((other) => meets[answer]?.[other] as number))
      return met.size === 1 ? ([...met][0] as number) : null
    }
    const bottom = left.map(says).find((one) => one !== null)
    const lowest = left.filter((answer) => says(answer) === bottom)
    if (bottom === undefined || bottom === null)
      throw new Error('These answers meet in no order, so what several come to cannot be said.')
    steps.push({ among: lowest.reduce((mask, answer) => mask + 2 ** answer, 0), says: bottom })
    left = left.filter((answer) => !lowest.includes(answer))
  }
  return steps
}

type Gate = Extract<PlannedBody, { kind: 'gate' }>

/** `answers` are those of a gate, from shut to open. */
function gate({ behind, needs, limits }: Gate, answers: readonly string[], writer: SqlWriter): string {
  const { truth, plan, decision } = writer
  const [blocked, caution, permitted] = answers as [string, string, string]
  const ahead = (answer: string): string[] => (behind === null ? [] : [`${decision(behind)} = ${answer}`])
  const reaching = (level: GateLevel): string[] =>
    limits.flatMap(({ when, ifYes, ifUnknown }) => {
      const [yes, unknown] = [ifYes >= level, ifUnknown >= level]
      if (yes && unknown)
        return isTwoValued(when, plan.nodes) ? [truth(when, 'yes')] : [`${truth(when, 'truth')} IS NOT FALSE`]
      if (yes) return [truth(when, 'yes')]
      return unknown && !isTwoValued(when, plan.nodes) ? [isUnknown(when, writer)] : []
    })
  const unmet = needs.map((need) => isNotTrue(truth(need, 'yes')))
  const shut = disjunction([...ahead(blocked), ...unmet, ...reaching(2)])
  return `CASE WHEN ${shut} THEN ${blocked} WHEN ${disjunction([...ahead(caution), ...reaching(1)])} THEN ${caution} ELSE ${permitted} END`
}

/** Of a word that is not known, nobody knows whether it is one of these. */
function isUnknown(index: NodeIndex, { plan, columns, scope, truth }: SqlWriter): string {
  const node = plan.nodes[index] as PlanNode
  return node.op === 'word' && node.within === columns.table.entryKind
    ? `${scope.raw(columns.of(node.place))} IS NULL`
    : `${truth(index, 'truth')} IS NULL`
}
