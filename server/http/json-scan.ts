import { largestFile } from '@facialis/wire'

// Deeper than anything we take; without a limit, whoever walks the value recursively would run out of stack.
const deepest = 40
// More than anything we take. An object of a million members takes seconds to build, and nobody else is served meanwhile.
const mostMembers = 5000
const mostInList = 50_000
const mostTogether = 1_000_000
/** The largest file as letters is the longest of all texts. */
const longestText = Math.ceil(largestFile / 3) * 4 + 4

type Said = Readonly<{ code: string; sentence: string }>

/** Why something is not read: 400 for what is no JSON or nested absurdly deep, 413 for absurdly much, 415 for what is packed, 503 for now. */
export class UnreadableBody extends Error {
  readonly statusCode: 400 | 413 | 415 | 503
  /** After how many it may be sent again. */
  readonly seconds: number | undefined
  /** Where more can be said of it than its status says. */
  readonly said: Said | null
  constructor(
    statusCode: 400 | 413 | 415 | 503,
    { seconds, said = null }: { seconds?: number; said?: Said | null } = {},
  ) {
    super('no JSON, nested too deep, or too much of it')
    this.statusCode = statusCode
    this.seconds = seconds
    this.said = said
  }
}

/** How many commas and colons stand outside of all texts, so far. */
export type Counted = Readonly<{ commas: number; colons: number }>
type Told = Readonly<{ listOpens: Tell; commaInList: Tell; listCloses: Tell }>
type Tell = (at: number, so: Counted) => void

/**
 * Goes through JSON byte by byte, across the parts in which it comes, and tells of each list that stands in no other.
 * @returns what was counted so far; it is counted on in place
 */
export function openScan(): (bytes: Buffer, told: Told) => Counted {
  // Of each bracket that is open: how many commas stand in it, and how many may.
  const commas = new Uint32Array(deepest + 1)
  const most = new Uint32Array(deepest + 1).fill(mostInList)
  const so = { commas: 0, colons: 0 }
  let depth = 0
  let isInString = false
  let isEscaped = false
  /** How many bytes were seen before these, and where among all of them the text begins that is open. */
  let [seen, textFrom] = [0, 0]
  /** How deep the list is that stands in no other; 0 outside of all lists. */
  let listAt = 0

  return (bytes, { listOpens, commaInList, listCloses }) => {
    let backslash = -1
    for (let at = 0; at < bytes.length; at++) {
      if (isInString) {
        if (isEscaped) {
          isEscaped = false
          continue
        }
        // Looked for once for each, not once for each string.
        if (backslash < at) backslash = bytes.indexOf(0x5c, at)
        if (backslash < 0) backslash = bytes.length
        const quote = bytes.indexOf(0x22, at)
        const end = quote < 0 ? bytes.length : quote
        if (backslash < end) {
          isEscaped = true
          at = backslash
        } else {
          isInString = quote < 0
          at = end
        }
        continue
      }
      switch (bytes[at]) {
        case 0x22:
          isInString = true
          textFrom = seen + at
          break
        case 0x3a:
          so.colons++
          break
        case 0x2c: {
          const here = (commas[depth] ?? 0) + 1
          commas[depth] = here
          if (here >= (most[depth] ?? 0) || ++so.commas >= mostTogether) throw new UnreadableBody(413)
          if (depth === listAt && depth > 0) commaInList(at, so)
          break
        }
        case 0x5b:
        case 0x7b: {
          if (++depth > deepest) throw new UnreadableBody(400)
          const isList = bytes[at] === 0x5b
          commas[depth] = 0
          most[depth] = isList ? mostInList : mostMembers
          if (isList && listAt === 0) {
            listAt = depth
            listOpens(at, so)
          }
          break
        }
        case 0x5d:
        case 0x7d:
          if (depth === listAt && depth > 0) {
            // A list that ends like an object is none, and its frame would not show it.
            if (bytes[at] !== 0x5d) throw new UnreadableBody(400)
            listAt = 0
            listCloses(at, so)
          }
          if (depth > 0) depth--
          break
      }
    }
    seen += bytes.length
    if (isInString && seen - textFrom > longestText) throw new UnreadableBody(413)
    return so
  }
}
