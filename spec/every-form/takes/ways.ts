import { goalAnswer, goalFor } from '@facialis/engine/local-search/goal.ts'
import { learnable } from '@facialis/engine/local-search/learnable.ts'
import { distanceTo, movesTowards } from '@facialis/engine/local-search/moves-towards.ts'
import { propagateGoals } from '@facialis/engine/local-search/propagate-goals.ts'
import { randomFrom } from '@facialis/engine/local-search/random.ts'
import { type SearchState, searchState } from '@facialis/engine/local-search/search-state.ts'
import { isMet, type Subgoal } from '@facialis/engine/local-search/subgoals.ts'
import { isTruth } from '@facialis/engine/plan/is-truth.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import type { Chart, Span } from '@facialis/language'
import { asking } from './asked.ts'
import { type Counts, madeUpCharts, page, sum } from './counted.ts'

/** What somebody could be wished to be: each truth of a condition alone, and each answer. */
function aimsOf(plan: Plan, scene: SearchState): readonly Subgoal[] {
  const placesIn = (within: number | null): readonly number[] =>
    within === null ? [-1] : [...scene.entriesOf(within).keys()].slice(0, 2)
  return [
    ...[...plan.nodes.entries()].flatMap(([node, one]) =>
      isTruth(one)
        ? placesIn(one.within).flatMap((at) => [1, 2, 3, 4].map((as): Subgoal => ({ kind: 'truth', node, as, at })))
        : [],
    ),
    ...[...plan.decisions.entries()].flatMap(
      ([
        decision,
        {
          within,
          decision: { answers },
        },
      ]) =>
        placesIn(within).flatMap((at) =>
          answers.map((_, one): Subgoal => ({ kind: 'answer', decision, as: 1 << one, at })),
        ),
    ),
  ]
}

/** How far back both ends of a date lie; one end may lie as far off as days go. */
const daysOf = ({ lo, hi }: Span): number =>
  sum([lo, hi], (day) => Math.max(-50_000, Math.min(50_000, asking.asOf - day)))

/** One change towards each wish, of people who have something said of them already. */
function nearer(plan: Plan): Counts {
  let [wishes, far, unreachable, met, alone, learnt] = [0, 0, 0, 0, 0, 0]
  const ways: Chart[] = []
  for (const [seed, chart] of madeUpCharts(plan.pathway, 3).entries()) {
    const scene = searchState(plan, asking, randomFrom(seed))
    const more = learnable(plan.pathway, chart, { asking, leftOut: () => false })
    learnt += more.length
    ways.push(...more.map((one) => one(chart)))
    scene.look(chart)
    for (const aim of aimsOf(plan, scene)) {
      wishes++
      const distance = distanceTo(aim, scene)
      if (distance === Number.POSITIVE_INFINITY) unreachable++
      else far += distance
      const changed = movesTowards(aim, scene)
      ways.push(...changed)
      for (const one of changed) {
        scene.look(one)
        if (isMet(aim, scene)) met++
      }
      scene.look(chart)
      const wish =
        aim.kind === 'truth'
          ? goalFor(aim.node, aim.as)
          : aim.kind === 'answer'
            ? goalAnswer(aim.decision, aim.as)
            : null
      if (wish && 'at' in aim && aim.at < 0) alone += propagateGoals([wish], scene)?.length ?? 0
    }
  }
  const statements = ways.flatMap(({ observations }) => observations)
  const entries = ways.flatMap((one) => one.entries)
  const said = [...statements.map(({ value }) => value), ...entries.flatMap(({ fields }) => Object.values(fields))]
  return {
    wishes: wishes,
    'how far they are': far,
    'that nothing leads to': unreachable,
    'wishes they come apart into': alone,
    'things that could be learned of them': learnt,
    'ways that lead nearer, or are learned': ways.length,
    'ways that lead there': met,
    'what is stated on them': statements.length,
    'entries on them': entries.length,
    'fields of those': sum(entries, ({ fields }) => Object.keys(fields).length),
    'days from then to now': sum([...statements, ...entries], ({ date }) => (date ? daysOf(date) : 1)),
    'what is said, as numbers': sum(said, (value) =>
      'number' in value ? value.number : 'date' in value ? daysOf(value.date) : JSON.stringify(value).length,
    ),
  }
}

export const waysTake = page('ways-take.txt', nearer)
