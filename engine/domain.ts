import {
  type ChoiceFact,
  type Condition,
  childrenOf,
  conditionsOf,
  type DateTerm,
  type Fact,
  type NumberTerm,
  type Pathway,
} from '@facialis/language'
import type { Standing, World } from './world.ts'

type Node = Condition | DateTerm | NumberTerm

/** A number the pathway's comparisons hold a fact against, and whether it counts years. */
type Threshold = Readonly<{ term: NumberTerm; years: boolean }>
const mentionsOf = new WeakMap<Pathway, ReadonlyMap<string, readonly Threshold[]>>()

/** The fewest values of an unknown fact that between them make every comparison come out every way it can. */
export function valuesWorthTrying(fact: Fact, world: World): readonly Standing[] {
  const as = (value: Extract<Standing, { known: true }>['value']): Standing => ({
    known: true,
    value,
    date: { lo: world.asOf, hi: world.asOf },
    provenance: { source: 'assumed' },
  })
  const thresholds = (mentioned(world.pathway).get(fact.id) ?? []).map(({ term, years }) => {
    const number =
      term.kind === 'number' ? term.value : term.kind === 'policy' ? (world.policy[term.id] ?? term.default) : 0
    return years ? Math.ceil(number * 365.25) : number
  })
  switch (fact.type) {
    case 'choice':
    case 'yes-no':
      return distinguished(fact, world.pathway).map((word) => as({ word }))
    case 'set':
      // That it is answered; which members are in it, the diagram asks one by one.
      return [as({ words: [] })]
    case 'quantity': {
      const around = thresholds.flatMap((n) => [n - 1, n, n + 1]).filter((n) => n >= fact.min && n <= fact.max)
      return distinct([fact.min, fact.max, ...around]).map((number) => as({ number }))
    }
    case 'date': {
      // One day between each two thresholds, and one before each entry: what lies beyond makes no difference.
      const beforeEntries = [...world.entries.values()].flat().flatMap((e) => (e.date ? [e.date.lo - 1] : []))
      const days = [world.asOf, ...thresholds.map((n) => world.asOf - n - 1), ...beforeEntries]
      return distinct(days.filter((day) => day <= world.asOf)).map((day) => as({ date: { lo: day, hi: day } }))
    }
    case 'text':
      return []
    default:
      return fact satisfies never
  }
}

/** Of values that no condition tells apart, the first. */
function distinguished(fact: ChoiceFact, pathway: Pathway): readonly string[] {
  const sets = wordSets(pathway).get(fact.id) ?? []
  const byKind = new Map<string, string>()
  for (const value of fact.values) {
    const kind = sets.map((set) => (set.includes(value) ? '1' : '0')).join('')
    if (!byKind.has(kind)) byKind.set(kind, value)
  }
  return [...byKind.values()]
}

const wordSetsOf = new WeakMap<Pathway, ReadonlyMap<string, readonly (readonly string[])[]>>()
/** The lists of values the decisions hold each fact against. */
function wordSets(pathway: Pathway): ReadonlyMap<string, readonly (readonly string[])[]> {
  const known = wordSetsOf.get(pathway)
  if (known) return known
  const found = new Map<string, (readonly string[])[]>()
  const visit = (node: Node): void => {
    if (node.kind === 'is') found.set(node.fact.id, [...(found.get(node.fact.id) ?? []), node.values])
    for (const child of childrenOf(node)) visit(child)
  }
  for (const decision of pathway.decisions) for (const condition of conditionsOf(decision)) visit(condition)
  wordSetsOf.set(pathway, found)
  return found
}

const distinct = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b)

function mentioned(pathway: Pathway): ReadonlyMap<string, readonly Threshold[]> {
  const known = mentionsOf.get(pathway)
  if (known) return known
  const found = new Map<string, Threshold[]>()
  const visit = (node: Node): void => {
    if (node.kind === 'compare') {
      const { facts, thresholds } = inside(node)
      for (const fact of facts) found.set(fact.id, [...(found.get(fact.id) ?? []), ...thresholds])
    }
    for (const child of childrenOf(node)) visit(child)
  }
  for (const decision of pathway.decisions) for (const condition of conditionsOf(decision)) visit(condition)
  mentionsOf.set(pathway, found)
  return found
}

function inside(node: Node): Readonly<{ facts: ReadonlySet<Fact>; thresholds: readonly Threshold[] }> {
  const facts = new Set<Fact>()
  const terms: NumberTerm[] = []
  let years = false
  const visit = (n: Node): void => {
    if (n.kind === 'number' || n.kind === 'policy') terms.push(n)
    if (n.kind === 'years-between') years = true
    if (n.kind === 'quantity' || n.kind === 'date-of' || n.kind === 'recorded') facts.add(n.fact)
    for (const child of childrenOf(n)) visit(child)
  }
  visit(node)
  return { facts, thresholds: terms.map((term) => ({ term, years })) }
}
