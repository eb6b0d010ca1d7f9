import {
  type Asking,
  type Chart,
  type Condition,
  childrenOf,
  type Limit,
  type Pathway,
  type PolicyNumber,
  type Rule,
} from '@facialis/language'
import { chanceFrom } from '../people/chance.ts'
import { couldBeRecorded } from '../people/judged.ts'
import { type Aim, addAim, truthAim } from '../people/options.ts'
import { type Scene, scenesOf } from '../people/scene.ts'
import { waysTo } from '../people/ways.ts'
import { truths } from '../people/wish.ts'
import { isTruth } from '../plan/is-truth.ts'
import { mentionedBy } from '../plan/mentioned.ts'
import type { NodeIndex, PlanNode } from '../plan/plan.ts'
import { askedAgain } from './killing.ts'
import { type Changed, mixed, type Told } from './mixed.ts'
import type { Mutant } from './mutants.ts'
import { conditionOf, isCondition, isDecision } from './rules.ts'

/** Somebody on one day, by the policy of one site. */
export type Somebody = Readonly<{ chart: Chart; asking: Asking }>
/** Somebody made up, and whichever mistakes would tell this person something else. */
export type MadeUp = Somebody & Readonly<{ notices: readonly Mutant[] }>

/** How often it begins anew for each mistake, and how many changes each time. */
export type Effort = Readonly<{ beginnings: number; changes: number; seed: number }>

/** So many mistakes are looked at together, beginning with so many of those made up last. */
const [together, lately] = [250, 300]

/**
 * Looks for people of whom mutants say something else than the rules. It begins with somebody for whom something matters
 * that the changed part is asked for, and changes one thing after the other: first until the part itself matters to what
 * this person is told, then until the part and what it was changed to differ. Null where nobody was found for a mutant,
 * which does not say that there is nobody.
 */
export function* madeUpFor(
  pathway: Pathway,
  mutants: readonly Mutant[],
  people: readonly Somebody[],
  effort: Effort,
): Generator<MadeUp | null> {
  const found: Somebody[] = []
  for (let at = 0; at < mutants.length; at += together) {
    const seeds = [...people, ...found.slice(-lately)]
    const seed = effort.seed + at
    for (const one of madeUpTogether(pathway, mutants.slice(at, at + together), seeds, { ...effort, seed })) {
      if (one) found.push(one)
      yield one
    }
  }
}

