import { type Code, i32, op, v128, vector, type Writing } from './assembler.ts'

/**
 * Goes through the numbers of all people of a group, four at a time. `at` counts bytes of a column, `word` bytes of a plane and
 * `shift` the bits within it.
 */
export type LaneLoop = Readonly<{
  at: number
  word: number
  shift: number
  local: () => number
  /** Done once before the loop. */
  before: (...code: readonly Code[]) => void
  emit: (...code: readonly Code[]) => void
  writing: Writing
}>

/** Writes a loop; `inside` fills it and tells which masks are to be kept as planes, and how a word of each is stored. */
export function laneLoop(
  writing: Writing,
  inside: (loop: LaneLoop) => readonly Readonly<{ mask: Code; address: Code; offset: number }>[],
): void {
  const [at, word, shift] = [writing.local(i32), writing.local(i32), writing.local(i32)]
  const before: Code[] = []
  const body: Code[] = []
  const kept = inside({
    at,
    word,
    shift,
    writing,
    local: () => writing.local(v128),
    before: (...code) => void before.push(...code),
    emit: (...code) => void body.push(...code),
  }).map((plane) => ({ ...plane, bits: writing.local(i32) }))

  writing.emit(...before, op.const(0), op.set(at), op.const(0), op.set(word), op.loop)
  for (const { bits } of kept) writing.emit(op.const(0), op.set(bits))
  writing.emit(op.const(0), op.set(shift), op.loop, ...body)
  for (const { mask, bits } of kept)
    writing.emit(mask, vector.bitmask, op.get(shift), op.shiftLeft, op.get(bits), op.or, op.set(bits))
  writing.emit(
    ...advance(at, 16),
    ...advance(shift, 4),
    op.get(shift),
    op.const(32),
    op.lessThan,
    op.branchIf(0),
    op.end,
  )
  for (const { bits, address, offset } of kept)
    writing.emit(address, op.get(word), op.add, op.get(bits), op.store(offset))
  writing.emit(...advance(word, 4), op.get(word), op.const(16), op.lessThan, op.branchIf(0), op.end)
}

export const advance = (local: number, by: number): readonly Code[] => [
  op.get(local),
  op.const(by),
  op.add,
  op.set(local),
]
