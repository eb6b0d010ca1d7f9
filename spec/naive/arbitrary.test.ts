import { type Condition, childrenOf, conditionsOf, type DateTerm, type NumberTerm } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from './arbitrary.ts'
import { naiveAnswers, naiveTerm, naiveTruth } from './naive.ts'

type Node = Condition | DateTerm | NumberTerm

const aboutEntries = ['some', 'recent', 'count', 'sum', 'latest-date', 'first-date', 'run-length', 'proposed']
const dateKinds = [
  'date-of',
  'recorded',
  'latest-date',
  'first-date',
  'as-of',
  'shifted',
  'earliest',
  'latest',
  'provided',
]
const numberKinds = [
  'number',
  'policy',
  'quantity',
  'days-between',
  'years-between',
  'count',
  'sum',
  'plus',
  'times',
  'run-length',
]
const isTerm = (node: Node): node is DateTerm | NumberTerm => [...dateKinds, ...numberKinds].includes(node.kind)

/** The nodes that can be asked of the person alone: not those inside a condition about an entry. */
const nodesOf = (node: Node): Node[] => [
  node,
  ...(aboutEntries.includes(node.kind) ? [] : childrenOf(node).flatMap((child) => nodesOf(child))),
]

/** How often each kind of node and each manner of decision came out how, over a fixed sample. */
function outcomes(): Record<string, number> {
  const seen: Record<string, number> = {}
  const count = (what: string): void => {
    seen[what] = (seen[what] ?? 0) + 1
  }
  for (const { pathway, chart, asking } of fc.sample(cases, { numRuns: 3600, seed: 1 })) {
    const answers = naiveAnswers(pathway, chart, asking)
    for (const decision of pathway.decisions.filter((d) => d.scope === 'patient')) {
      const answer = answers[decision.id]!
      const level = decision.boldness?.findIndex((l) => l.includes(answer))
      const manner =
        decision.body.kind === 'gate' && decision.body.behind !== null ? 'gate behind a gate' : decision.body.kind
      if (level !== undefined) count(`${manner}: level ${level}`)
      else count(`${manner}: ${answer === decision.undetermined ? 'undetermined' : 'determined'}`)
      if (decision.body.kind === 'fold') continue
      for (const node of conditionsOf(decision).flatMap(nodesOf)) {
        if (!isTerm(node)) count(`${node.kind}: ${naiveTruth(node, pathway, chart, asking)}`)
        else {
          const value = naiveTerm(node, pathway, chart, asking)
          count(`${node.kind}: ${typeof value === 'string' ? value : value.lo === value.hi ? 'one number' : 'a span'}`)
        }
      }
    }
  }
  return seen
}

const times = (kinds: readonly string[], results: readonly string[]): string[] =>
  kinds.flatMap((kind) => results.map((result) => `${kind}: ${result}`))

describe('the made-up pathways and charts', () => {
  const seen = outcomes()
  if (process.env.FACIALIS_SHOW) console.table(Object.fromEntries(Object.entries(seen).sort()))

  it('bring every kind of condition to every truth it can have', () => {
    const threeWays = ['is', 'has', 'compare', 'all', 'any', 'not', 'decided', 'some', 'recent', 'named']
    const expected = [
      ...times(threeWays, ['yes', 'no', 'unknown']),
      ...times(['established', 'unanswered'], ['yes', 'no']),
      'always: yes',
    ]
    expect(expected.filter((outcome) => (seen[outcome] ?? 0) < 5)).toEqual([])
  })

  it('bring every kind of term to every value it can have', () => {
    const withoutEntries = ['date-of', 'recorded']
    const overEntries = [
      'latest-date',
      'first-date',
      'shifted',
      'earliest',
      'latest',
      'provided',
      'days-between',
      'years-between',
    ]
    const expected = [
      ...times(withoutEntries, ['one number', 'a span', 'unknown']),
      ...times([...overEntries, 'run-length', 'plus'], ['one number', 'a span', 'unknown', 'not-applicable']),
      ...times(['times'], ['one number', 'a span', 'unknown']),
      ...times(['quantity'], ['one number', 'unknown']),
      ...times(['count'], ['one number', 'a span']),
      ...times(['sum'], ['one number', 'a span', 'unknown']),
      ...times(['number', 'policy', 'as-of'], ['one number']),
    ]
    expect(expected.filter((outcome) => (seen[outcome] ?? 0) < 3)).toEqual([])
  })

  it('reach every level of boldness and both sides of undetermined', () => {
    const expected = [
      ...times(['ranked', 'fold'], ['level 0', 'level 1', 'level 2', 'undetermined', 'determined']),
      ...times(['gate', 'gate behind a gate'], ['level 0', 'level 1', 'level 2']),
    ]
    expect(expected.filter((outcome) => (seen[outcome] ?? 0) < 10)).toEqual([])
  })
})
