import { blank } from '../plan/layout.ts'
import { type Code, i32, moduleBytes, op, v128, vector, type Written, writing } from './assembler.ts'
import { type Columns, columnBytes, planeBytes, type RecordColumns, there } from './columns.ts'
import { advance, laneLoop } from './lane-loop.ts'
import { cellsOf, type MemoryMap, personShape, type RecordShape, slotShape } from './memory-map.ts'

/**
 * Makes columns of the rows of a record: `(rows, record, group, free)`, all of them addresses, the last of where columns of
 * numbers may go. Whose row is there stands in the record already, and counts: what stands in a row of nobody does not. Gives
 * the address behind the last column.
 */
export type MakesColumns = (rows: number, record: number, group: number, free: number) => number

export const personColumns = 'person'
export const entryKindColumns = (entryKind: number): string => `room ${entryKind}`

/** A WebAssembly module with a function `MakesColumns` for the person and for each kind of entry. */
export function gatherModule(columns: Columns, map: MemoryMap): Uint8Array<ArrayBuffer> {
  const maxBits = Math.max(
    ...[columns.person, ...columns.entryKinds].flatMap(({ words }) => words.map(({ bits }) => bits)),
  )
  return moduleBytes([
    ...[transpose(), ofAnyValue(), ofMember(), ofNumbers(map.nothing)],
    ...Array.from({ length: maxBits }, (_, at) => ofWord(at + 1)),
    columnsOf(columns.person, personShape(columns), map, personColumns),
    ...columns.entryKinds.map((record, entryKind) =>
      columnsOf(record, slotShape(record), map, entryKindColumns(entryKind)),
    ),
  ])
}
const [turn, anyValue, member, numbers] = [0, 1, 2, 3]
const wordOf = (bits: number): number => numbers + bits

function columnsOf(record: RecordColumns, shape: RecordShape, map: MemoryMap, exported: string): Written {
  const write = writing(4)
  const [rows, at, group, free] = [0, 1, 2, 3]
  const planes = [op.get(at), op.const(shape.planes), op.add]
  const plane = (index: number) => [op.get(at), op.const(shape.planes + planeBytes * index), op.add]
  const column = (cell: number): Code => op.const(map.turned + columnBytes * cell)
  // Of a person of whom no fact is told there are no cells to turn.
  if (record.width > 0) write.emit(op.get(rows), op.const(cellsOf(record.width)), op.const(map.turned), op.call(turn))
  for (const { cell, plane: first, bits, codes } of record.words)
    write.emit(
      ...[column(cell), ...planes, ...plane(first)],
      ...[vector.bytesConst([...codes.subarray(0, 16)]), vector.bytesConst([...codes.subarray(16)])],
      op.call(wordOf(bits)),
    )
  for (const { cell, known, members } of record.sets) {
    write.emit(column(cell), ...planes, ...plane(known), op.call(anyValue))
    for (const { bit, plane: index } of members)
      write.emit(column(cell), ...planes, ...plane(index), op.const(31 - bit), op.call(member))
  }
  for (const { cell, plane: index } of record.knowns)
    write.emit(column(cell), ...planes, ...plane(index), op.call(anyValue))
  for (const [index, { lo, hi, known }] of record.numbers.entries())
    write.emit(
      ...[column(lo), column(hi), ...planes, ...plane(known)],
      ...[op.get(at), op.const(shape.pointers + 8 * index), op.add],
      ...[op.get(group), op.get(free), op.call(numbers), op.set(free)],
    )
  write.emit(op.get(free))
  return { signature: { takes: [i32, i32, i32, i32], gives: [i32] }, body: write.bytes(), exported }
}

