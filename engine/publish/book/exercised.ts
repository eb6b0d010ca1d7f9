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
export type Person = Readonly<{ id: string; title: string; story: string; asOf: Day; chart: Chart }>

/** Who shows what: people by the place of a rule, and the answers of each person. */
export type Exercised = Readonly<{
  peopleAt: (place: string) => readonly Mention[]
  answersOf: (person: string) => readonly Readonly<{ decision: string; answer: string }>[]
}>

/** What a page is told with: who shows it, and in which words conditions are read. */
export type Telling = Exercised & Readonly<{ wording: Wording }>

/** The place of a rule within the pathway: rules of two decisions may share a name. */
export const placeOf = (owner: string, rule: string): string => `${owner} ${rule}`
export const stepPlace = (id: string): string => placeOf('step', id)
export const alertPlace = (id: string): string => placeOf('alert', id)

/** Asks every person about everything once. */
export function exercisedBy(pathway: Pathway, people: readonly Person[]): Exercised {
  const places = new Map<string, Mention[]>()
  const answers = new Map<string, readonly Readonly<{ decision: string; answer: string }>[]>()
  for (const person of people) {
    const world = createWorld(resolve(pathway, person.chart, { asOf: person.asOf, policy: {} }))
    const seen = new Set<string>()
    const mention = (place: string, says: string | null, isOpen: boolean): void => {
      if (seen.has(place)) return
      seen.add(place)
      const before = places.get(place)
      const one = { id: person.id, says, isOpen }
      if (before) before.push(one)
      else places.set(place, [one])
    }
    for (const decision of pathway.decisions) ofDecision(decision, world, mention)
    for (const collection of pathway.collections)
      for (const item of collection.items)
        if (world.truth(item.when, null) === 'yes') mention(placeOf(collection.id, item.id), null, false)
    for (const step of nextSteps(world)) mention(stepPlace(step.id), step.dueBy, false)
    for (const alert of raisedAlerts(world)) mention(alertPlace(alert.id), null, false)
    answers.set(
      person.id,
      pathway.decisions
        .filter(({ scope, inner }) => scope === 'patient' && !inner)
        .map((decision) => ({ decision: decision.id, answer: world.answer(decision, null) })),
    )
  }
  return { peopleAt: (place) => places.get(place) ?? [], answersOf: (person) => answers.get(person) ?? [] }
}

type Note = (place: string, says: string | null, isOpen: boolean) => void

/** A rule that holds says its own answer; one of which nobody knows does not. */
const answerIfOpen = ({ open }: Because, answer: string): string | null => (open === true ? answer : null)

/** Folded decisions are asked of each entry, where their rules stand; the fold itself has none. */
function ofDecision(decision: Decision, world: World, mention: Note): void {
  const { body } = decision
  switch (body.kind) {
    case 'fold':
      if (entriesOf(world, body.entry).length === 0) mention(placeOf(decision.id, body.otherwise.id), null, false)
      for (const entry of entriesOf(world, body.entry))
        for (const reason of becauseOf(body.each, world, entry))
          mention(
            placeOf(body.each.id, reason.rule),
            answerIfOpen(reason, world.answer(body.each, entry)),
            reason.open === true,
          )
      return
    case 'ranked':
      if (decision.scope !== 'patient') return
      for (const reason of becauseOf(decision, world, null))
        mention(
          placeOf(decision.id, reason.rule),
          answerIfOpen(reason, world.answer(decision, null)),
          reason.open === true,
        )
      return
    case 'gate': {
      const answer = world.answer(decision, null)
      for (const { id, needs } of body.needs) {
        const truth = world.truth(needs, null)
        if (truth !== 'yes') mention(placeOf(decision.id, id), null, truth === 'unknown')
      }
      for (const limit of body.limits) {
        const truth = world.truth(limit.when, null)
        if (truth === 'yes' || limitEffect(limit, truth, body.behind !== null) !== 'note')
          mention(placeOf(decision.id, limit.id), answer, truth === 'unknown')
      }
      return
    }
    default:
      body satisfies never
  }
}
