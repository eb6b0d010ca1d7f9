/** The little of WebAssembly's binary form that is needed here. @source WebAssembly core specification 2.0, chapter 5 */

export const i32 = 0x7f
export const v128 = 0x7b
export type ValueType = typeof i32 | typeof v128
export type Code = readonly number[]

/** Unsigned LEB128. */
function unsigned(value: number): Code {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest & 0x7f
    rest >>>= 7
    bytes.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return bytes
}

/** Signed LEB128 of 32 bits. */
function signed(value: number): Code {
  const bytes: number[] = []
  let rest = value | 0
  for (;;) {
    const low = rest & 0x7f
    rest >>= 7
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low]
    bytes.push(low | 0x80)
  }
}

const simd = (op: number): Code => [0xfd, ...unsigned(op)]
const wide = (value: number): Code => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255]

/** Instructions; memory ones take an offset that is added to the address on the stack. */
export const op = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number): Code => [0x21, ...unsigned(local)],
  /** Sets a local and leaves the value on the stack. */
  keep: (local: number): Code => [0x22, ...unsigned(local)],
  call: (callee: number): Code => [0x10, ...unsigned(callee)],
  const: (value: number): Code => [0x41, ...signed(value)],
  load: (offset: number): Code => [0x28, 2, ...unsigned(offset)],
  store: (offset: number): Code => [0x36, 2, ...unsigned(offset)],
  /** Of two values and a number: the first where the number is not 0, else the second. */
  choose: [0x1b] as Code,
  add: [0x6a] as Code,
  sub: [0x6b] as Code,
  mul: [0x6c] as Code,
  shiftLeft: [0x74] as Code,
  shiftRight: [0x76] as Code,
  lessThan: [0x49] as Code,
  equalsZero: [0x45] as Code,
  and: [0x71] as Code,
  or: [0x72] as Code,
  xor: [0x73] as Code,
  countOnes: [0x69] as Code,
  block: [0x02, 0x40] as Code,
  loop: [0x03, 0x40] as Code,
  end: [0x0b] as Code,
  branchIf: (depth: number): Code => [0x0d, ...unsigned(depth)],
}

/** Instructions on 128 bits: as such, as four numbers, or as sixteen bytes. */
export const vector = {
  load: (offset: number): Code => [...simd(0x00), 4, ...unsigned(offset)],
  store: (offset: number): Code => [...simd(0x0b), 4, ...unsigned(offset)],
  const: (a: number, b = a, c = a, d = a): Code => [...simd(0x0c), ...wide(a), ...wide(b), ...wide(c), ...wide(d)],
  splat: simd(0x11),
  lane: (lane: number): Code => [...simd(0x1b), lane],
  equal: simd(0x37),
  less: simd(0x39),
  greaterOrEqual: simd(0x3f),
  greater: simd(0x3b),
  not: simd(0x4d),
  and: simd(0x4e),
  /** The first without the bits of the second. */
  andNot: simd(0x4f),
  or: simd(0x50),
  xor: simd(0x51),
  /** Of two values and a mask: the first where the mask is set, else the second. */
  choose: simd(0x52),
  anySet: simd(0x53),
  shiftLeft: simd(0xab),
  shiftRight: simd(0xac),
  add: simd(0xae),
  sub: simd(0xb1),
  mul: simd(0xb5),
  min: simd(0xb6),
  max: simd(0xb8),
  /** Whole numbers as fractions of 24 bits, and back again. */
  toFractions: simd(0xfa),
  toWhole: simd(0xf8),
  timesFraction: simd(0xe6),
  pickBytes: (bytes: readonly number[]): Code => [...simd(0x0d), ...bytes],
  /** Four numbers out of the eight of two vectors. */
  pick: (...lanes: readonly [number, number, number, number]): Code => [
    ...vector.pickBytes(lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte))),
  ],
  /** Twice as many numbers of half the size; one that does not fit becomes the nearest that does. */
  toHalves: simd(0x85),
  toBytes: simd(0x65),
  /** Of sixteen bytes those at the positions that a second sixteen name; 0 where there is no such position. */
  bytesAt: simd(0x0e),
  bytesConst: (bytes: readonly number[]): Code => [...simd(0x0c), ...bytes],
  equalBytes: simd(0x23),
  addBytes: simd(0x6e),
  subBytes: simd(0x71),
  fraction: (value: number): Code => vector.const(new Int32Array(new Float32Array([value]).buffer)[0] as number),
}

/** A function being written: parameters first, then the locals it asks for. */
export type Writing = Readonly<{
  local: (type: ValueType) => number
  emit: (...code: readonly Code[]) => void
  bytes: () => Code
}>

export function writing(parameters: number): Writing {
  const locals: ValueType[] = []
  const code: number[] = []
  return {
    local: (type) => parameters + locals.push(type) - 1,
    emit: (...parts) => {
      for (const part of parts) for (const byte of part) code.push(byte)
    },
    bytes: () => {
      const declared = [...unsigned(locals.length), ...locals.flatMap((type) => [1, type])]
      return [...unsigned(declared.length + code.length + 1), ...declared, ...code, 0x0b]
    },
  }
}

export type Signature = Readonly<{ takes: readonly ValueType[]; gives: readonly ValueType[] }>
export type Written = Readonly<{ signature: Signature; body: Code; exported: string | null }>

/** A module of functions, in the order in which they may call each other by number, over one imported memory. */
export function moduleBytes(functions: readonly Written[]): Uint8Array<ArrayBuffer> {
  const text = (name: string): Code => [name.length, ...[...name].map((letter) => letter.charCodeAt(0))]
  const section = (id: number, items: readonly Code[]): Code => {
    const content = [...unsigned(items.length), ...items.flat()]
    return [id, ...unsigned(content.length), ...content]
  }
  const exported = functions.flatMap(({ exported }, index): Code[] =>
    exported === null ? [] : [[...text(exported), 0x00, ...unsigned(index)]],
  )
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      functions.map(({ signature: { takes, gives } }) => [0x60, takes.length, ...takes, gives.length, ...gives]),
    ),
    ...section(2, [[...text('cohort'), ...text('memory'), 0x02, 0x00, 0x01]]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(7, exported),
    ...section(
      10,
      functions.map(({ body }) => body),
    ),
  ])
}
