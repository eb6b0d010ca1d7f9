import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'

/** Some lines of a file, each of which is read only when it is asked for. They last until the next ones are asked for. */
export type Lines = Readonly<{
  many: number
  /** The first letters of a line, as far as they are of the alphabet: enough to tell of which type a resource is. */
  beginning: (at: number) => string
  /** Whether a line is UTF-8. */
  isText: (at: number) => boolean
  /** A line without what ends it. */
  text: (at: number) => string
  /** How many bytes of the file were read for them. */
  bytes: number
}>

const atOnce = 256 * 1024
const feed = 0x0a
const mark = Buffer.from('\ufeff')

/**
 * Only a line feed ends a line, as NDJSON says: a text may hold any other sign. All is read into the same place, and most
 * of it becomes no text: one of a whole piece would lie among what lasts until everything is collected.
 */
export async function* linesOf(file: string): AsyncGenerator<Lines> {
  const handle = await open(file)
  try {
    let place = Buffer.allocUnsafeSlow(atOnce)
    let [begun, bytes, isFirst] = [0, 0, true]
    for (;;) {
      // A line that is longer than all of it.
      if (begun === place.length) place = Buffer.concat([place], 2 * place.length)
      const { bytesRead } = await handle.read(place, begun, place.length - begun)
      bytes += bytesRead
      let filled = begun + bytesRead
      // Some programs begin a file with a mark that says it is UTF-8.
      if (isFirst && place.subarray(0, filled).indexOf(mark) === 0) {
        place.copyWithin(0, mark.length, filled)
        filled -= mark.length
      }
      isFirst = false
      // What stands behind the last feed goes on with what is read next, or is the last line.
      const end = bytesRead === 0 ? filled : place.subarray(0, filled).lastIndexOf(feed)
      if (bytesRead === 0 ? filled > 0 : end >= 0) {
        yield linesIn(place.subarray(0, end), bytes)
        bytes = 0
      }
      if (bytesRead === 0) return
      place.copyWithin(0, end + 1, filled)
      begun = filled - (end + 1)
    }
  } finally {
    await handle.close()
  }
}

const longestBeginning = 64

function linesIn(piece: Buffer, bytes: number): Lines {
  const begins = [0]
  for (let at = piece.indexOf(feed); at >= 0; at = piece.indexOf(feed, at + 1)) begins.push(at + 1)
  const from = (at: number): number => begins[at] as number
  const to = (at: number): number => (begins[at + 1] ?? piece.length + 1) - 1
  // Nearly always all of them are.
  const areTexts = isUtf8(piece)
  return {
    many: begins.length,
    beginning: (at) => piece.toString('latin1', from(at), Math.min(to(at), from(at) + longestBeginning)),
    isText: (at) => areTexts || isUtf8(piece.subarray(from(at), to(at))),
    text: (at) => piece.toString('utf8', from(at), to(at)),
    bytes,
  }
}
