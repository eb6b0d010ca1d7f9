import { answersOf, resolve } from '@facialis/engine'
import { createWorld } from '@facialis/engine/world/create-world.ts'
import type { Asking, Chart, Condition, Pathway } from '@facialis/language'
import type { Results } from './running.ts'

const truths = { yes: true, no: false, unknown: null } as const

const truthsOf = (
  pathway: Pathway,
  chart: Chart,
  asking: Asking,
  asked: readonly (readonly [name: string, when: Condition])[],
): Results => {
  const world = createWorld(resolve(pathway, chart, asking))
  return Object.fromEntries(asked.map(([name, when]) => [name, truths[world.truth(when, null)]]))
}

/** What the engine says of all that the library of decisions defines for others. */
export const decided = (pathway: Pathway, chart: Chart, asking: Asking): Results => ({
  ...answersOf(pathway, chart, asking),
  ...truthsOf(
    pathway,
    chart,
    asking,
    pathway.collections.flatMap(({ id, items }) => items.map((item) => [`${id}: ${item.id}`, item.when] as const)),
  ),
})

/** The same of the library of steps. */
export const called = (pathway: Pathway, chart: Chart, asking: Asking): Results =>
  truthsOf(pathway, chart, asking, [
    ...pathway.steps.map(({ id, when }) => [`step ${id}`, when] as const),
    ...pathway.alerts.map(({ id, when }) => [`alert ${id}`, when] as const),
  ])

/** The definitions that came to something else, with both. */
export const differing = (expected: Results, results: Results) =>
  Object.entries(expected).flatMap(([name, engine]) =>
    results[name] === engine ? [] : [{ name, engine, cql: results[name] }],
  )
