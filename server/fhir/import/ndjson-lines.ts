import { createReadStream } from 'node:fs'
import { textIn } from '../../http/unicode.ts'

/** Lines of a file as they come: some thousand at once, without what ends them, and how many bytes were read for them. Null: a line that is no UTF-8. */
export type Lines = Readonly<{ lines: readonly (string | null)[]; bytes: number }>

const atOnce = 256 * 1024

/** Only a line feed ends a line, as NDJSON says: a text may hold any other sign. */
export async function* linesOf(file: string): AsyncGenerator<Lines> {
  let begun: Buffer[] = []
  let isFirst = true
  for await (const read of createReadStream(file, { highWaterMark: atOnce }) as AsyncIterable<Buffer>) {
    // Some programs begin a file with a mark that says it is UTF-8.
    const chunk = isFirst && read.indexOf(mark) === 0 ? read.subarray(mark.length) : read
    isFirst = false
    const end = chunk.lastIndexOf(feed)
    if (end < 0) begun.push(chunk)
    else {
      yield { lines: linesIn(Buffer.concat([...begun, chunk.subarray(0, end)])), bytes: chunk.length }
      begun = [chunk.subarray(end + 1)]
    }
  }
  const rest = Buffer.concat(begun)
  if (rest.length > 0) yield { lines: linesIn(rest), bytes: 0 }
}

const feed = 0x0a
const mark = Buffer.from('\ufeff')

function linesIn(bytes: Buffer): readonly (string | null)[] {
  const text = textIn(bytes)
  if (text !== null) return text.split('\n')
  // Some line is none: the others are.
  const lines: (string | null)[] = []
  for (let from = 0; from <= bytes.length; ) {
    const feedAt = bytes.indexOf(feed, from)
    const to = feedAt < 0 ? bytes.length : feedAt
    lines.push(textIn(bytes.subarray(from, to)))
    from = to + 1
  }
  return lines
}
