/** UTF-8 bytes of a text, also readable as 64-bit words. */
export type Bytes = Readonly<{ bytes: Uint8Array; words: DataView }>

/** How many bytes stand behind the end of a text, so that whoever looks at the last ones finds something there. */
export const margin = 16

export const bytesOfSize = (size: number): Bytes => {
  const bytes = new Uint8Array(size + margin)
  return { bytes, words: new DataView(bytes.buffer) }
}

/** For each text its hash, where its bytes begin and how many they are, beside each other; no bytes where there is none. */
const [hashAt, beginAt, lengthAt, noted] = [0, 1, 2, 4]

/**
 * What short texts came to, so that it need not be worked out again: records say the same few thousand things over and
 * over. A text counts as known only when every byte of it is the same; its hash says where to look. When there is no more
 * room, all is forgotten.
 */
export class TextCache<T> {
  readonly #bits: number
  readonly #size: number
  readonly #texts: Bytes
  #used = 0
  readonly #notes: Int32Array
  readonly #values: (T | undefined)[]

  /** At most 2 to the power of `bits` texts, of `size` bytes together. */
  constructor({ bits, size }: Readonly<{ bits: number; size: number }>) {
    this.#bits = bits
    this.#size = size
    this.#texts = bytesOfSize(size)
    this.#notes = new Int32Array(noted << bits)
    this.#values = new Array(1 << bits).fill(undefined)
  }

  /** The place of the text that begins here and ends by `end`; -1 when none that is known does. */
  find(hash: number, text: Bytes, from: number, end: number): number {
    const place = hash >>> (32 - this.#bits)
    if (this.#notes[place * noted + hashAt] === hash && this.isAt(place, text, from, end)) return place
    // Two that look alike stand side by side, the one that was met first in the second place.
    const beside = place ^ 1
    return this.#notes[beside * noted + hashAt] === hash && this.isAt(beside, text, from, end) ? beside : -1
  }

  /** Whether the text of this place begins here and ends by `end`. */
  isAt(place: number, { words }: Bytes, from: number, end: number): boolean {
    const length = this.#notes[place * noted + lengthAt] as number
    if (length === 0 || from + length > end) return false
    const known = this.#texts.words
    const begin = this.#notes[place * noted + beginAt] as number
    // Eight bytes as one number: no text in UTF-8 reads as a number unlike itself, or like another text.
    const last = length - 8
    for (let at = 0; at < last; at += 8)
      if (words.getFloat64(from + at, true) !== known.getFloat64(begin + at, true)) return false
    // The last eight may have been looked at in part.
    if (last >= 0) return words.getFloat64(from + last, true) === known.getFloat64(begin + last, true)
    for (let at = 0; at < length; at++) if (words.getUint8(from + at) !== known.getUint8(begin + at)) return false
    return true
  }

  valueAt(place: number): T {
    return this.#values[place] as T
  }

  lengthAt(place: number): number {
    return this.#notes[place * noted + lengthAt] as number
  }

  /** The place it stands in from now on, until others take it. */
  add(hash: number, { words }: Bytes, from: number, end: number, value: T): number {
    const length = end - from
    if (this.#used + length > this.#size) this.#forget()
    const place = hash >>> (32 - this.#bits)
    const beside = place ^ 1
    for (let note = 0; note < noted; note++)
      this.#notes[beside * noted + note] = this.#notes[place * noted + note] as number
    this.#values[beside] = this.#values[place]
    this.#notes[place * noted + hashAt] = hash
    this.#notes[place * noted + beginAt] = this.#used
    this.#notes[place * noted + lengthAt] = length
    this.#values[place] = value
    // Whole numbers, which come out as they went in; the few bytes behind the end are written over by what comes next.
    const known = this.#texts.words
    for (let at = 0; at < length; at += 4) known.setInt32(this.#used + at, words.getInt32(from + at, true), true)
    this.#used += length
    return place
  }

  #forget(): void {
    this.#used = 0
    this.#notes.fill(0)
    this.#values.fill(undefined)
  }
}
