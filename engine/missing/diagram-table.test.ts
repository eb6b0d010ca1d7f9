import { describe, expect, it } from 'vitest'
import { type BinaryOperation, diagramTable, type UnaryOperation } from './diagram-table.ts'
import type { Diagram } from './unique-table.ts'

const all: BinaryOperation = { id: 1, of: Math.min, a: [0, -2, -1], b: [0, -2, -1], idempotent: true }
const not: UnaryOperation = { id: 2, of: (truth) => 2 - truth }
const deep = 8_000

/** As of somebody with so many entries of which nothing is known: each branching leads to the next, or to no. */
function chain(table: ReturnType<typeof diagramTable>, offset: number): Diagram {
  let so: Diagram = 2
  for (let level = deep; level > 0; level--) so = table.makeNode(2 * level + offset, [0, so, 1])
  return so
}

describe('diagrams of somebody with very many entries', () => {
  it('are joined, changed and gone through however deep they are', () => {
    const table = diagramTable()
    const [one, two] = [chain(table, 0), chain(table, 1)]
    const both = table.apply(all, one, two)
    expect(table.nodesOf(both).length).toBeGreaterThan(2 * deep)
    expect(table.applyAll('all', [one, two], (values) => Math.min(...values))).toBe(both)
    expect(table.map(not, table.map(not, both))).toBe(both)
  })

  it('are told from below: what a branching leads to stands before it', () => {
    const table = diagramTable()
    const nodes = table.nodesOf(chain(table, 0))
    expect(nodes.map(table.levelOf)).toEqual(nodes.map(table.levelOf).toSorted((a, b) => b - a))
  })
})
