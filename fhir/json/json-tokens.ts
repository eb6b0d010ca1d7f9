import { type Bytes, bytesOfSize, margin, TextCache } from './text-cache.ts'

/** Members that hold what differs from record to record: what stands inside them is remembered instead. */
const opened = new Set(['entry', 'resource', 'component', 'contained', 'item', 'answer'])

export type Name = {
  readonly name: string
  readonly isOpened: boolean
  /** Its value is like no other. */
  readonly isId: boolean
  /** One bit; names that were met one after the other have others. */
  readonly bit: number
  /** Where it is remembered. */
  place: number
  /** The place of the name that came behind it last; none when none did. */
  next: number
  /** The place of the name that the object under it began with last; none when none did. */
  first: number
}

/** The place of no name. */
export const none = -1

const longestName = 64
const longestWord = 32

const [space, quote, colon, backslash] = [32, 34, 58, 92]
const [plus, minus, point, zero, nine, letterE] = [43, 45, 46, 48, 57, 101]
const lowerCase = 32
/** Spreads a sum of letters over all bits. */
const golden = 0x9e3779b1

/** Which bytes stand in a string as they are. */
const ordinary = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= space && byte <= 126 && byte !== quote && byte !== backslash ? 1 : 0,
)

const atOnce = 12
/** So many letters from here on: with all of them as arguments they are one string at once. */
const lettersAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(
    bytes[at] as number,
    bytes[at + 1] as number,
    bytes[at + 2] as number,
    bytes[at + 3] as number,
    bytes[at + 4] as number,
    bytes[at + 5] as number,
    bytes[at + 6] as number,
    bytes[at + 7] as number,
    bytes[at + 8] as number,
    bytes[at + 9] as number,
    bytes[at + 10] as number,
    bytes[at + 11] as number,
  )

/** A text of JSON as bytes, and the words in it, one after the other. */
export class JsonTokens {
  text: Bytes = bytesOfSize(1 << 16)
  /** How many bytes there are. */
  end = 0
  /** The next byte that nobody has read. */
  at = 0
  /** False once something was met that is not plain, or wrong: somebody else is to read the text. */
  isPlain = true
  readonly #encoder = new TextEncoder()
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  readonly #words = new TextCache<string>({ bits: 12, size: 1 << 18 })
  readonly #names = new TextCache<Name>({ bits: 11, size: 1 << 15 })
  #nextBit = 0

  begin(text: string): void {
    if (this.text.bytes.length < 3 * text.length + margin) this.text = bytesOfSize(4 * text.length)
    const { bytes } = this.text
    this.end = this.#encoder.encodeInto(text, bytes).written
    // No letter is an empty byte, so whoever looks for the end of a string finds that of the text.
    for (let at = this.end; at < this.end + margin; at++) bytes[at] = 0
    this.at = 0
    this.isPlain = true
  }

  /** Gives up: at the end of the text nothing that is expected stands, so whoever reads on comes to an end. */
  giveUp(): null {
    this.at = this.end
    this.isPlain = false
    return null
  }

  skipSpace(): void {
    const { bytes } = this.text
    // Nearly always there is none.
    if ((bytes[this.at] as number) > space) return
    let at = this.at
    for (let byte = bytes[at]; byte === space || byte === 10 || byte === 13 || byte === 9; byte = bytes[++at]);
    this.at = at
  }

  string(isId: boolean): unknown {
    const { bytes } = this.text
    const from = this.at + 1
    let at = from
    let hash = 0
    let byte = bytes[at] as number
    for (; ordinary[byte] === 1; byte = bytes[++at] as number) hash = (Math.imul(hash, 31) + byte) | 0
    if (byte !== quote) return this.#strangeString()
    this.at = at + 1
    if (isId || at === from || at - from > longestWord) return this.#letters(from, at)
    hash = Math.imul(hash, golden)
    const place = this.#words.find(hash, this.text, from, at)
    if (place >= 0 && this.#words.lengthAt(place) === at - from) return this.#words.valueAt(place)
    const word = this.#letters(from, at)
    this.#words.add(hash, this.text, from, at, word)
    return word
  }

  /** One with other letters than the plain ones, or none. */
  #strangeString(): unknown {
    const { bytes } = this.text
    const from = this.at
    for (let at = from + 1; ; ) {
      const byte = bytes[at++]
      if (byte === backslash) at++
      else if (byte === 0) return this.giveUp()
      else if (byte === quote) {
        this.at = at
        return this.#parsed(from, at)
      }
    }
  }

  #parsed(from: number, end: number): unknown {
    const text = this.#decoder.decode(this.text.bytes.subarray(from, end))
    // Half a letter has become this one on its way to bytes.
    return text.includes('\ufffd') ? this.giveUp() : JSON.parse(text)
  }

  #letters(from: number, end: number): string {
    const { bytes } = this.text
    if (end - from > longestWord) return this.#decoder.decode(bytes.subarray(from, end))
    let letters = ''
    for (let at = from; at < end; at += atOnce) letters += lettersAt(bytes, at).slice(0, end - at)
    return letters
  }

  /** The name of a member, up to its value; null for one that is not plain. Most are the one that stood there before. */
  name(expected: number): Name | null {
    if (expected !== none && this.#names.isAt(expected, this.text, this.at, this.end)) {
      this.at += this.#names.lengthAt(expected)
      this.skipSpace()
      return this.#names.valueAt(expected)
    }
    const { bytes } = this.text
    if (bytes[this.at] !== quote) return null
    const from = this.at + 1
    let at = from
    let hash = 0
    let byte = bytes[at] as number
    for (; ordinary[byte] === 1; byte = bytes[++at] as number) hash = (Math.imul(hash, 31) + byte) | 0
    if (byte !== quote) return null
    this.at = at + 1
    this.skipSpace()
    if (bytes[this.at++] !== colon || at === from || at - from > longestName) return null
    hash = Math.imul(hash, golden)
    const known = this.#names.find(hash, this.text, from - 1, this.at)
    const place = known < 0 ? this.#newName(hash, from, at) : known
    if (place < 0) return null
    this.skipSpace()
    const met = this.#names.valueAt(place)
    met.place = place
    return met
  }

  #newName(hash: number, from: number, end: number): number {
    // As the key of an object it is a name known to the whole program, and quick to set.
    const name = Object.keys({ [this.#letters(from, end)]: null })[0] as string
    if (name === '__proto__') return -1
    const isId = name === 'id' || name === 'fullUrl'
    const bit = 1 << this.#nextBit++
    const made = { name, isOpened: opened.has(name), isId, bit, place: none, next: none, first: none }
    return this.#names.add(hash, this.text, from - 1, this.at, made)
  }

  literal(text: string, value: boolean | null): unknown {
    const { bytes } = this.text
    for (let at = 0; at < text.length; at++) if (bytes[this.at + at] !== text.charCodeAt(at)) return this.giveUp()
    this.at += text.length
    return value
  }

  number(): unknown {
    const { bytes } = this.text
    const from = this.at
    while (isPartOfNumber(bytes[this.at] as number)) this.at++
    return this.at === from ? this.giveUp() : this.#parsed(from, this.at)
  }
}

const isPartOfNumber = (byte: number): boolean =>
  (byte >= zero && byte <= nine) || byte === minus || byte === plus || byte === point || (byte | lowerCase) === letterE
