import type { Desk, Place } from '../desk/desk.ts'
import { main } from '../main.ts'
import type { Ended } from './as-a-process.ts'

/** What a command writes, kept. */
export type Kept = Place & Readonly<{ text: () => string }>

export function keeping(): Kept {
  const kept: string[] = []
  return { write: (text) => kept.push(text), text: () => kept.join('') }
}

/** A desk whose results and remarks are kept, with an input to read from `-`. It is in Greenwich, and no terminal. */
export function deskWith(
  input = '',
  env: Readonly<Record<string, string>> = {},
): Desk & Readonly<{ results: Kept; remarks: Kept }> {
  return {
    results: keeping(),
    remarks: keeping(),
    input: pieces(input),
    env: { ...process.env, TZ: 'UTC', ...env },
    zone: 'UTC',
    whenEnded: () => {},
  }
}

async function* pieces(input: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(input)
  for (let from = 0; from < bytes.length; from += pieceOfAPipe) yield bytes.subarray(from, from + pieceOfAPipe)
}
const pieceOfAPipe = 1 << 16

/** The command without a process of its own, which takes a second to begin: the same words, the same answer. */
export async function facialis(
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const desk = deskWith(input, env)
  const code = await main(args, desk)
  return { code, out: desk.results.text(), err: desk.remarks.text() }
}