/** Rows one after the other, so many numbers each, into columns one after the other: four numbers of four rows at a time. */
function transpose(): Written {
  const write = writing(3)
  const [from, cells, to] = [0, 1, 2]
  const [row, next, left, into] = [write.local(i32), write.local(i32), write.local(i32), write.local(i32)]
  const [stride, apart] = [write.local(i32), write.local(i32)]
  const vectors = (count: number): readonly number[] => Array.from({ length: count }, () => write.local(v128))
  const four = vectors(4)
  const halves = vectors(4)
  const [a, b, c, d] = four as [number, number, number, number]
  const [low, lower, high, higher] = halves as [number, number, number, number]
  write.emit(op.get(cells), op.const(4), op.mul, op.set(stride), op.get(cells), op.set(left))
  write.emit(op.get(stride), op.const(32), op.mul, op.set(apart), op.loop)
  // The last of each 32 people first: see `LaneLoop`.
  write.emit(op.get(from), op.get(apart), op.add, op.set(row), op.get(to), op.set(into), op.loop)
  write.emit(op.get(row), op.get(stride), op.sub, op.set(row), op.get(row), op.set(next))
  for (const local of four)
    write.emit(op.get(next), vector.load(0), op.set(local), op.get(next), op.get(apart), op.add, op.set(next))
  for (const [one, other, from, to] of [
    [a, b, low, high],
    [c, d, lower, higher],
  ] as const)
    write.emit(
      ...[op.get(one), op.get(other), vector.pick(0, 4, 1, 5), op.set(from)],
      ...[op.get(one), op.get(other), vector.pick(2, 6, 3, 7), op.set(to)],
    )
  for (const [column, [one, other, lanes]] of [
    [low, lower, vector.pick(0, 1, 4, 5)],
    [low, lower, vector.pick(2, 3, 6, 7)],
    [high, higher, vector.pick(0, 1, 4, 5)],
    [high, higher, vector.pick(2, 3, 6, 7)],
  ].entries() as IterableIterator<[number, [number, number, Code]]>)
    write.emit(op.get(into), op.get(one), op.get(other), lanes, vector.store(columnBytes * column))
  write.emit(...advance(into, 16), op.get(into), op.get(to), op.sub, op.const(columnBytes), op.lessThan)
  write.emit(op.branchIf(0), op.end)
  write.emit(...advance(from, 16), ...advance(to, 4 * columnBytes), ...advance(left, -4))
  write.emit(op.get(left), op.branchIf(0), op.end)
  return { signature: { takes: [i32, i32, i32], gives: [] }, body: write.bytes(), exported: null }
}

/**
 * Of words the planes of so many bits of their codes: `(column, planes, into, codes of the first 16 positions, codes of the
 * others)`. A byte of a plane belongs to eight people who stand one after the other in a column; sixteen such bytes are told
 * at once, the highest bits first.
 */
function ofWord(bits: number): Written {
  const write = writing(5)
  const [column, planes, into, first, second] = [0, 1, 2, 3, 4]
  const [at, codes] = [write.local(i32), write.local(v128)]
  const told = Array.from({ length: bits }, () => write.local(v128))
  const eight = 8 * 16
  const four = (part: number): Code => [...op.get(column), ...vector.load(part * eight)]
  write.emit(op.const(0), op.set(at), op.loop)
  write.emit(four(3), four(2), vector.toHalves, four(1), four(0), vector.toHalves, vector.toBytes, op.keep(codes))
  write.emit(op.get(codes), vector.pickBytes(Array.from({ length: 16 }, (_, byte) => (byte >> 2) + 4 * (byte & 3))))
  write.emit(op.set(codes))
  // What is not known stands at no position, and has code 0.
  write.emit(op.get(first), op.get(codes), vector.bytesAt, op.get(second), op.get(codes))
  write.emit(vector.bytesConst(Array(16).fill(16)), vector.subBytes, vector.bytesAt, vector.or, op.set(codes))
  for (const [bit, plane] of told.entries()) {
    const isSet = vector.bytesConst(Array(16).fill(1 << bit))
    write.emit(op.get(plane), op.get(plane), vector.addBytes)
    write.emit(op.get(codes), isSet, vector.and, isSet, vector.equalBytes, vector.subBytes, op.set(plane))
  }
  write.emit(
    ...advance(column, 16),
    ...advance(at, 16),
    op.get(at),
    op.const(eight),
    op.lessThan,
    op.branchIf(0),
    op.end,
  )
  for (const [bit, plane] of told.entries())
    write.emit(op.get(into), op.get(plane), present(planes), vector.and, vector.store(planeBytes * bit))
  return { signature: { takes: [i32, i32, i32, v128, v128], gives: [] }, body: write.bytes(), exported: null }
}

