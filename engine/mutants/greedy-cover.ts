import type { Chart, Pathway } from '@facialis/language'
import { couldBeRecorded } from '../local-search/judgements.ts'
import { shrink } from '../local-search/shrink.ts'
import type { Witness } from '../symbolic/decode-model.ts'
import { type Claimed, evaluatePerson, type Looked } from './killing.ts'
import type { Mutant } from './mutants.ts'
import { type SharedPlan, sharedPlan, type Told } from './shared-plan.ts'

/** One of a few people who together notice all that many notice, with as little said of each as possible. */
export type Kept = Pick<Claimed, 'answers' | 'steps' | 'alerts' | 'items'> &
  Witness &
  Readonly<{
    notices: readonly Mutant[]
  }>

/** So many mutants are looked at together, and so many people are made smaller together. */
const [mutantsAtOnce, peopleAtOnce] = [1500, 60]

/** Greedy set cover: repeatedly picks the person who kills the most mutants that nobody picked so far kills. */
export function* greedyCover(
  pathway: Pathway,
  mutants: readonly Mutant[],
  people: readonly Witness[],
): Generator<Kept> {
  const noticed = noticedBy(pathway, mutants, people)
  const left = new Set<Mutant>(mutants)
  const chosen: Readonly<{ from: Witness; notices: readonly Mutant[] }>[] = []
  const waiting = new Map(people.map((one, i) => [one, noticed[i] as readonly Mutant[]]))
  for (;;) {
    let [best, most]: [Witness | null, readonly Mutant[]] = [null, []]
    for (const [one, all] of waiting) {
      if (all.length <= most.length) continue
      const now = all.filter((mutant) => left.has(mutant))
      waiting.set(one, now)
      if (now.length > most.length) [best, most] = [one, now]
    }
    if (best === null) break
    waiting.delete(best)
    for (const mutant of most) left.delete(mutant)
    chosen.push({ from: best, notices: most })
  }
  for (let at = 0; at < chosen.length; at += peopleAtOnce) {
    const some = chosen.slice(at, at + peopleAtOnce)
    const both = sharedPlan(pathway, [...new Set(some.flatMap(({ notices }) => notices))])
    const look = evaluatePerson(both.plan)
    for (const { from, notices } of some) yield kept(pathway, both, look, from, notices)
  }
}

/** Of each person, which mutants would tell this person something else. */
function noticedBy(
  pathway: Pathway,
  mutants: readonly Mutant[],
  people: readonly Witness[],
): readonly (readonly Mutant[])[] {
  const all: Mutant[][] = people.map(() => [])
  for (let at = 0; at < mutants.length; at += mutantsAtOnce) {
    const batch = mutants.slice(at, at + mutantsAtOnce)
    const { plan, told } = sharedPlan(pathway, batch)
    const look = evaluatePerson(plan)
    for (const [i, somebody] of people.entries()) {
      const { isOther } = look(somebody)
      for (const mutant of batch) if ((told.get(mutant) as readonly Told[]).some(isOther)) all[i]?.push(mutant)
    }
  }
  return all
}

function kept(
  pathway: Pathway,
  { told }: SharedPlan<Mutant>,
  look: (somebody: Witness) => Looked,
  from: Witness,
  notices: readonly Mutant[],
): Kept {
  const isNoticed = (chart: Chart): boolean => {
    if (!couldBeRecorded(pathway, chart)) return false
    const { isOther } = look({ ...from, chart })
    return notices.every((mutant) => (told.get(mutant) as readonly Told[]).some(isOther))
  }
  const chart = shrink(pathway, from.chart, isNoticed)
  return { chart, asking: from.asking, notices, ...claimsOf(told, look({ ...from, chart }), notices) }
}

/** What has to be claimed so that all are noticed: as few answers as may be. */
function claimsOf(
  told: SharedPlan<Mutant>['told'],
  { isOther, saidOf }: Looked,
  notices: readonly Mutant[],
): Pick<Claimed, 'answers' | 'steps' | 'alerts' | 'items'> {
  const claims = { answers: {}, steps: {}, alerts: {}, items: {} } as {
    answers: Record<string, string>
    steps: Record<string, boolean>
    alerts: Record<string, boolean>
    items: Record<string, boolean>
  }
  for (const mutant of notices) {
    const shows = (told.get(mutant) as readonly Told[]).filter(isOther)
    if (shows.some(({ shown }) => claims[shown.claim][shown.id] !== undefined)) continue
    const [first] = shows
    if (!first) continue
    const said = saidOf(first)
    if (typeof said === 'string') claims.answers[first.shown.id] = said
    else if (first.shown.claim !== 'answers') claims[first.shown.claim][first.shown.id] = said
  }
  return claims
}
