import type { CommandIo, OutputStream } from '../io/command-io.ts'
import { main } from '../main.ts'
import type { Ended } from './as-a-process.ts'

/** What a command writes, kept. */
export type Kept = OutputStream & Readonly<{ text: () => string }>

export function keeping(): Kept {
  const kept: string[] = []
  return { write: (text) => kept.push(text), text: () => kept.join('') }
}

/** Command input and output whose results and remarks are kept, with an input to read from `-`. It is in Greenwich, and no terminal. */
export function ioWith(
  input = '',
  env: Readonly<Record<string, string>> = {},
): CommandIo & Readonly<{ stdout: Kept; stderr: Kept }> {
  return {
    stdout: keeping(),
    stderr: keeping(),
    stdin: pieces(input),
    env: { ...process.env, TZ: 'UTC', ...env },
    zone: 'UTC',
    onExit: () => {},
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
  const io = ioWith(input, env)
  const code = await main(args, io)
  return { code, out: io.stdout.text(), err: io.stderr.text() }
}
