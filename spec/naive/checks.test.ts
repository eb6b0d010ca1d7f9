/** The checks of a proposed entry: the engine against the naive evaluator, and what must hold of them whatever they say. */
import { checksOf, heeded } from '@facialis/engine'
import type { Chart, EntryRecord } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from './arbitrary.ts'
import { naiveChecks } from './naive.ts'

type Case = typeof cases extends fc.Arbitrary<infer One> ? One : never
const pairs = Number(process.env.FACIALIS_PAIRS ?? 2000)
const patience = 60_000 + pairs * 20

/** Any entry of a chart proposed anew, and one that nothing is known of. */
const proposals = ({ pathway, chart }: Case): readonly EntryRecord[] => {
  const bare = pathway.entries.map(
    (kind): EntryRecord => ({
      id: 'proposed',
      kind: kind.id,
      date: null,
      withdrawn: false,
      supersedes: [],
      fields: {},
      provenance: { source: 'made up' },
    }),
  )
  return [...chart.entries, ...bare]
}
const truths = (pathway: Case['pathway'], chart: Chart, proposed: EntryRecord, asking: Case['asking']) =>
  Object.fromEntries(checksOf(pathway, chart, proposed, asking).map(({ id, truth }) => [id, truth]))

describe('the checks of a proposed entry', () => {
  it(
    'come out alike in the engine and in the naive evaluator',
    () => {
      const seen: Record<string, number> = {}
      fc.assert(
        fc.property(cases, (one) => {
          const { pathway, chart, asking } = one
          for (const proposed of proposals(one)) {
            const told = truths(pathway, chart, proposed, asking)
            expect(told).toEqual(naiveChecks(pathway, chart, proposed, asking))
            for (const truth of Object.values(told)) seen[truth] = (seen[truth] ?? 0) + 1
          }
        }),
        { numRuns: Math.ceil(pairs / 2) },
      )
      for (const truth of ['yes', 'no', 'unknown']) expect(seen[truth], truth).toBeGreaterThan(20)
    },
    patience,
  )

  it('do not see an earlier version of the entry itself, and leave the chart as it is', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { pathway, chart, asking } = one
        for (const proposed of chart.entries) {
          const others = { ...chart, entries: chart.entries.filter((entry) => entry !== proposed) }
          const before = JSON.stringify(chart)
          expect(truths(pathway, chart, proposed, asking)).toEqual(truths(pathway, others, proposed, asking))
          expect(JSON.stringify(chart)).toBe(before)
        }
      }),
      { numRuns: Math.ceil(pairs / 10) },
    )
  })

  it('have their effect unless they are a plain no: unknown is heeded like yes', () => {
    fc.assert(
      fc.property(cases, (one) => {
        for (const proposed of proposals(one)) {
          const checked = checksOf(one.pathway, one.chart, proposed, one.asking)
          const { stop, confirm, note } = heeded(checked)
          expect([...stop, ...confirm, ...note].map(({ id }) => id).sort()).toEqual(
            checked
              .filter(({ truth }) => truth !== 'no')
              .map(({ id }) => id)
              .sort(),
          )
        }
      }),
      { numRuns: Math.ceil(pairs / 10) },
    )
  })

  it('never throw on a chart of another pathway', () => {
    fc.assert(
      fc.property(cases, cases, (one, other) => {
        for (const proposed of proposals(other))
          expect(() => checksOf(one.pathway, other.chart, proposed, one.asking)).not.toThrow()
      }),
      { numRuns: Math.ceil(pairs / 20) },
    )
  })
})
