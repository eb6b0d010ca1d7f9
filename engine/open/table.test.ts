import { describe, expect, it } from 'vitest'
import type { Diagram } from './branchings.ts'
import { type Change, type Join, tableOf } from './table.ts'

const all: Join = { id: 1, of: Math.min, a: [0, -2, -1], b: [0, -2, -1], idempotent: true }
const not: Change = { id: 2, of: (truth) => 2 - truth }
const deep = 8_000

/** As of somebody with so many entries of which nothing is known: each branching leads to the next, or to no. */
function chain(table: ReturnType<typeof tableOf>, offset: number): Diagram {
  let so: Diagram = 2
  for (let level = deep; level > 0; level--) so = table.branching(2 * level + offset, [0, so, 1])
  return so
}

describe('diagrams of somebody with very many entries', () => {
  it('are joined, changed and gone through however deep they are', () => {
    const table = tableOf()
    const [one, two] = [chain(table, 0), chain(table, 1)]
    const both = table.join(all, one, two)
    expect(table.nodesOf(both).length).toBeGreaterThan(2 * deep)
    expect(table.joinAll('all', [one, two], (values) => Math.min(...values))).toBe(both)
    expect(table.change(not, table.change(not, both))).toBe(both)
  })

  it('are told from below: what a branching leads to stands before it', () => {
    const table = tableOf()
    const nodes = table.nodesOf(chain(table, 0))
    expect(nodes.map(table.levelOf)).toEqual(nodes.map(table.levelOf).toSorted((a, b) => b - a))
  })
})
