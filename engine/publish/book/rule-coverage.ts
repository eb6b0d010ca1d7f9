import type { Because, Chart, Day, Decision, Pathway } from '@facialis/language'
import { resolve } from '../../chart/resolve.ts'
import { entriesOf } from '../../chart/resolved-chart.ts'
import { becauseOf } from '../../explain/because.ts'
import { nextSteps, raisedAlerts } from '../../explain/steps.ts'
import { limitEffect } from '../../ground/limit-effect.ts'
import type { Wording } from '../../ground/words.ts'
import { createWorld } from '../../world/create-world.ts'
import type { World } from '../../world/world.ts'
import type { Mention } from './book.ts'

/** A made-up person on one day. */
export type ExamplePerson = Readonly<{ id: string; title: string; story: string; asOf: Day; chart: Chart }>

/** Which example people each rule applies to, by the key of the rule; and the decisions of each person. */
export type RuleCoverage = Readonly<{
  examplesOf: (key: string) => readonly Mention[]
  answersOf: (person: string) => readonly Readonly<{ decision: string; answer: string }>[]
}>

/** What a page is made with: the example people of each rule, and the wording of conditions. */
export type PageContext = RuleCoverage & Readonly<{ wording: Wording }>

/** Identifies a rule within the pathway: rules of two decisions may share an id. */
export const ruleKey = (owner: string, rule: string): string => `${owner} ${rule}`
export const stepKey = (id: string): string => ruleKey('step', id)
export const alertKey = (id: string): string => ruleKey('alert', id)

/** Evaluates every decision, list, step and alert once for each person. */
export function ruleCoverage(pathway: Pathway, people: readonly ExamplePerson[]): RuleCoverage {
  const mentions = new Map<string, Mention[]>()
  const answers = new Map<string, readonly Readonly<{ decision: string; answer: string }>[]>()
  for (const person of people) {
    const world = createWorld(resolve(pathway, person.chart, { asOf: person.asOf, policy: {} }))
    const recorded = new Set<string>()
    const record = (key: string, says: string | null, isOpen: boolean): void => {
      if (recorded.has(key)) return
      recorded.add(key)
      const before = mentions.get(key)
      const one = { id: person.id, says, isOpen }
      if (before) before.push(one)
      else mentions.set(key, [one])
    }
    for (const decision of pathway.decisions) recordDecision(decision, world, record)
    for (const collection of pathway.collections)
      for (const item of collection.items)
        if (world.truth(item.when, null) === 'yes') record(ruleKey(collection.id, item.id), null, false)
    for (const step of nextSteps(world)) record(stepKey(step.id), step.dueBy, false)
    for (const alert of raisedAlerts(world)) record(alertKey(alert.id), null, false)
    answers.set(
      person.id,
      pathway.decisions
        .filter(({ scope, inner }) => scope === 'patient' && !inner)
        .map((decision) => ({ decision: decision.id, answer: world.answer(decision, null) })),
    )
  }
  return { examplesOf: (key) => mentions.get(key) ?? [], answersOf: (person) => answers.get(person) ?? [] }
}

type RecordMention = (key: string, says: string | null, isOpen: boolean) => void

/** The answer a rule leads to where it is unknown whether the rule holds; a rule that holds states its own. */
const answerIfOpen = ({ open }: Because, answer: string): string | null => (open === true ? answer : null)

/** A fold has no rules of its own: those of the decision it folds are evaluated for each entry. */
function recordDecision(decision: Decision, world: World, record: RecordMention): void {
  const { body } = decision
  switch (body.kind) {
    case 'fold':
      if (entriesOf(world, body.entry).length === 0) record(ruleKey(decision.id, body.otherwise.id), null, false)
      for (const entry of entriesOf(world, body.entry))
        for (const reason of becauseOf(body.each, world, entry))
          record(
            ruleKey(body.each.id, reason.rule),
            answerIfOpen(reason, world.answer(body.each, entry)),
            reason.open === true,
          )
      return
    case 'ranked':
      if (decision.scope !== 'patient') return
      for (const reason of becauseOf(decision, world, null))
        record(
          ruleKey(decision.id, reason.rule),
          answerIfOpen(reason, world.answer(decision, null)),
          reason.open === true,
        )
      return
    case 'gate': {
      const answer = world.answer(decision, null)
      for (const { id, needs } of body.needs) {
        const truth = world.truth(needs, null)
        if (truth !== 'yes') record(ruleKey(decision.id, id), null, truth === 'unknown')
      }
      for (const limit of body.limits) {
        const truth = world.truth(limit.when, null)
        if (truth === 'yes' || limitEffect(limit, truth, body.behind !== null) !== 'note')
          record(ruleKey(decision.id, limit.id), answer, truth === 'unknown')
      }
      return
    }
    default:
      body satisfies never
  }
}
