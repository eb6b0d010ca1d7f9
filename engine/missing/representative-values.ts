import {
  type ChoiceFact,
  type Condition,
  childrenOf,
  conditionsOf,
  type DateTerm,
  type Day,
  type Fact,
  memoiseWeak,
  type NumberTerm,
  nodesOf,
  type Pathway,
  type Span,
} from '@facialis/language'
import type { ResolvedFact } from '../chart/resolved-chart.ts'
import { memoiseInWorld } from '../world/memoise-in-world.ts'
import type { World } from '../world/world.ts'
import { representativeSets } from './representative-sets.ts'

type Node = Condition | DateTerm | NumberTerm

/** A number the pathway's comparisons hold a fact against, and whether it counts years. */
type Threshold = Readonly<{ term: NumberTerm; years: boolean }>
/** What the decisions hold a fact against: lists of its values, and numbers. */
type Comparands = {
  values: (readonly string[])[]
  thresholds: Threshold[]
  kinds?: readonly string[]
  /** Said on one day or another, for as many days as are asked about in turn. */
  said?: Map<Day, readonly ResolvedFact[]>
}
const maxDays = 64

/** Representative values of an unknown fact: one for each equivalence class under the comparisons of all decisions. */
export const representativeValues = (fact: Fact, world: World): readonly ResolvedFact[] => memoisedValues(world, fact)

/** Every comparison about a fact asks for them anew. */
const memoisedValues = memoiseInWorld((world: World, fact: Fact): readonly ResolvedFact[] => {
  const as = (value: Extract<ResolvedFact, { known: true }>['value']): ResolvedFact => ({
    known: true,
    value,
    date: { lo: world.asOf, hi: world.asOf },
    provenance: { source: 'assumed' },
  })
  const thresholds = (): readonly number[] => thresholdsByFact(world).get(fact.id) ?? []
  switch (fact.type) {
    case 'choice':
    case 'yes-no':
      return cachedByDay(world.asOf, comparandsByFact(world.pathway).get(fact.id), () =>
        classRepresentatives(fact, world.pathway).map((word) => as({ word })),
      )
    case 'set': {
      const held = comparandsByFact(world.pathway).get(fact.id)
      return cachedByDay(world.asOf, held, () =>
        representativeSets(fact.values, held?.values ?? []).map((words) => as({ words })),
      )
    }
    case 'quantity': {
      const nearby = thresholds()
        .flatMap((n) => [n - 1, n, n + 1])
        .filter((n) => n >= fact.min && n <= fact.max)
      return distinct([fact.min, fact.max, ...nearby]).map((number) => as({ number }))
    }
    case 'date': {
      // One day between each two thresholds, and one before each entry: what lies beyond makes no difference.
      const beforeEntries = [...world.entries.values()].flat().flatMap((e) => (e.date ? [e.date.lo - 1] : []))
      const days = [world.asOf, ...thresholds().map((n) => world.asOf - n - 1), ...beforeEntries]
      const { lo, hi } = knownRange(fact, world)
      const possible = [...days, lo, hi].filter((day) => day >= lo && day <= hi && Number.isFinite(day))
      return distinct(possible).map((day) => as({ date: { lo: day, hi: day } }))
    }
    case 'text':
      return []
    default:
      return fact satisfies never
  }
})

function cachedByDay(
  day: Day,
  held: Comparands | undefined,
  make: () => readonly ResolvedFact[],
): readonly ResolvedFact[] {
  if (!held) return make()
  if (!held.said || held.said.size > maxDays) held.said = new Map()
  const before = held.said.get(day)
  if (before) return before
  const said = make()
  held.said.set(day, said)
  return said
}

/** What each fact is held against, in numbers: policy decides them, so they are worked out once for each policy. */
function thresholdsByFact(world: World): ReadonlyMap<string, readonly number[]> {
  const known = numbers.get(world.policy)
  if (known?.pathway === world.pathway) return known.of
  const of = new Map<string, readonly number[]>()
  for (const [id, { thresholds }] of comparandsByFact(world.pathway))
    of.set(
      id,
      thresholds.map(({ term, years }) => {
        const value = world.measured(term, null)
        const number = typeof value === 'string' ? 0 : value.lo
        return years ? Math.ceil(number * 365.25) : number
      }),
    )
  numbers.set(world.policy, { pathway: world.pathway, of })
  return of
}
const numbers = new WeakMap<
  World['policy'],
  Readonly<{ pathway: Pathway; of: ReadonlyMap<string, readonly number[]> }>
>()

/** Where a date may lie: up to today, or within what is known of it. */
function knownRange(fact: Fact, world: World): Span {
  const standing = world.facts.get(fact.id)
  return standing?.known && 'date' in standing.value
    ? standing.value.date
    : { lo: Number.NEGATIVE_INFINITY, hi: world.asOf }
}

/** Of values that no condition tells apart, the first. */
function classRepresentatives(fact: ChoiceFact, pathway: Pathway): readonly string[] {
  const held = comparandsByFact(pathway).get(fact.id)
  if (!held) return fact.values.slice(0, 1)
  held.kinds ??= equivalenceClasses(fact.values, held.values)
  return held.kinds
}

function equivalenceClasses(values: readonly string[], sets: Comparands['values']): readonly string[] {
  const byKind = new Map<string, string>()
  for (const value of values) {
    const kind = sets.map((set) => (set.includes(value) ? '1' : '0')).join('')
    if (!byKind.has(kind)) byKind.set(kind, value)
  }
  return [...byKind.values()]
}

const distinct = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b)

const comparandsByFact = memoiseWeak((pathway: Pathway): ReadonlyMap<string, Comparands> => {
  const found = new Map<string, Comparands>()
  const about = ({ id }: Fact): Comparands => {
    const held = found.get(id) ?? { values: [], thresholds: [] }
    found.set(id, held)
    return held
  }
  for (const node of nodesOf(...pathway.decisions.flatMap(conditionsOf))) {
    if (node.kind === 'is') about(node.fact).values.push(node.values)
    if (node.kind === 'has') about(node.fact).values.push(node.members)
    if (node.kind === 'compare') {
      const { facts, thresholds } = inside(node)
      for (const fact of facts) about(fact).thresholds.push(...thresholds)
    }
  }
  return found
})

function inside(node: Node): Readonly<{ facts: ReadonlySet<Fact>; thresholds: readonly Threshold[] }> {
  const facts = new Set<Fact>()
  const terms: NumberTerm[] = []
  let years = false
  const visit = (n: Node): void => {
    if (isConstant(n)) {
      terms.push(n as NumberTerm)
      return
    }
    if (n.kind === 'years-between') years = true
    if (n.kind === 'quantity' || n.kind === 'date-of' || n.kind === 'recorded') facts.add(n.fact)
    for (const child of childrenOf(n)) visit(child)
  }
  visit(node)
  return { facts, thresholds: terms.map((term) => ({ term, years })) }
}

/** A number that no fact can move, such as a policy number in another unit. */
const isConstant = (node: Node): boolean =>
  node.kind === 'number' || node.kind === 'policy' || (node.kind === 'times' && childrenOf(node).every(isConstant))
