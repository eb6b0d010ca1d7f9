import type { Ref } from '../circuit/circuit-builder.ts'
import { i32, op, v128, vector, type Written, writing } from './assembler.ts'
import { type Context, planeCode, readerAt } from './block-function.ts'
import { planeBytes, there } from './columns.ts'

type Told = Readonly<{ answers: readonly Ref[]; code: readonly Ref[] }> | null

/** Writes what came out for a group, and counts it. Takes the group and where its answers go. */
export function answerWriter(
  told: readonly Told[],
  context: Context &
    Readonly<{ codes: readonly (Readonly<{ plane: number }> | null)[]; firstCount: readonly number[] }>,
): Written {
  const { map, codes, firstCount } = context
  const write = writing(2)
  const [group, into] = [0, 1]
  const where = { group, slot: null, working: null }
  const plane = (ref: Ref) => planeCode(ref, context, where, new Map())
  const present = readerAt(context, where).column(null, there)
  const whose = write.local(v128)
  const here = write.local(v128)
  write.emit(present, op.set(whose))
  for (const [decision, one] of told.entries()) {
    if (one === null) continue
    const first = codes[decision]?.plane as number
    for (const [bit, ref] of one.code.entries())
      write.emit(op.get(into), plane(ref), op.get(whose), vector.and, vector.store((first + bit) * planeBytes))
    for (const [answer, ref] of one.answers.entries()) {
      const count = map.counts + 4 * ((firstCount[decision] as number) + answer)
      write.emit(op.const(0), op.const(0), op.load(count), plane(ref), op.get(whose), vector.and, op.set(here))
      for (const lane of [0, 1, 2, 3]) write.emit(op.get(here), vector.lane(lane), op.countOnes, op.add)
      write.emit(op.store(count))
    }
  }
  return { signature: { takes: [i32, i32], gives: [] }, body: write.bytes(), exported: null }
}

/** Goes through a list of groups: `run(list, how many, where answers go)`. */
export function runner(stretches: readonly number[], told: number): Written {
  const write = writing(3)
  const [list, left, into] = [0, 1, 2]
  const group = write.local(i32)
  write.emit(op.block, op.get(left), op.equalsZero, op.branchIf(0), op.loop, op.get(list), op.load(0), op.set(group))
  for (const callee of stretches.slice(0, -1)) write.emit(op.get(group), op.call(callee))
  write.emit(op.get(group), op.get(into), op.call(stretches.at(-1) as number))
  for (const [local, by] of [
    [list, 4],
    [into, told],
    [left, -1],
  ] as const)
    write.emit(op.get(local), op.const(by), op.add, op.set(local))
  write.emit(op.get(left), op.branchIf(0), op.end, op.end)
  return { signature: { takes: [i32, i32, i32], gives: [] }, body: write.bytes(), exported: 'run' }
}