function* madeUpTogether(
  pathway: Pathway,
  mutants: readonly Mutant[],
  people: readonly Somebody[],
  { beginnings, changes, seed }: Effort,
): Generator<MadeUp | null> {
  const chance = chanceFrom(seed)
  const ways = new Map(mutants.map((mutant) => [mutant, wayOf(mutant)]))
  const held = new Map<object, Held>()
  for (const mutant of mutants)
    for (const { part } of ways.get(mutant) as Way)
      if (isCondition(part) && !held.has(part)) held.set(part, heldAt(mutant, part))
  const changed: Changed[] = [...mutants, ...[...held.values()].flatMap(({ yes, no }) => [yes, no])]
  const { plan, told } = mixed(pathway, changed)
  const asked = askedAgain(plan)
  const sceneFor = scenesOf(plan, asked)
  const isTold = (change: Changed): boolean =>
    (told.get(change) as readonly Told[]).some(({ by, own, changed }) =>
      by === 'decision'
        ? asked.answer(own, -1) !== asked.answer(changed, -1)
        : (asked.truth(own, -1) === 2) !== (asked.truth(changed, -1) === 2),
    )
  const matters = (part: object): boolean => {
    const both = held.get(part)
    return both !== undefined && (isTold(both.yes) || isTold(both.no))
  }
  /** For whom a part matters, as far as is known; few are enough. */
  const those = new Map<object, Somebody[]>([...held.keys()].map((part) => [part, []]))
  const meet = (somebody: Somebody): void => {
    sceneFor(somebody.asking, chance).look(somebody.chart)
    for (const [part, all] of those) if (all.length < 12 && matters(part)) all.push(somebody)
  }
  for (const somebody of people) meet(somebody)

  const left = new Set(mutants)
  for (const mutant of mutants) {
    if (!left.has(mutant)) continue
    const found = somebodyFor(mutant)
    if (!found) {
      yield null
      continue
    }
    sceneFor(found.asking, chance).look(found.chart)
    const notices = [...left].filter(isTold)
    for (const one of notices) left.delete(one)
    meet(found)
    yield { ...found, notices }
  }

  function somebodyFor(mutant: Mutant): Somebody | null {
    const way = ways.get(mutant) as Way
    const changedRules = rulesChanged(mutant)
    const subject = conditionOf(mutant.part) ?? way.map(({ part }) => part).find(isCondition)
    const own = subject && plan.nodeOf.get(subject)
    const by = subject && plan.nodeOf.get(conditionOf(mutant.by as object) ?? mutant.now(subject))
    const mentioned = [...new Set([own, by, ...changedRules.map((rule) => plan.nodeOf.get(rule))].flatMap(below))]
    const inside = mentioned.filter((index) => isTruth(plan.nodes[index] as PlanNode))
    const numbers = mentioned.flatMap((index) => {
      const node = plan.nodes[index] as PlanNode
      return node.op === 'policy' ? [plan.policy[node.index] as PolicyNumber] : []
    })
    const on = new Set<object>(way.map(({ part }) => part))
    for (let begun = 0; begun < beginnings; begun++) {
      const from = beginning(way)
      const found = from && walk(from)
      if (found) return found
    }
    return null

    /** Somebody for whom the nearest part there is somebody for matters. */
    function beginning(way: Way): Somebody | null {
      for (const { part } of way) {
        const all = those.get(part)
        if (all && all.length > 0) return chance.oneOf(all)
      }
      return people.length === 0 ? null : chance.oneOf(people)
    }
    function walk(from: Somebody): Somebody | null {
      let scene = sceneFor(from.asking, chance)
      let now = from
      scene.look(now.chart)
      let reached = scoreOf(scene)
      for (let change = 0; change < changes; change++) {
        scene.look(now.chart)
        if (isTold(mutant) && couldBeRecorded(pathway, now.chart)) return now
        const next = [...changesOf(scene, now, reached)]
        for (const somebody of next) {
          const there = somebody.asking === now.asking ? scene : sceneFor(somebody.asking, chance)
          there.look(somebody.chart)
          if (isTold(mutant) && couldBeRecorded(pathway, somebody.chart)) return somebody
          const score = scoreOf(there)
          if (score > reached || (score === reached && chance.below(3) === 0)) {
            ;[now, reached, scene] = [somebody, score, there]
            break
          }
        }
      }
      return null
    }
    /** How near: the nearest part to the mistake that matters, and whether the mistake makes a difference there. */
    function scoreOf(scene: Scene): number {
      const at = way.findIndex(({ part }) => matters(part))
      return (at < 0 ? 0 : way.length - at) * 2 + (differs(scene) ? 1 : 0)
    }
    function differs(scene: Scene): boolean {
      if (changedRules.length > 0)
        return changedRules.every((rule) => {
          const node = plan.nodeOf.get(rule)
          return node !== undefined && atOf(scene, [node]).some((at) => asked.truth(node, at) !== 0)
        })
      if (own === undefined || by === undefined) return false
      if (!isTruth(plan.nodes[own] as PlanNode) || !isTruth(plan.nodes[by] as PlanNode)) return false
      return atOf(scene, [own, by]).some((at) => asked.truth(own, at) !== asked.truth(by, at))
    }
    function* changesOf(scene: Scene, now: Somebody, reached: number): Generator<Somebody> {
      if (numbers.length > 0 && chance.below(6) === 0) {
        const { id, min, max, default: usual } = chance.oneOf(numbers)
        const value = Math.min(max, Math.max(min, chance.oneOf([min, max, usual - 1, usual, usual + 1])))
        yield { chart: now.chart, asking: { ...now.asking, policy: { ...now.asking.policy, [id]: value } } }
      }
      const nearest = way.length - (reached >> 1)
      const beside = nearest === 0 ? [] : besideOf(nearest)
      const isInside = beside.length === 0 || chance.below(3) === 0
      if (isInside && inside.length === 0) return
      const { node, as } = isInside ? { node: chance.oneOf(inside), as: null } : chance.oneOf(beside)
      const wanted = as !== null && chance.below(4) > 0 ? as : chance.oneOf([truths.no, truths.unknown, truths.yes])
      const found = waysTo(aimAt(scene, node, wanted), scene)
      const few = found.length <= 4 ? found : [0, 1, 2, 3].map(() => chance.oneOf(found))
      for (const chart of few) yield { chart, asking: now.asking }
    }
    /** What else is asked where the nearest part that matters asks for the next one, and how it would not stand in the way. */
    function besideOf(nearest: number): readonly Readonly<{ node: NodeIndex; as: number | null }>[] {
      const found: { node: NodeIndex; as: number | null }[] = []
      for (let at = Math.min(nearest, way.length - 1); at >= 0; at--) {
        const { part } = way[at] as Way[number]
        for (const { asks, idle } of asksOf(part)) {
          const node = on.has(asks) || changedRules.includes(asks) ? undefined : plan.nodeOf.get(asks)
          if (node !== undefined) found.push({ node, as: idle })
        }
        if (at < nearest && isCondition(part)) break
      }
      return found
    }
  }

  /** Where these are asked: of the person, or of each entry. */
  function atOf({ entriesOf }: Scene, nodes: readonly NodeIndex[]): readonly number[] {
    const within = nodes.map((node) => (plan.nodes[node] as PlanNode).within).find((room) => room !== null)
    return within === undefined || within === null ? [-1] : [...entriesOf(within).keys()]
  }
  function aimAt({ entriesOf }: Scene, node: NodeIndex, as: number): Aim {
    const { within } = plan.nodes[node] as PlanNode
    if (within === null) return truthAim(node, as, -1)
    const there = entriesOf(within).length
    return there === 0 || chance.below(6) === 0
      ? addAim(within, as === truths.yes ? [node] : [])
      : truthAim(node, as, chance.below(there))
  }

  /** Everything about a part that may be no, unknown or yes. */
  function below(root: NodeIndex | undefined): readonly NodeIndex[] {
    const seen = new Set<NodeIndex>()
    const visit = (index: NodeIndex): void => {
      if (seen.has(index) || seen.size > 400) return
      seen.add(index)
      for (const one of mentionedBy(plan.nodes[index] as PlanNode)) visit(one)
    }
    if (root !== undefined) visit(root)
    return [...seen]
  }
}

