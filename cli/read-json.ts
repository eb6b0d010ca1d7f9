import { readFile } from 'node:fs/promises'
import { jsonFaultAt } from './json-fault.ts'
import { Stop } from './stop.ts'

/** The JSON in a file, or on the standard input for `-`. Stops with the reason when there is none. */
export async function readJson(path: string): Promise<unknown> {
  const name = nameOf(path)
  const text = decode(await bytesOf(path), name)
  if (text.trim() === '') throw new Stop(`${name} is empty.`)
  try {
    return JSON.parse(text)
  } catch {
    throw new Stop(`${name} is not JSON: ${reasonOf(text)}.`)
  }
}

/** How an input is called in a sentence. */
export const nameOf = (path: string): string => (path === '-' ? 'The standard input' : path)

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
}

async function bytesOf(path: string): Promise<Uint8Array> {
  if (path === '-') {
    const parts: Buffer[] = []
    for await (const part of process.stdin) parts.push(part as Buffer)
    return Buffer.concat(parts)
  }
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Stop(`${path} cannot be read: ${reasons[code] ?? code}.`)
  }
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    // A byte order mark is left out by the decoder.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Stop(`${name} is not text in UTF-8.`)
  }
}

/** Where the text stops being JSON, as line and column. */
function reasonOf(text: string): string {
  const at = jsonFaultAt(text)
  if (at >= text.length) return 'it ends too early'
  const before = text.slice(0, at).split('\n')
  return `it cannot be understood at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}
