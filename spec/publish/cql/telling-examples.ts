import { answersOf, resolve } from '@facialis/engine'
import { createWorld } from '@facialis/engine/world/create-world.ts'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { asking, fromPlainFacts, throughABundle } from '../../examples/forms.ts'
import type { Case } from './people.ts'

/** What an example shows: the answer of each decision, and the one need or limit on which alone a gate hangs. */
function shownBy({ chart, asking }: Case): readonly string[] {
  const world = createWorld(resolve(pathway, chart, asking))
  const alone = pathway.decisions.flatMap(({ id, body }) => {
    if (body.kind !== 'gate') return []
    const needs = body.needs.map((need) => ({ id: need.id, truth: world.truth(need.needs, null), passes: 'yes' }))
    const limits = body.limits.map((limit) => ({ id: limit.id, truth: world.truth(limit.when, null), passes: 'no' }))
    const met = [...needs, ...limits].filter(({ truth, passes }) => truth !== passes)
    return met.length === 1 ? met.map((one) => `${id} ${one.id} ${one.truth}`) : []
  })
  return [...Object.entries(answersOf(pathway, chart, asking)).map(([id, answer]) => `${id} ${answer}`), ...alone]
}

/** As few examples as show everything that any of them shows, as they arrive in a bundle. */
export function tellingExamples(): readonly Case[] {
  const shown = examples.map((example) => {
    const { chart, asOf } = fromPlainFacts(example)
    return { example, shows: shownBy({ chart, asking: asking(asOf) }) }
  })
  const left = new Set(shown.flatMap(({ shows }) => shows))
  const chosen: Case[] = []
  while (left.size > 0) {
    const gain = ({ shows }: (typeof shown)[number]): number => shows.filter((one) => left.has(one)).length
    const best = shown.reduce((a, b) => (gain(b) > gain(a) ? b : a))
    for (const one of best.shows) left.delete(one)
    const { chart, asOf } = throughABundle(fromPlainFacts(best.example))
    chosen.push({ chart, asking: asking(asOf) })
  }
  return chosen
}
