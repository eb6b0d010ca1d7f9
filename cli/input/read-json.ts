import { readFile } from 'node:fs/promises'
import type { CommandIo } from '../io/command-io.ts'
import { ExitError } from './exit-error.ts'
import { gzipError, isGzip } from './file-signature.ts'
import { type JsonFault, jsonFaultIn } from './json-fault.ts'

/** The JSON in a file, or on the standard input for `-`. Stops with the reason when there is none. */
export async function readJson(path: string, io: CommandIo): Promise<unknown> {
  const name = nameOf(path)
  const text = decode(await bytesOf(path, io), name)
  if (text.trim() === '') throw new ExitError(`${name} is empty.`)
  const fault = jsonFaultIn(text)
  if (fault) throw new ExitError(`${name} ${reasonOf(text, fault)}.`)
  return JSON.parse(text)
}

/** How an input is called in a sentence. */
export const nameOf = (path: string): string => (path === '-' ? 'The standard input' : path)

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'there is no such file',
  EACCES: 'it may not be read',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
}

async function bytesOf(path: string, io: CommandIo): Promise<Uint8Array> {
  if (path === '-') {
    const parts: Uint8Array[] = []
    for await (const part of io.stdin) parts.push(part)
    return Buffer.concat(parts)
  }
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new ExitError(`${path} cannot be read: ${reasons[code] ?? `the system reports ${code || 'no more'}`}.`)
  }
}

/** The longest text this program can hold. */
const longest = 500_000_000

function decode(bytes: Uint8Array, name: string): string {
  if (bytes.length > longest) throw new ExitError(`${name} is too large.`)
  if (isGzip(bytes)) throw gzipError(name)
  // Every second byte of simple text is empty there; text in UTF-8 has no such byte at all.
  if (bytes.subarray(0, 64).includes(0)) throw new ExitError(`${name} is not text in UTF-8; it looks like UTF-16.`)
  try {
    // A byte order mark is left out by the decoder.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ExitError(`${name} is not text in UTF-8${strangeLine(bytes)}.`)
  }
}

/** The first line with bytes that are no text. */
function strangeLine(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return '; it looks like UTF-16'
  const at = new TextDecoder('utf-8')
    .decode(bytes)
    .split('\n')
    .findIndex((line) => line.includes('\ufffd'))
  return at < 0 ? '' : ` at line ${at + 1}`
}

/** What is wrong with the text, and where, as line and column. */
function reasonOf(text: string, { at, says }: JsonFault): string {
  if (says === null && at >= text.length) return 'is not JSON: it ends unexpectedly'
  const before = text.slice(0, at).split('\n')
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
  return says === null ? `is not JSON: it cannot be understood at ${place}` : `cannot be read at ${place}: ${says}`
}
