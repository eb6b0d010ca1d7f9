import { createReadStream } from 'node:fs'

/** Lines of a file as they come: some thousand at once, without what ends them, and how many bytes were read for them. */
export type Lines = Readonly<{ lines: readonly string[]; bytes: number }>

const atOnce = 256 * 1024

/** Only a line feed ends a line, as NDJSON says: a text may hold any other sign. */
export async function* linesOf(file: string): AsyncGenerator<Lines> {
  let begun = ''
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: atOnce })
  let bytes = 0
  for await (const chunk of stream) {
    const lines = (begun + String(chunk)).split('\n')
    begun = lines.pop() ?? ''
    const read = stream.bytesRead - bytes
    bytes = stream.bytesRead
    yield { lines, bytes: read }
  }
  if (begun !== '') yield { lines: [begun], bytes: 0 }
}
