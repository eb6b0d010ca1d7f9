import type { Layout } from '../plan/layout.ts'
import type { NodeIndex, TruthOp } from '../plan/plan.ts'
import type { Sheet } from '../plan/sheet.ts'
import type { DiagramTable } from './diagram-table.ts'
import type { Diagram } from './unique-table.ts'

type Recent = Extract<TruthOp, { op: 'recent' }>
type Context = Readonly<{
  table: DiagramTable
  sheet: Sheet
  layout: Layout
  ofNode: (index: NodeIndex, row: number) => Diagram
}>

/** "The latest entry but so many that … is also …", day by day: of one day nobody knows which entry came last. */
export function recentDiagrams({ table, sheet, layout, ofNode }: Context): (node: Recent) => Diagram {
  const daysOf = (entryKind: number): readonly (readonly number[])[] => {
    const { width } = (layout.entryKinds[entryKind] as (typeof layout.entryKinds)[number]).row
    const lastDay = (row: number): number => (sheet.rows[entryKind] as Int32Array)[row * width + 1] as number
    const rows = Array.from({ length: sheet.counts[entryKind] as number }, (_, row) => row)
    return [...Map.groupBy(rows, lastDay).values()]
  }
  const from = (node: Recent, days: readonly (readonly number[])[], back: number): Diagram => {
    const [day, ...older] = days
    if (!day) return 0
    const counts = day.map((row) => ofNode(node.where, row))
    const holds = day.map((row) => ofNode(node.holds, row))
    const passed = Array.from({ length: Math.min(day.length, back) + 1 }, (_, n) => from(node, older, back - n))
    return table.applyAll(`recent but ${back} of ${day.length}`, [...counts, ...holds, ...passed], (values) =>
      ofOneDay(values, day.length, back),
    )
  }
  return (node) => from(node, daysOf(node.entryKind), node.back)
}

/** See `recent` in plan/kernel.ts, here with diagrams for what is not known. */
function ofOneDay(values: readonly number[], size: number, back: number): number {
  const counts = values.slice(0, size)
  const surely = counts.filter((truth) => truth === 2).length
  const atMost = counts.filter((truth) => truth !== 0).length
  const outcomes = new Set<number>()
  if (back < atMost)
    for (const [i, truth] of counts.entries()) if (truth !== 0) outcomes.add(values[size + i] as number)
  for (let n = surely; n <= Math.min(atMost, back); n++) outcomes.add(values[2 * size + n] as number)
  const [only] = outcomes
  return outcomes.size === 1 ? (only as number) : 1
}
