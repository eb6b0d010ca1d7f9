import {
  type Because,
  type Candidate,
  type Collection,
  type DetailValue,
  type Fact,
  type Feature,
  factsOf,
  type Ranking,
} from '@facialis/language'
import { resolvedFactOf } from '../chart/resolved-chart.ts'
import { memoiseInWorld } from '../world/memoise-in-world.ts'
import type { World } from '../world/world.ts'
import { reasonOf } from './because.ts'

type Ranked = Readonly<{
  id: string
  for: readonly string[]
  against: readonly string[]
  wouldSettle: readonly string[]
  score: number
}>

/** Candidates by what speaks for them less what speaks against; ties keep the order written. */
export const rankedOf = (ranking: Ranking, world: World): readonly Ranked[] => rankedIn(world, ranking)

const rankedIn = memoiseInWorld((world: World, ranking: Ranking): readonly Ranked[] =>
  ranking.candidates.map((candidate) => weighed(candidate, world)).toSorted((a, b) => b.score - a.score),
)

function weighed(candidate: Candidate, world: World): Ranked {
  const pro = world.holding(candidate.for, null)
  const contra = world.holding(candidate.against, null)
  const weight = (features: readonly Feature[]): number => features.reduce((sum, f) => sum + f.weight, 0)
  const open = new Set<Fact>(
    [...candidate.for, ...candidate.against]
      .filter((feature) => world.truth(feature.when, null) === 'unknown')
      .flatMap((feature) => [...factsOf(feature.when)])
      .filter((fact) => fact.scope === 'patient' && !resolvedFactOf(world, fact, null).known),
  )
  return {
    id: candidate.id,
    for: pro.map((f) => f.label),
    against: contra.map((f) => f.label),
    wouldSettle: [...open].map((fact) => fact.id),
    score: weight(pro) - weight(contra),
  }
}

/** A ranking as advice shows it. */
export const rankingValue = (ranking: Ranking, world: World): readonly DetailValue[] =>
  rankedOf(ranking, world).map(({ score: _, ...shown }) => shown)

export type Collected = Readonly<{
  answer: readonly DetailValue[]
  because: readonly Because[]
  missing: readonly string[]
}>

/** The items of a collection that hold, with their reasons; unknown ones are named as missing. */
export function collected(
  collection: Collection,
  world: World,
  details: (of: Collection['items'][number]) => Record<string, DetailValue>,
): Collected {
  const answer: DetailValue[] = []
  const because: Because[] = []
  const missing = new Set<string>()
  for (const item of collection.items) {
    const truth = world.truth(item.when, null)
    if (truth === 'unknown')
      for (const fact of factsOf(item.when))
        if (fact.scope === 'patient' && !resolvedFactOf(world, fact, null).known) missing.add(fact.id)
    if (truth !== 'yes') continue
    answer.push({ id: item.id, ...details(item) })
    because.push(reasonOf(item, item.when, world, null))
  }
  return { answer, because, missing: [...missing] }
}
