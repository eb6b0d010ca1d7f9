import { resolve } from '@facialis/engine'
import type { CounterExample, Proof } from '@facialis/engine/prove/index.ts'
import { createWorld } from '@facialis/engine/world/create-world.ts'
import { chartFromPlainFacts, plainFromChart } from '@facialis/fhir'
import { boldnessOf, type Chart, type Decision, type Pathway, parseDate } from '@facialis/language'

const asking = { asOf: parseDate('2026-11-23')?.lo ?? 0, policy: {} }

/** As a file would carry the person: written as plain facts, and read again. */
function carried(pathway: Pathway, chart: Chart): Chart {
  const file = JSON.parse(JSON.stringify(plainFromChart(pathway, chart, asking.asOf)))
  const read = chartFromPlainFacts(pathway, file)
  if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.sentence}`)
  return read.value.chart
}

const everyScope = (pathway: Pathway, chart: Chart, about: string) => {
  const world = createWorld(resolve(pathway, chart, asking))
  return (about === 'patient' ? [null] : (world.entries.get(about) ?? [])).map((scope) => ({ world, scope }))
}

/** Whether a promise does not hold of this person, by the evaluator and nothing that is proved. */
export function isBroken(pathway: Pathway, id: string, person: CounterExample): boolean {
  const { chart, afterwards } = person
  const invariant = pathway.toProve.invariants.find((one) => one.id === id)
  if (invariant)
    return everyScope(pathway, chart, invariant.about).some(
      ({ world, scope }) =>
        world.truth(invariant.whenever, scope) === 'yes' && world.truth(invariant.holds, scope) !== 'yes',
    )
  const unmoved = pathway.toProve.unmoved?.find((one) => one.id === id)
  if (unmoved) return unmoved.decisions.some((decision) => isMoved(pathway, decision, { chart, afterwards }))
  const decision = pathway.decisions.find((one) => id.endsWith(`/${one.id}`)) as Decision
  const answers = (now: Chart): readonly string[] =>
    everyScope(pathway, now, decision.scope).map(({ world, scope }) => world.answer(decision, scope))
  if (id.startsWith('living/')) return isDecidedAbove(pathway, decision, person)
  if (afterwards === null) return false
  if (id.startsWith('unlisted/') && saysAdverse(pathway, chart, afterwards)) return false
  // One more entry has to make it bolder, whatever else has to make it less bold.
  const [earlier, later] = id.startsWith('further/')
    ? [answers(afterwards), answers(chart)]
    : [answers(chart), answers(afterwards)]
  return earlier.some((before, i) => boldnessOf(decision, before) > boldnessOf(decision, later[i] as string))
}

/** Something is said afterwards that was not before, and is adverse to a gate. */
function saysAdverse({ facts }: Pathway, before: Chart, { observations }: Chart): boolean {
  const said = new Set(before.observations.map(({ fact, value }) => JSON.stringify([fact, value])))
  return observations.some(({ fact: id, value }) => {
    const adverse = facts.find((fact) => fact.id === id)?.adverse ?? {}
    const words = Object.values(adverse).flat() as readonly unknown[]
    return !said.has(JSON.stringify([id, value])) && 'word' in value && words.includes(value.word)
  })
}

type Moved = Pick<CounterExample, 'chart' | 'afterwards'>

function isMoved(pathway: Pathway, decision: Decision, { chart, afterwards }: Moved): boolean {
  const answer = (now: Chart): string => createWorld(resolve(pathway, now, asking)).answer(decision, null)
  return afterwards !== null && answer(chart) !== answer(afterwards)
}

/** The rule that is shown holds of the person, and a rule above it has decided. */
function isDecidedAbove(pathway: Pathway, { body }: Decision, { chart, shows }: CounterExample): boolean {
  const { truth } = createWorld(resolve(pathway, chart, asking))
  const rules = body.kind === 'ranked' ? body.rules : []
  const shown = rules.findIndex(({ id }) => shows.startsWith(`${id} of `))
  const holding = rules.slice(0, shown + 1).map(({ when }) => truth(when, null) === 'yes')
  return holding.pop() === true && holding.includes(true)
}

/** The person a proof shows, carried as a file. @throws when nobody was found */
export function personOf(pathway: Pathway, proof: Proof): CounterExample {
  const found = proof.example(asking)
  if (!found) throw new Error(`${proof.id}: nobody was found.`)
  const { chart, afterwards, shows } = found
  return { chart: carried(pathway, chart), afterwards: afterwards && carried(pathway, afterwards), shows }
}
