import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import type { CommandIo, OutputStream } from './command-io.ts'

type Begun = Readonly<{
  env?: CommandIo['env']
  /** Its standard input; only one of our programs reads it. */
  input?: 'inherit' | 'ignore' | 'pipe'
  /** Its standard output is read by the command instead of being passed on. */
  isPiped?: boolean
}>

/** Starts one of our programs with arguments. It inherits the command's streams, so it knows whether they are a terminal. */
export function childOf(
  io: CommandIo,
  words: readonly [script: string, ...words: string[]],
  { env = io.env, input = 'inherit', isPiped = false }: Begun = {},
): ChildProcess {
  const child = spawn(process.execPath, words, {
    stdio: [input, isPiped ? 'pipe' : handed(io.stdout), handed(io.stderr)],
    env: { ...env },
  })
  if (!isPiped) passOn(child.stdout, io.stdout)
  passOn(child.stderr, io.stderr)
  return child
}

const handed = ({ fd }: OutputStream): number | 'pipe' => fd ?? 'pipe'

const passOn = (said: Readable | null, place: OutputStream): void => {
  said?.setEncoding('utf8').on('data', (text: string) => place.write(text))
}

/** The JSON lines of a child that `isPiped`. A last line without a line feed is dropped. */
export async function* jsonLinesOf<Line>(child: ChildProcess): AsyncGenerator<Line> {
  let rest = ''
  for await (const text of child.stdout?.setEncoding('utf8') ?? []) {
    const lines = (rest + String(text)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as Line
  }
}

/** The exit code, once all output has been read; 128 + the signal's number where a signal ended it, as in a shell. */
export const exitCodeOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal as NodeJS.Signals]))
  })
