import { type Asking, type Chart, emptyChart, exactly } from '@facialis/language'
import { resolve } from '../chart/resolve.ts'
import type { ResolvedEntry } from '../chart/resolved-chart.ts'
import { withEntry } from '../local-search/edits.ts'
import { type Goal, goalFor, truths } from '../local-search/goal.ts'
import { createWorld } from '../world/create-world.ts'
import type { World } from '../world/world.ts'
import type { StateSpace } from './state-space.ts'

/** Somebody in whom a promise does not hold: as charts show it, and as the evaluator says it. */
export type CounterExample = Readonly<{
  chart: Chart
  /** The same person after the change, where the promise compares two states. */
  afterwards: Chart | null
  /** What the rules say of this person. */
  shows: string
}>

export const worldOf = ({ plan }: StateSpace, chart: Chart, asking: Asking): World =>
  createWorld(resolve(plan.pathway, chart, asking))

/** Of everybody, or of every entry of a kind, what is assumed. */
export const assumptionGoals = ({ plan }: StateSpace): readonly Goal[] =>
  plan.assumptions.map((node, i): Goal => {
    const about = plan.pathway.toProve.assumptions[i]?.about
    const entryKind = plan.layout.entryKinds.findIndex(({ entry }) => entry.id === about)
    const as = truths.unknown | truths.yes
    return entryKind < 0 ? goalFor(node, as) : { kind: 'every', entryKind, node, as }
  })

/** Somebody of whom every list was asked; with one entry of a kind to look at, where it is about entries. */
export function initialChart(
  { plan }: StateSpace,
  kind: string,
  { asOf }: Asking,
): Readonly<{ from: Chart; entry: string | null }> {
  const { entries, screens } = plan.pathway
  const asked: Chart = {
    ...emptyChart,
    screens: screens.map(({ id }) => ({ screen: id, date: exactly(asOf), provenance: { source: 'made up' } })),
  }
  const entry = entries.find(({ id }) => id === kind)
  if (!entry) return { from: asked, entry: null }
  const { chart, id } = withEntry(asked, entry, exactly(asOf))
  return { from: chart, entry: id }
}

/** The entry looked at, as it stands in a world; null when it does not count. */
export const entryIn = (world: World, id: string | null): ResolvedEntry | null =>
  id === null ? null : ([...world.entries.values()].flat().find((one) => one.id === id) ?? null)

/** No assumption is broken. */
export function satisfiesAssumptions({ plan }: StateSpace, world: World): boolean {
  return plan.pathway.toProve.assumptions.every(({ about, holds }) => {
    const scopes = about === 'patient' ? [null] : (world.entries.get(about) ?? [])
    return scopes.every((scope) => world.truth(holds, scope) !== 'no')
  })
}
