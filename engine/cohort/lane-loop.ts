import { type Code, i32, op, v128, vector, type Writing } from './assembler.ts'
import { columnBytes } from './columns.ts'

/**
 * Goes through the numbers of all people of a group, four at a time: one of each of the four words of a plane, those of the
 * highest bits first, as they stand in a column. So a plane is read, and another is made, by doubling it each time, and
 * nothing is moved from one of the four to another.
 */
export type LaneLoop = Readonly<{
  /** How many bytes of a column are behind; and how many bits of a word. */
  at: number
  behind: number
  local: () => number
  /** Done once before the loop, or behind it. */
  before: (...code: readonly Code[]) => void
  after: (...code: readonly Code[]) => void
  emit: (...code: readonly Code[]) => void
  /** The bits of the four people as masks, of a plane that is the same in the whole loop. Asked once each time. */
  masks: (plane: Code) => number
  /** Masks of the four people become their bits of a plane that is kept; `whole` is done to it behind the loop. */
  keep: (masks: Code, at: Readonly<{ address: Code; offset: number }>, whole?: Code) => void
  writing: Writing
}>

/** Writes a loop, which `inside` fills. */
export function laneLoop(writing: Writing, inside: (loop: LaneLoop) => void): void {
  const [at, behind] = [writing.local(i32), writing.local(i32)]
  const local = () => writing.local(v128)
  const before: Code[] = []
  const body: Code[] = []
  const after: Code[] = []
  const doubled = (plane: number): Code => [...op.get(plane), ...op.get(plane), ...vector.add]
  inside({
    at,
    behind,
    writing,
    local,
    before: (...code) => void before.push(...code),
    after: (...code) => void after.push(...code),
    emit: (...code) => void body.push(...code),
    masks: (plane) => {
      const [rest, masks] = [local(), local()]
      before.push(plane, op.set(rest))
      body.push(op.get(rest), op.const(31), vector.shiftRight, op.set(masks), doubled(rest), op.set(rest))
      return masks
    },
    keep: (masks, { address, offset }, whole = []) => {
      const plane = local()
      before.push(vector.const(0), op.set(plane))
      // A set mask is -1.
      body.push(doubled(plane), masks, vector.sub, op.set(plane))
      after.push(address, op.get(plane), whole, vector.store(offset))
    },
  })
  writing.emit(...before, op.const(0), op.set(at), op.const(0), op.set(behind), op.loop, ...body)
  writing.emit(...advance(behind, 1), ...advance(at, 16), op.get(at), op.const(columnBytes), op.lessThan)
  writing.emit(op.branchIf(0), op.end, ...after)
}

export const advance = (local: number, by: number): readonly Code[] => [
  op.get(local),
  op.const(by),
  op.add,
  op.set(local),
]
