import { memoiseWeak } from '@facialis/language'
import { type CellReader, cellReader, type EvaluationState, type PlanShape } from '../plan/cell-reader.ts'
import { functionsOf } from '../plan/closures.ts'
import type { EntryFunction } from '../plan/kernel.ts'
import { blank, isWord, noWord, type Place } from '../plan/layout.ts'
import type { NodeIndex, Plan, PlanParameters } from '../plan/plan.ts'
import type { Sheet } from '../plan/sheet.ts'

/** A fact about the person, or a field of the entry at this row. */
export type Read = Readonly<{ place: Place; row: number }>
export type IsAssumed = (place: Place, row: number) => boolean

/** Asks what a condition comes to, and tells of what it came upon on the way. */
export type Probing = (
  asked: Readonly<{ node: NodeIndex; row: number; sheet: Sheet; asking: PlanParameters; isAssumed: IsAssumed }>,
) => Readonly<{
  truth: number
  /** The first that is not known and not assumed; where none is and the truth is open, the first vague date. */
  open: Read | null
}>

/** Made once for each plan. */
export const probingOf: (plan: Plan) => Probing = memoiseWeak(probingBy)

function probingBy(plan: Plan): Probing {
  let isAssumed: IsAssumed = () => false
  let unknown: Read | null = null
  let vague: Read | null = null

  const noting = (made: PlanShape, now: EvaluationState): CellReader => {
    const plain = cellReader(made, now)
    /** Looks at the place itself, whatever is read of it. */
    const noted = (place: Place, read: EntryFunction): EntryFunction => {
      const value = plain.cell(place)
      const nothing = isWord(place.fact) ? noWord : blank
      const isDate = place.fact.type === 'date' && place.entryKind === null
      return (row) => {
        const lo = value(row)
        if (lo === nothing) {
          if (unknown === null && !isAssumed(place, row)) unknown = { place, row }
        } else if (
          isDate &&
          vague === null &&
          (now.sheet.person[place.cell + 1] as number) > lo &&
          !isAssumed(place, row)
        )
          vague = { place, row }
        return read(row)
      }
    }
    return {
      cell: (place) => noted(place, plain.cell(place)),
      date: (place) => noted(place, plain.date(place)),
      observed: (place) => noted(place, plain.observed(place)),
      entryDate: plain.entryDate,
      isAsWritten: false,
    }
  }
  const functions = functionsOf(plan, noting)

  return ({ node, row, sheet, asking, isAssumed: assumed }) => {
    isAssumed = assumed
    unknown = null
    vague = null
    functions.begin(sheet, asking)
    const truth = functions.ask(node, row)
    return { truth, open: unknown ?? (truth === 1 ? vague : null) }
  }
}