/** The plane of those whose row is there. */
const present = (planes: number): Code => [...op.get(planes), ...vector.load(planeBytes * there)]

/** The plane of those of whom something is known: `(column, planes, into)`. */
const ofAnyValue = (): Written => ofMasks(3, [...vector.const(blank), ...vector.equal], vector.not)

/** The plane of those whose set has a member: `(column, planes, into, by how much its bit is pushed up to be the highest)`. */
const ofMember = (): Written =>
  ofMasks(4, [...op.get(3), ...vector.shiftLeft, ...op.const(31), ...vector.shiftRight], [])

/** The plane of those whose number becomes a mask in this way, once more than that is done to the whole. */
function ofMasks(parameters: 3 | 4, masks: Code, whole: Code): Written {
  const write = writing(parameters)
  const [column, planes, into] = [0, 1, 2]
  laneLoop(write, ({ at, keep }) => {
    const numbers: Code = [...op.get(column), ...op.get(at), ...op.add, ...vector.load(0)]
    keep([...numbers, ...masks], { address: op.get(into), offset: 0 }, [...whole, ...present(planes), ...vector.and])
  })
  return { signature: { takes: Array(parameters).fill(i32), gives: [] }, body: write.bytes(), exported: null }
}

/**
 * Columns of first and last days, and the plane of those who have them: `(column of the first, of the last, planes, that plane,
 * pointers, group, free)`. Where the two are the same one column is kept, and none where nothing is known of anybody.
 */
function ofNumbers(nothing: number): Written {
  const write = writing(7)
  const [first, last, planes, known, pointers, group, free] = [0, 1, 2, 3, 4, 5, 6]
  const [isKnown, isRough] = [write.local(i32), write.local(i32)]
  const [value, open, rough] = [write.local(v128), write.local(v128), write.local(v128)]
  const orElseNothing = [op.const(nothing), op.get(isKnown), op.choose]
  write.emit(vector.const(0), op.set(rough))
  laneLoop(write, (loop) => {
    const at = (column: number) => [op.get(column), op.get(loop.at), op.add]
    const whose = loop.masks(present(planes))
    loop.emit(...at(free), ...at(first), vector.load(0), op.keep(value), vector.store(0))
    loop.emit(...at(free), ...at(last), vector.load(0), vector.store(columnBytes))
    loop.emit(op.get(value), vector.const(blank), vector.equal, op.set(open))
    loop.emit(op.get(rough), op.get(value), ...at(last), vector.load(0), vector.xor)
    loop.emit(op.get(open), vector.andNot, op.get(whose), vector.and, vector.or, op.set(rough))
    loop.keep(op.get(open), { address: op.get(known), offset: 0 }, [...vector.not, ...present(planes), ...vector.and])
  })
  write.emit(
    op.get(known),
    vector.load(0),
    vector.anySet,
    op.set(isKnown),
    op.get(rough),
    vector.anySet,
    op.set(isRough),
  )
  write.emit(op.get(pointers), op.get(free), ...orElseNothing, op.get(group), op.sub, op.store(0))
  write.emit(op.get(pointers), op.get(free), op.const(columnBytes), op.add, op.get(free), ...orElseNothing)
  write.emit(op.get(isRough), op.choose, op.get(group), op.sub, op.store(4))
  write.emit(op.get(free), op.get(isKnown), op.get(isRough), op.add, op.const(columnBytes), op.mul, op.add)
  return {
    signature: { takes: [i32, i32, i32, i32, i32, i32, i32], gives: [i32] },
    body: write.bytes(),
    exported: null,
  }
}
