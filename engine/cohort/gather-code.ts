import { blank } from '../plan/layout.ts'
import { type Code, i32, moduleBytes, op, v128, vector, type Writing, type Written, writing } from './assembler.ts'
import { type Columns, columnBytes, planeBytes, type RecordColumns, there } from './columns.ts'
import { advance, laneLoop } from './lane-loop.ts'
import { cellsOf, type MemoryMap, personShape, type RecordShape, slotShape } from './memory-map.ts'
import { maskOf } from './reading.ts'

/**
 * Makes columns of the rows of a record: `(rows, record, group, free)`, all of them addresses, the last of where columns of
 * numbers may go. Whose row is there stands in the record already, and counts: what stands in a row of nobody does not. Gives
 * the address behind the last column.
 */
export type MakesColumns = (rows: number, record: number, group: number, free: number) => number

export const personColumns = 'person'
export const roomColumns = (room: number): string => `room ${room}`

/** A WebAssembly module with a function `MakesColumns` for the person and for each kind of entry. */
export function gatherModule(columns: Columns, map: MemoryMap): Uint8Array<ArrayBuffer> {
  const common = [turning(), ofWord(), ofAnyValue(), ofMember(), ofNumbers(map.nothing)]
  return moduleBytes([
    ...common,
    columnsOf(columns.person, personShape(columns), map, personColumns),
    ...columns.rooms.map((record, room) => columnsOf(record, slotShape(record), map, roomColumns(room))),
  ])
}
const [turn, word, anyValue, member, numbers] = [0, 1, 2, 3, 4]

function columnsOf(record: RecordColumns, shape: RecordShape, map: MemoryMap, exported: string): Written {
  const write = writing(4)
  const [rows, at, group, free] = [0, 1, 2, 3]
  const planes = [op.get(at), op.const(shape.planes), op.add]
  const plane = (index: number) => [op.get(at), op.const(shape.planes + planeBytes * index), op.add]
  const column = (cell: number): Code => op.const(map.turned + columnBytes * cell)
  write.emit(op.get(rows), op.const(cellsOf(record.width)), op.const(map.turned), op.call(turn))
  for (const { cell, plane: first, bits, codes } of record.words)
    write.emit(
      ...[column(cell), ...planes, ...plane(first), op.const(bits)],
      ...[vector.bytesConst([...codes.subarray(0, 16)]), vector.bytesConst([...codes.subarray(16)]), op.call(word)],
    )
  for (const { cell, known, members } of record.sets) {
    write.emit(column(cell), ...planes, ...plane(known), op.call(anyValue))
    for (const { bit, plane: index } of members)
      write.emit(column(cell), ...planes, ...plane(index), op.const(31 - bit), op.call(member))
  }
  for (const { cell, plane: index } of record.knowns)
    write.emit(column(cell), ...planes, ...plane(index), op.call(anyValue))
  for (const [index, { lo, hi }] of record.numbers.entries())
    write.emit(
      ...[column(lo), column(hi), ...planes, op.get(at), op.const(shape.pointers + 8 * index), op.add],
      ...[op.get(group), op.get(free), op.call(numbers), op.set(free)],
    )
  write.emit(op.get(free))
  return { signature: { takes: [i32, i32, i32, i32], gives: [i32] }, body: write.bytes(), exported }
}

