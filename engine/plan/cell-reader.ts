import { dated, type EntryFunction } from './kernel.ts'
import type { Place } from './layout.ts'
import type { NodeIndex, Plan, PlanParameters } from './plan.ts'
import type { Sheet } from './sheet.ts'

export type EvaluationState = Readonly<{ epoch: number; sheet: Sheet; asking: PlanParameters }>

/** Typed access to the cells of the current sheet. */
export type CellReader = Readonly<{
  cell: (place: Place) => EntryFunction
  date: (place: Place) => EntryFunction
  observed: (place: Place) => EntryFunction
  entryDate: (entryKind: number) => EntryFunction
  /** Reads have no side effects, so callers may read cells directly. */
  isAsWritten: boolean
}>

/** The parts of a plan that closures need. */
export type PlanShape = Pick<Plan, 'layout' | 'decisions'>

export type ClosureContext = Readonly<{
  plan: PlanShape
  asks: readonly EntryFunction[]
  now: EvaluationState
  decide: (decision: number, entry: number) => number
  reading: CellReader
}>

export function cellReader(plan: PlanShape, now: EvaluationState): CellReader {
  const widthOf = (entryKind: number): number =>
    (plan.layout.entryKinds[entryKind] as (typeof plan.layout.entryKinds)[number]).row.width
  const spanAt = (entryKind: number | null, at: number): EntryFunction => {
    if (entryKind === null) return () => dated(now.sheet.person, at)
    const width = widthOf(entryKind)
    return (entry) => dated(now.sheet.rows[entryKind] as Int32Array, entry * width + at)
  }
  return {
    cell: ({ entryKind, cell }) => {
      if (entryKind === null) return () => now.sheet.person[cell] as number
      const width = widthOf(entryKind)
      return (entry) => (now.sheet.rows[entryKind] as Int32Array)[entry * width + cell] as number
    },
    date: ({ entryKind, cell }) => spanAt(entryKind, cell),
    observed: ({ entryKind, observed }) => spanAt(entryKind, observed as number),
    entryDate: (entryKind) => spanAt(entryKind, 0),
    isAsWritten: true,
  }
}

/** Access to the functions of operands and to all entries of a kind. */
export function operandAccess({ plan, asks, now }: Pick<ClosureContext, 'plan' | 'asks' | 'now'>) {
  return {
    ask: (index: NodeIndex): EntryFunction => asks[index] as EntryFunction,
    rowsOf: (entryKind: number) => ({
      cells: now.sheet.rows[entryKind] as Int32Array,
      width: (plan.layout.entryKinds[entryKind] as (typeof plan.layout.entryKinds)[number]).row.width,
      count: now.sheet.counts[entryKind] as number,
    }),
    count: (entryKind: number): number => now.sheet.counts[entryKind] as number,
  }
}