/** What a condition or decision asks itself, and how each part comes out where another one settles it. */
function asksOf(part: object): readonly Readonly<{ asks: Condition; idle: number | null }>[] {
  const all = (asks: readonly Condition[], idle: number | null) => asks.map((one) => ({ asks: one, idle }))
  if (isCondition(part)) {
    const idle = part.kind === 'any' ? truths.no : part.kind === 'all' ? truths.yes : null
    return all(childrenOf(part).filter(isCondition), idle)
  }
  const { needs, others } = asksIn(part)
  return [...all(needs, truths.yes), ...all(others, truths.no)]
}

/** The needs of a gate; and whatever else a decision asks. */
function asksIn(part: object): Readonly<{ needs: readonly Condition[]; others: readonly Condition[] }> {
  const body = isDecision(part) ? part.body : null
  if (body?.kind === 'ranked') return { needs: [], others: body.rules.map(({ when }) => when) }
  if (body?.kind !== 'gate') return { needs: [], others: [] }
  return { needs: body.needs.map(({ needs }) => needs), others: body.limits.map(({ when }) => when) }
}

/** What the rules ask that are dropped, exchanged or answer otherwise. */
function rulesChanged({ part, by }: Mutant): readonly Condition[] {
  const [before, after] = [rulesIn(part), rulesIn(by as object)]
  const changed = before.filter((rule, i) => rule !== after[i])
  const few = after.length < before.length ? changed.slice(0, 1) : changed
  return few.map(({ when }) => when)
}
const rulesIn = (decision: object): readonly (Rule | Limit)[] => {
  const body = isDecision(decision) ? decision.body : null
  return body?.kind === 'ranked' ? body.rules : body?.kind === 'gate' ? body.limits : []
}

type Held = Readonly<{ yes: Changed; no: Changed }>
const heldAt = (mutant: Mutant, part: object): Held => ({ yes: mutant.held(part, 'yes'), no: mutant.held(part, 'no') })

/** From the changed part to what is told, by the shortest way: whatever can be held at yes or no. */
type Way = readonly Readonly<{ part: object }>[]

function wayOf(mutant: Mutant): Way {
  const shows = new Set<object>(mutant.shows().map(({ node }) => node))
  const from = new Map<object, object | null>([[mutant.part, null]])
  let end: object | null = null
  for (const node of from.keys()) {
    if (shows.has(node)) {
      end = node
      break
    }
    for (const parent of mutant.above(node)) if (!from.has(parent)) from.set(parent, node)
  }
  const way: { part: object }[] = []
  for (let node = end; node; node = from.get(node) ?? null) way.unshift({ part: node })
  const [first] = isCondition(mutant.part)
    ? []
    : [conditionOf(mutant.part), ...rulesChanged(mutant)].filter((one) => one !== null)
  return first ? [{ part: first }, ...way] : way
}