/** Rows one after the other, so many numbers each, into columns one after the other: four rows of four at a time. */
function turning(): Written {
  const write = writing(3)
  const [from, cells, to] = [0, 1, 2]
  const [row, left, into, stride] = [write.local(i32), write.local(i32), write.local(i32), write.local(i32)]
  const vectors = (count: number): readonly number[] => Array.from({ length: count }, () => write.local(v128))
  const four = vectors(4)
  const halves = vectors(4)
  const [a, b, c, d] = four as [number, number, number, number]
  const [low, lower, high, higher] = halves as [number, number, number, number]
  write.emit(op.get(cells), op.const(4), op.mul, op.set(stride), op.get(cells), op.set(left), op.loop)
  write.emit(op.get(from), op.set(row), op.get(to), op.set(into), op.loop)
  for (const local of four)
    write.emit(op.get(row), vector.load(0), op.set(local), op.get(row), op.get(stride), op.add, op.set(row))
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

/** Sixteen people of a column, as far as a loop through all of them has come. */
type Sixteen = Readonly<{
  /** Four of the sixteen numbers, on the stack. */
  four: (part: number) => readonly Code[]
  /** Two bytes of the plane of those whose row is there. */
  present: readonly Code[]
  /** The address of two bytes, as far from the beginning of a plane. */
  bytesOf: (plane: number) => readonly Code[]
}>

/** Goes through a column, sixteen people at a time; of the planes of a record the address. */
function bySixteen(write: Writing, column: number, planes: number, inside: (sixteen: Sixteen) => void): void {
  const at = write.local(i32)
  const bytesOf = (plane: number) => [op.get(plane), op.get(at), op.add]
  write.emit(op.const(0), op.set(at), op.loop)
  inside({
    four: (part) => [op.get(column), vector.load(16 * part)],
    present: [...bytesOf(planes), op.loadHalf(planeBytes * there)],
    bytesOf,
  })
  write.emit(...advance(column, 64), ...advance(at, 2), op.get(at), op.const(planeBytes), op.lessThan)
  write.emit(op.branchIf(0), op.end)
}

/** Sixteen bytes of four times four numbers. */
const asBytes = (four: (part: number) => readonly Code[]): readonly Code[] => [
  ...four(0),
  ...four(1),
  vector.toHalves,
  ...four(2),
  ...four(3),
  vector.toHalves,
  vector.toBytes,
]

/** Of words the planes of their codes: `(column, planes, into, bits, codes of the first 16 positions, codes of the others)`. */
function ofWord(): Written {
  const write = writing(6)
  const [column, planes, into, bits, first, second] = [0, 1, 2, 3, 4, 5]
  const [codes, present, plane, left] = [write.local(v128), write.local(i32), write.local(i32), write.local(i32)]
  bySixteen(write, column, planes, ({ four, present: whose, bytesOf }) => {
    const positions = codes
    write.emit(...asBytes(four), op.set(positions))
    // What is not known stands at no position, and has code 0.
    write.emit(op.get(first), op.get(positions), vector.bytesAt)
    write.emit(op.get(second), op.get(positions), vector.bytesConst(Array(16).fill(16)), vector.subBytes)
    write.emit(vector.bytesAt, vector.or, op.set(codes), ...whose, op.set(present))
    write.emit(...bytesOf(into), op.set(plane), op.get(bits), op.set(left))
    // The highest bit of each byte is the one that is told; the codes are pushed up, and down again bit by bit.
    write.emit(op.loop, op.get(plane), op.get(codes), op.const(7), op.get(bits), op.sub, op.get(left), op.add)
    write.emit(vector.shiftBytesLeft, vector.bytesBitmask, op.get(present), op.and, op.storeHalf(0))
    write.emit(...advance(plane, planeBytes), ...advance(left, -1), op.get(left), op.branchIf(0), op.end)
  })
  return { signature: { takes: [i32, i32, i32, i32, v128, v128], gives: [] }, body: write.bytes(), exported: null }
}

/** The plane of those of whom something is known: `(column, planes, into)`. */
const ofAnyValue = (): Written => ofSigns(3, [vector.const(blank), vector.unequal])

/** The plane of those whose set has a member: `(column, planes, into, by how much its bit is pushed up to be the highest)`. */
const ofMember = (): Written => ofSigns(4, [op.get(3), vector.shiftLeft])

/** The plane of those whose number has its highest bit set once this was done to it. */
function ofSigns(parameters: 3 | 4, done: readonly Code[]): Written {
  const write = writing(parameters)
  const [column, planes, into] = [0, 1, 2]
  bySixteen(write, column, planes, ({ four, present, bytesOf }) => {
    const signs = asBytes((part) => [...four(part), ...done])
    write.emit(...bytesOf(into), ...signs, vector.bytesBitmask, ...present, op.and, op.storeHalf(0))
  })
  return { signature: { takes: Array(parameters).fill(i32), gives: [] }, body: write.bytes(), exported: null }
}

/**
 * Columns of first and last days: `(column of the first, of the last, planes, pointers, group, free)`. Where the two are the same
 * one column is kept, and none where nothing is known of anybody.
 */
function ofNumbers(nothing: number): Written {
  const write = writing(6)
  const [first, last, planes, pointers, group, free] = [0, 1, 2, 3, 4, 5]
  const [isKnown, isRough] = [write.local(i32), write.local(i32)]
  const [value, other, isThere, known, rough] = [0, 1, 2, 3, 4].map(() => write.local(v128)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const orElseNothing = [op.const(nothing), op.get(isKnown), op.choose]
  for (const any of [known, rough]) write.emit(vector.const(0), op.set(any))
  laneLoop(write, (loop) => {
    const at = (column: number) => [op.get(column), op.get(loop.at), op.add]
    const orBlank = (mask: number) => [vector.const(blank), op.get(mask), vector.choose]
    const whose = [op.get(planes), op.get(loop.word), op.add, op.load(planeBytes * there), op.get(loop.shift)]
    const present = maskOf(loop, [...whose.flat(), ...op.shiftRight])
    loop.emit(...at(free), ...at(first), vector.load(0), ...orBlank(present), op.keep(value), vector.store(0))
    loop.emit(op.get(value), vector.const(blank), vector.unequal, op.keep(isThere))
    loop.emit(op.get(known), vector.or, op.set(known))
    loop.emit(...at(free), ...at(last), vector.load(0), ...orBlank(isThere), op.keep(other), vector.store(columnBytes))
    loop.emit(op.get(rough), op.get(value), op.get(other), vector.unequal, vector.or, op.set(rough))
    return []
  })
  write.emit(op.get(known), vector.anySet, op.set(isKnown), op.get(rough), vector.anySet, op.set(isRough))
  write.emit(op.get(pointers), op.get(free), ...orElseNothing, op.get(group), op.sub, op.store(0))
  write.emit(op.get(pointers), op.get(free), op.const(columnBytes), op.add, op.get(free), ...orElseNothing)
  write.emit(op.get(isRough), op.choose, op.get(group), op.sub, op.store(4))
  write.emit(op.get(free), op.get(isKnown), op.get(isRough), op.add, op.const(columnBytes), op.mul, op.add)
  return { signature: { takes: [i32, i32, i32, i32, i32, i32], gives: [i32] }, body: write.bytes(), exported: null }
}
