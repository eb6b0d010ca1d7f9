import {
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

/** The numbers the pathway's comparisons hold a fact against. */
type Mentions = readonly NumberTerm[]
const mentionsOf = new WeakMap<Pathway, ReadonlyMap<string, Mentions>>()

/** The fewest values of an unknown fact that between them make every comparison come out every way it can. */
export function valuesWorthTrying(fact: Fact, world: World): readonly Standing[] {
  const as = (value: Extract<Standing, { known: true }>['value']): Standing => ({
    known: true,
    value,
    date: { lo: world.asOf, hi: world.asOf },
    provenance: { source: 'assumed' },
  })
  const mentions = mentioned(world.pathway).get(fact.id)
  const numbers = (mentions ?? []).map((n) =>
    n.kind === 'number' ? n.value : n.kind === 'policy' ? (world.policy[n.id] ?? n.default) : 0,
  )
  switch (fact.type) {
    case 'choice':
    case 'yes-no':
      return fact.values.map((word) => as({ word }))
    case 'set':
      // That it is answered; which members are in it, the diagram asks one by one.
      return [as({ words: [] })]
    case 'quantity': {
      const around = numbers.flatMap((n) => [n - 1, n, n + 1]).filter((n) => n >= fact.min && n <= fact.max)
      return distinct([fact.min, fact.max, ...around]).map((number) => as({ number }))
    }
    case 'date': {
      const entryDays = [...world.entries.values()]
        .flat()
        .flatMap((e) => (e.date ? [e.date.lo - 1, e.date.hi + 1] : []))
      const days = numbers
        .flatMap((n) => [n, n * 365 + Math.floor(n / 4) + 1])
        .flatMap((n) => [world.asOf - n - 1, world.asOf - n + 1])
      return distinct(
        [world.asOf, world.asOf - 1, world.asOf - 20000, ...days, ...entryDays].filter((d) => d <= world.asOf),
      ).map((day) => as({ date: { lo: day, hi: day } }))
    }
    case 'text':
      return []
    default:
      return fact satisfies never
  }
}

const distinct = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b)

function mentioned(pathway: Pathway): ReadonlyMap<string, Mentions> {
  const known = mentionsOf.get(pathway)
  if (known) return known
  const found = new Map<string, NumberTerm[]>()
  const about = (fact: Fact) => {
    const mentions = found.get(fact.id) ?? []
    found.set(fact.id, mentions)
    return mentions
  }
  const visit = (node: Node): void => {
    if (node.kind === 'compare') {
      const { facts, numbers } = inside(node)
      for (const fact of facts) about(fact).push(...numbers)
    }
    for (const child of childrenOf(node)) visit(child)
  }
  for (const decision of pathway.decisions) for (const condition of conditionsOf(decision)) visit(condition)
  mentionsOf.set(pathway, found)
  return found
}

function inside(node: Node): Readonly<{ facts: ReadonlySet<Fact>; numbers: readonly NumberTerm[] }> {
  const facts = new Set<Fact>()
  const numbers: NumberTerm[] = []
  const visit = (n: Node): void => {
    if (n.kind === 'number' || n.kind === 'policy') numbers.push(n)
    if (n.kind === 'quantity' || n.kind === 'date-of' || n.kind === 'recorded') facts.add(n.fact)
    for (const child of childrenOf(n)) visit(child)
  }
  visit(node)
  return { facts, numbers }
}
