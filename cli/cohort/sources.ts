import { createReadStream, type Stats } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ExitError } from '../input/exit-error.ts'
import { gzipError, isGzip, isUtf16, utf16Error } from '../input/file-signature.ts'
import type { CommandIo } from '../io/command-io.ts'

/** One file of lines, or the standard input. `bytes` is null where nobody knows how long it is. */
export type Source = Readonly<{ name: string; bytes: number | null; open: () => AsyncIterable<Uint8Array> }>

/** A file, every `.ndjson` file of a folder in the order of their names, or the standard input. */
export async function sourcesAt(path: string, io: Pick<CommandIo, 'stdin'>): Promise<readonly Source[]> {
  if (path === '-') return [{ name: 'The standard input', bytes: null, open: () => io.stdin }]
  const found = await statOf(path)
  if (!found.isDirectory()) return [await fileAt(path, found)]
  const all = await readdir(path)
  const names = all.filter((name) => name.endsWith('.ndjson')).sort()
  // Part of what was exported is not all of it.
  const packed = all.find((name) => name.endsWith('.ndjson.gz') && !names.includes(name.slice(0, -3)))
  if (packed !== undefined) throw gzipError(join(path, packed))
  if (names.length === 0) throw new ExitError(`${path} has no file whose name ends in .ndjson.`)
  return Promise.all(names.map(async (name) => fileAt(join(path, name), await statOf(join(path, name)))))
}

async function fileAt(path: string, found: Stats): Promise<Source> {
  // What is no file, a pipe for example, gives each byte once.
  if (found.isFile()) mustBeLines(path, await beginningOf(path))
  return { name: path, bytes: found.size, open: () => createReadStream(path, { highWaterMark: 1 << 20 }) }
}

/** Its first two bytes; nothing where it is shorter, or cannot be read: whoever reads on is told why, and from where on. */
async function beginningOf(path: string): Promise<Uint8Array> {
  const first = Buffer.alloc(2)
  try {
    const file = await open(path)
    const { bytesRead } = await file.read(first, 0, 2).finally(() => file.close())
    return bytesRead < 2 ? new Uint8Array() : first
  } catch {
    return new Uint8Array()
  }
}

/** @throws ExitError where none of its lines could be read, and one reason says it of all */
function mustBeLines(name: string, beginning: Uint8Array): void {
  if (isGzip(beginning)) throw gzipError(name)
  if (isUtf16(beginning)) throw utf16Error(name)
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new ExitError(
      `${path} cannot be read: ${code === 'ENOENT' ? 'there is no such file or folder' : `the system reports ${code || 'no more'}`}.`,
    )
  }
}

/** Gives every line of a source that is not blank, with its number, without holding more than a piece of it. */
export async function eachLine(
  source: Source,
  take: (line: string, number: number) => void,
  wasRead: (bytes: number) => void,
): Promise<void> {
  const decoder = new TextDecoder('utf-8')
  let begun = ''
  let number = 0
  const line = (text: string): void => {
    number++
    if (text.trim() !== '') take(text, number)
  }
  try {
    for await (const piece of source.open()) {
      if (number === 0 && begun === '') mustBeLines(source.name, piece)
      const text = decoder.decode(piece, { stream: true })
      let from = 0
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        line(begun + text.slice(from, end))
        begun = ''
        from = end + 1
      }
      begun += text.slice(from)
      wasRead(piece.length)
    }
  } catch (error) {
    if (error instanceof ExitError) throw error
    throw new ExitError(`${source.name} cannot be read from line ${number + 1}: ${reasonOf(error)}.`)
  }
  line(begun + decoder.decode())
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'it is longer than this program can hold'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === 'EISDIR' ? 'it is a folder' : `the system reports ${code || String(error)}`
}
