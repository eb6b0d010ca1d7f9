import { circuitOf } from '../circuit/circuit.ts'
import { scheduleSteps, splitBlocks } from '../circuit/schedule-steps.ts'
import type { Plan } from '../plan/plan.ts'
import { i32, moduleBytes, type Written } from './assembler.ts'
import { blockFunction } from './block-function.ts'
import { columnLeaves } from './column-leaves.ts'
import { type Columns, planeBytes } from './columns.ts'
import { gatherModule } from './gather-code.ts'
import { type MemoryMap, memoryMapOf } from './memory-map.ts'
import { ordinalFunction } from './ordinals.ts'
import { answerWriter, runner } from './runner.ts'
import { allocateWorkingMemory } from './working-memory.ts'

/** A plan's decisions as a WebAssembly module that answers for 128 people at a time. */
export type CohortProgram = Readonly<{
  bytes: Uint8Array<ArrayBuffer>
  /** Another module over the same memory, which makes columns of people's rows; see `MakesColumns`. */
  gather: Uint8Array<ArrayBuffer>
  columns: Columns
  map: MemoryMap
  /** Bytes of working planes of the person (from `map.working` on), and of one slot of each kind of entry. */
  working: number
  slots: readonly number[]
  /** Bytes that are written for each group: for each decision about the person the bits of its answer's position. */
  told: number
  /** For each decision the first of its planes among those, and how many; null where it is asked of entries. */
  codes: readonly (Readonly<{ plane: number; bits: number }> | null)[]
  /** For each decision, the position of its first answer among the counts. */
  firstCount: readonly number[]
}>

export function cohortProgram(plan: Plan, columns: Columns): CohortProgram {
  const circuit = circuitOf(plan, columnLeaves(columns))
  const map = memoryMapOf(plan)
  const told = plan.decisions.map(({ within }, index) =>
    within === null ? { answers: circuit.answers(index), code: circuit.code(index) } : null,
  )
  const roots = told.flatMap((one) => (one ? [...one.answers, ...one.code] : []))
  const steps = scheduleSteps(plan, circuit, roots)
  const space = allocateWorkingMemory(steps, map, columns)
  const context = { plan, circuit, columns, map, steps, space, complementedWires: new Set<number>() }

  const functions: Written[] = [ordinalFunction()]
  const stretches: number[] = []
  for (const piece of splitBlocks(steps.blocks)) {
    stretches.push(functions.length)
    functions.push({
      signature: { takes: [i32], gives: [] },
      body: blockFunction(piece.steps, piece.within, context),
      exported: null,
    })
  }
  let planes = 0
  const codes = told.map((one) => {
    if (one === null) return null
    planes += one.code.length
    return { plane: planes - one.code.length, bits: one.code.length }
  })
  let counted = 0
  const firstCount = plan.decisions.map(({ decision }) => {
    counted += decision.answers.length
    return counted - decision.answers.length
  })
  stretches.push(functions.length)
  functions.push(answerWriter(told, { ...context, codes, firstCount }))
  functions.push(runner(stretches, planes * planeBytes))
  return {
    bytes: moduleBytes(functions),
    gather: gatherModule(columns, map),
    columns,
    map,
    working: space.person,
    slots: space.slots,
    told: planes * planeBytes,
    codes,
    firstCount,
  }
}
