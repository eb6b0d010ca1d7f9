import { hasUniqueNames } from './count-members.ts'
import { JsonTokens, type Name, none } from './json-tokens.ts'
import { TextCache } from './text-cache.ts'

/**
 * What `JSON.parse` makes of a text, and the same problem where it is none. Lists of resources, resources and their
 * components are read member by member. An object inside them whose text was met before is not read again, and what it
 * came to is shared: nothing in the result may be changed. Whatever is not plain is left to `JSON.parse`.
 */
export function parseJson(text: string): unknown {
  const plain = plainly(text)
  return plain === doubt ? JSON.parse(text) : plain
}

/**
 * The same, for whoever must not take one of two: undefined where an object names a member twice, and nobody can tell which counts.
 * @throws SyntaxError as `JSON.parse` does
 */
export function parseUnambiguousJson(text: string): unknown {
  const plain = plainly(text)
  if (plain !== doubt) return plain
  const value = JSON.parse(text)
  return hasUniqueNames(text, value) ? value : undefined
}

/** In place of a value: the text is not plain, or wrong, and somebody else is to read it. */
const doubt = Symbol('not plain')

/** What is longer is for those who have the time. */
const longest = 1 << 20
/** How far lists and objects may stand in each other. */
const deepest = 32
/** The longest text that is remembered as one. */
const longestKnown = 600

/** Of texts that hold mostly what is new, one in so many is read with what is known, in case others come. */
const seldom = 16
/** So much more may be new than known before it counts as that, and so much is looked back on. */
const patience = 5000
const lookedBack = 20_000

const [quote, comma, openList, closeList, openObject, closeObject] = [34, 44, 91, 93, 123, 125]
const [letterF, letterN, letterT] = [102, 110, 116]

/** A JSON parser that caches the strings it has parsed before. */
export class CachingParser {
  readonly #tokens = new JsonTokens()
  readonly #objects = new TextCache<unknown>({ bits: 13, size: 1 << 20 })

  #met = 0
  #missed = 0
  #turn = 0
  /** In how many objects and lists that will be remembered it stands. */
  #within = 0

  /** Where little is known, looking for it takes longer than parsing. */
  isWorthwhile(): boolean {
    if (this.#met + this.#missed > lookedBack) {
      this.#met >>= 1
      this.#missed >>= 1
    }
    if (this.#missed < this.#met + patience) return true
    this.#turn = (this.#turn + 1) % seldom
    return this.#turn === 0
  }

  parsed(text: string): unknown {
    const value = this.plain(text)
    return value === doubt ? JSON.parse(text) : value
  }

  /** The same of a text that is plain, and in which no object names a member twice; else `doubt`. */
  plain(text: string): unknown {
    return text.length > longest ? doubt : this.#read(text)
  }

  #read(text: string): unknown {
    const tokens = this.#tokens
    tokens.begin(text)
    this.#within = 0
    try {
      tokens.skipSpace()
      const value = this.#value(whole, 0)
      tokens.skipSpace()
      return tokens.isPlain && tokens.at === tokens.end ? value : doubt
    } catch (error) {
      if (error instanceof SyntaxError) return doubt
      throw error
    }
  }

  /** What stands here under this name, up to its end. */
  #value(under: Name, depth: number): unknown {
    const tokens = this.#tokens
    switch (tokens.text.bytes[tokens.at]) {
      case quote:
        return tokens.string(under.isId)
      case openObject:
        return under.isOpened && this.#within === 0 ? this.#object(under, depth) : this.#known(under, depth)
      case openList:
        return under.isOpened && this.#within === 0 ? this.#list(under, depth) : this.#known(under, depth)
      case letterT:
        return tokens.literal('true', true)
      case letterF:
        return tokens.literal('false', false)
      case letterN:
        return tokens.literal('null', null)
      default:
        return tokens.number()
    }
  }

  #object(under: Name, depth: number): unknown {
    const tokens = this.#tokens
    if (depth === deepest) return tokens.giveUp()
    const { bytes } = tokens.text
    const object: Record<string, unknown> = {}
    tokens.at++
    tokens.skipSpace()
    if (bytes[tokens.at] === closeObject) {
      tokens.at++
      return object
    }
    let name = tokens.name(under.first)
    if (name === null) return tokens.giveUp()
    under.first = name.place
    for (let bits = 0; ; ) {
      // Most are no other's, and then nobody has to look.
      if ((bits & name.bit) !== 0 && Object.hasOwn(object, name.name)) return tokens.giveUp()
      bits |= name.bit
      object[name.name] = this.#value(name, depth + 1)
      tokens.skipSpace()
      const byte = bytes[tokens.at++]
      if (byte === closeObject) return object
      if (byte !== comma) return tokens.giveUp()
      tokens.skipSpace()
      const next: Name | null = tokens.name(name.next)
      if (next === null) return tokens.giveUp()
      name.next = next.place
      name = next
    }
  }

  #list(under: Name, depth: number): unknown {
    const tokens = this.#tokens
    if (depth === deepest) return tokens.giveUp()
    const { bytes } = tokens.text
    tokens.at++
    tokens.skipSpace()
    if (bytes[tokens.at] === closeList) {
      tokens.at++
      return []
    }
    // Most hold one thing only, and need no room for more.
    let list: unknown[] | null = null
    for (;;) {
      const value = this.#value(under, depth + 1)
      if (list === null) list = [value]
      else list.push(value)
      tokens.skipSpace()
      const byte = bytes[tokens.at++]
      if (byte === closeList) return list
      if (byte !== comma) return tokens.giveUp()
      tokens.skipSpace()
    }
  }

  /** An object or a list as it is remembered, or as it will be. */
  #known(under: Name, depth: number): unknown {
    const tokens = this.#tokens
    const from = tokens.at
    const hash = hashOf(tokens, from)
    const place = this.#objects.find(hash, tokens.text, from, tokens.end)
    if (place >= 0) {
      this.#met++
      tokens.at = from + this.#objects.lengthAt(place)
      return this.#objects.valueAt(place)
    }
    this.#missed++
    this.#within++
    const isList = tokens.text.bytes[from] === openList
    const value = isList ? this.#list(under, depth) : this.#object(under, depth)
    this.#within--
    // What is shared is changed by nobody; what stands in it has been through here.
    if (tokens.isPlain && tokens.at - from <= longestKnown)
      this.#objects.add(hash, tokens.text, from, tokens.at, Object.freeze(value))
    return value
  }
}

/** What the whole text stands under. */
const whole: Name = { name: '', isOpened: true, isId: false, bit: 0, place: none, next: none, first: none }

/** Of what stands up to the first brace that closes: by then, most objects have said what sets them apart. */
function hashOf({ text: { words }, end }: JsonTokens, from: number): number {
  const last = Math.min(end, from + longestKnown)
  let hash = 0
  for (let at = from; at < last; at += 4) {
    const word = words.getInt32(at, true)
    // The highest bit of each of the four bytes that is a closing brace; of the lowest of them one can be sure.
    const others = word ^ 0x7d7d7d7d
    const closing = (others - 0x01010101) & ~others & 0x80808080
    if (closing !== 0) return Math.imul(hash ^ (word & ((closing & -closing) - 1)), 0x9e3779b1)
    hash = Math.imul(hash ^ word, 0x9e3779b1)
  }
  return hash
}

let parser: CachingParser | null = null

function plainly(text: string): unknown {
  // Whoever parses nothing keeps no room for it.
  parser ??= new CachingParser()
  return parser.isWorthwhile() ? parser.plain(text) : doubt
}
