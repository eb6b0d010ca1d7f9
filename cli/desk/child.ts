import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import type { Desk, Place } from './desk.ts'

type Begun = Readonly<{
  env?: Desk['env']
  /** None of our programs reads what is typed; only one is given something. */
  input?: 'inherit' | 'ignore' | 'pipe'
  /** Its results are for the command rather than for whoever called that. */
  isHeard?: boolean
}>

/** Begins one of our programs with its words. It writes where its command writes: on a terminal it knows that it is one. */
export function childOf(
  desk: Desk,
  words: readonly [script: string, ...words: string[]],
  { env = desk.env, input = 'inherit', isHeard = false }: Begun = {},
): ChildProcess {
  const child = spawn(process.execPath, words, {
    stdio: [input, isHeard ? 'pipe' : handed(desk.results), handed(desk.remarks)],
    env: { ...env },
  })
  if (!isHeard) passOn(child.stdout, desk.results)
  passOn(child.stderr, desk.remarks)
  return child
}

const handed = ({ fd }: Place): number | 'pipe' => fd ?? 'pipe'

const passOn = (said: Readable | null, place: Place): void => {
  said?.setEncoding('utf8').on('data', (text: string) => place.write(text))
}

/** What one that `isHeard` tells, each line of which is JSON; what it writes without an end of line it has not told. */
export async function* eachTold<Line>(child: ChildProcess): AsyncGenerator<Line> {
  let rest = ''
  for await (const text of child.stdout?.setEncoding('utf8') ?? []) {
    const lines = (rest + String(text)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as Line
  }
}

/** The code with which it ends, once all it said has come; as a shell tells it where a signal ended it. */
export const ended = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal as NodeJS.Signals]))
  })
