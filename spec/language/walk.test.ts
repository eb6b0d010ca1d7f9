import {
  type Condition,
  childrenOf,
  conditionsOf,
  type DateTerm,
  type Decision,
  decisionsOf,
  type Fact,
  fact,
  factsOf,
  type NumberTerm,
  nodesOf,
  yes,
} from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from '../naive/arbitrary.ts'

type Node = Condition | DateTerm | NumberTerm

/** What is mentioned by name and stands elsewhere: a node ends there. */
const elsewhere = new Set(['fact', 'entry', 'decision'])

/** Whatever an object holds, at any depth, up to the next things of a kind; what a number of a site is, is no part of it. */
const held = (of: unknown): readonly Readonly<{ kind: string }>[] =>
  typeof of !== 'object' || of === null || ('kind' in of && of.kind === 'policy')
    ? []
    : Object.values(of).flatMap((one) =>
        typeof one === 'object' && one !== null && 'kind' in one && typeof one.kind === 'string' ? [one] : held(one),
      )
const isElsewhere = ({ kind }: Readonly<{ kind: string }>): boolean => elsewhere.has(kind)

/** Every node there is in some made-up pathways. */
function nodes(): readonly Node[] {
  const found = new Set<Node>()
  const visit = (node: Node): void => {
    if (found.has(node)) return
    found.add(node)
    for (const one of held(node)) if (!isElsewhere(one)) visit(one as Node)
  }
  for (const { pathway } of fc.sample(cases, { numRuns: 60, seed: 2 }))
    for (const decision of pathway.decisions) for (const condition of conditionsOf(decision)) visit(condition)
  return [...found]
}

describe('what a condition or term mentions', () => {
  const all = nodes()

  it('is whatever stands in it, of every kind there is', () => {
    expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThan(24)
    for (const node of all)
      expect(new Set<unknown>(childrenOf(node))).toEqual(new Set(held(node).filter((one) => !isElsewhere(one))))
  })

  it('are the facts and decisions in it and under it', () => {
    const under = (node: Node): readonly object[] =>
      held(node).flatMap((one) => (isElsewhere(one) ? [one] : under(one as Node)))
    for (const node of all) {
      const named = under(node)
      expect(decisionsOf(node)).toEqual(new Set(named.filter((one) => (one as Decision).kind === 'decision')))
      expect(factsOf(node)).toEqual(new Set(named.filter((one) => (one as Fact).kind === 'fact')))
    }
  })

  it('is looked at once, on however many ways a rule comes to it', () => {
    const ways = 200
    let shared: Condition = yes(fact.yesNo('asked', { question: '?', adverse: { g: ['yes'] } }))
    // Twice as many ways with each step: nobody walks them all.
    for (let step = 0; step < ways; step++) shared = { kind: 'all', of: [shared, shared] }
    expect([...factsOf(shared)].map(({ id }) => id)).toEqual(['asked'])
    expect(nodesOf(shared).size).toBe(ways + 1)
    expect(decisionsOf(shared).size).toBe(0)
  })
})
