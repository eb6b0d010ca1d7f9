import { randomUUID } from 'node:crypto'
import { countMembers } from '@facialis/fhir/json/count-members.ts'
import { appendingTo } from './chunk-buffer.ts'
import { decodeUtf8, notUnicode } from './decode-utf8.ts'
import { DuplicateMember, placeIn } from './duplicate-member.ts'
import { type Counted, openScan, UnreadableBody } from './json-scan.ts'
import { NumberTooLarge, tooLargeIn } from './number-too-large.ts'

// More than any one resource has. What stands in a list of lists is parsed in one go, and so is what stands in no long list.
const mostAtOnce = 100_000
/** A list is read in runs of so many bytes, each of which takes well under a millisecond. */
const runOf = 64 * 1024

/** An incremental JSON parser. It throws `Unreadable` as soon as the input cannot be valid. */
export type StreamingJson = Readonly<{ take: (bytes: Buffer) => void; end: () => unknown }>

/**
 * The value that one `parse` of the whole text would give, without blocking for the whole: limits are checked as bytes arrive,
 * and a long top-level list is parsed in runs whose bytes are then released. An empty body is `undefined`.
 */
export function streamingJson(parse: (text: string) => unknown): StreamingJson {
  const scan = openScan()
  // Nobody who sends something can know it: it stands in for each list that was taken out.
  const mark = randomUUID()
  const lists: unknown[][] = []
  const frame: Buffer[] = []
  /** What has come and is not yet in `frame`, which begins at `keptFrom` of all bytes. */
  const kept: Buffer[] = []
  const keep = appendingTo(kept)
  let [keptFrom, runFrom, base] = [0, 0, 0]
  /** How much there was before the run, how much was taken out, and how much there is. */
  let runSince: Counted = nothing
  let takenOut: Counted = nothing
  let so: Counted = nothing
  let isTakenOut = false
  /** Every member has one colon: where there are more, some object names one twice, and nobody can tell which of them counts. */
  const once = (read: unknown, colons: number, twiceIn: () => readonly (string | number)[]): void => {
    if (countMembers(read) !== colons) throw new DuplicateMember(twiceIn())
  }
  const cut = (rest: Buffer, to: number, since: Counted): void => {
    const [commas, colons] = [since.commas - runSince.commas, since.colons - runSince.colons]
    if (commas > mostAtOnce) throw new UnreadableBody(413)
    takenOut = { commas: takenOut.commas + commas, colons: takenOut.colons + colons }
    const parts: Buffer[] = []
    let head = runFrom - keptFrom
    for (const part of [...kept.splice(0), rest]) {
      const own = Math.min(head, part.length)
      // Copied, so that the whole is not kept for the sake of a part.
      if (own > 0) frame.push(own === part.length ? part : Buffer.from(part.subarray(0, own)))
      if (own < part.length) parts.push(part.subarray(own))
      head -= own
    }
    const text = textOf([opens, ...parts.splice(0), closes])
    const run = parse(text)
    if (!Array.isArray(run) || run.length === 0) throw new UnreadableBody(400)
    const before = isTakenOut ? (lists.at(-1)?.length ?? 0) : 0
    const ofList = () => placeIn(textOf(frame)).slice(0, -1)
    once(run, colons, () => [...ofList(), ...placeIn(text, before)])
    const endless = tooLargeIn(text, run)
    if (endless !== null) throw new NumberTooLarge([...ofList(), Number(endless[0]) + before, ...endless.slice(1)])
    if (!isTakenOut) lists.push([])
    for (const one of run) lists.at(-1)?.push(one)
    isTakenOut = true
    keptFrom = to
  }

  return {
    take: (bytes) => {
      let from = 0
      so = scan(bytes, {
        listOpens: (at, since) => {
          runFrom = base + at + 1
          runSince = { ...since }
        },
        commaInList: (at, since) => {
          if (base + at - runFrom < runOf) return
          cut(bytes.subarray(from, at), base + at + 1, since)
          runFrom = base + at + 1
          runSince = { ...since }
          from = at + 1
        },
        listCloses: (at, since) => {
          if (!isTakenOut) return
          cut(bytes.subarray(from, at), base + at, since)
          frame.push(Buffer.from(JSON.stringify(`${mark} ${lists.length - 1}`)))
          isTakenOut = false
          from = at
        },
      })
      keep(from === 0 ? bytes : bytes.subarray(from))
      base += bytes.length
    },
    end: () => {
      if (so.commas - takenOut.commas > mostAtOnce) throw new UnreadableBody(413)
      const text = textOf([...frame.splice(0), ...kept.splice(0)])
      if (text === '') return undefined
      // Where a list that was taken out is never closed, the rest is no JSON either.
      const read = parse(text)
      once(read, so.colons - takenOut.colons, () => placeIn(text))
      const endless = tooLargeIn(text, read)
      if (endless !== null) throw new NumberTooLarge(endless)
      return lists.length === 0 ? read : putBack(read, mark, lists)
    },
  }
}

const nothing: Counted = { commas: 0, colons: 0 }
const opens = Buffer.from('[')
const closes = Buffer.from(']')
/** Its bytes are nobody's any more once it is a text: what is large is there once while it is parsed, and not three times. */
function textOf(parts: readonly Buffer[]): string {
  const text = decodeUtf8(Buffer.concat(parts))
  if (text === null) throw new UnreadableBody(400, { said: notUnicode })
  return text
}

/** Puts each list back that was taken out. It stood in no other list. */
function putBack(value: unknown, mark: string, lists: readonly unknown[][]): unknown {
  if (Array.isArray(value)) {
    const [only] = value
    return value.length === 1 && typeof only === 'string' && only.startsWith(mark)
      ? lists[Number(only.slice(mark.length))]
      : value
  }
  if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value))
      (value as Record<string, unknown>)[name] = putBack(inner, mark, lists)
  return value
}
