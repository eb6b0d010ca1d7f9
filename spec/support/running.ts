import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { roomForNew } from '../../scripts/house.mjs'

/** A program of its own, all that it has printed, and how it is ended. */
export type Running = Readonly<{
  pid: number
  /** Everything it has printed. */
  printed: () => string
  /**
   * The first match in what it has printed, or will.
   * @throws when it ends without, with what it printed
   */
  until: (words: RegExp) => Promise<RegExpExecArray>
  signal: (signal: NodeJS.Signals) => void
  /** Resolves to its exit code when it has ended, by itself or not; null when a signal ended it. */
  ended: Promise<number | null>
}>

const root = join(import.meta.dirname, '..', '..')

const alive = new Set<Running>()
// Whatever ends this process, it leaves nothing behind that runs.
process.on('exit', () => {
  for (const { signal } of alive) signal('SIGKILL')
})

/** Runs a program by this Node, as `npm start` runs the server. */
export function running(program: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): Running {
  const child = spawn(process.execPath, [roomForNew, program, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const waiting = new Set<() => void>()
  const hear = (chunk: Buffer): void => {
    text += chunk.toString()
    for (const look of waiting) look()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const until: Running['until'] = (words) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = words.exec(text)
        if (found === null) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      void ended.then(() => reject(new Error(`It ended without saying ${words}:\n${text}`)))
      look()
    })
  const one: Running = {
    pid: child.pid ?? 0,
    printed: () => text,
    until,
    signal: (signal) => void child.kill(signal),
    ended,
  }
  alive.add(one)
  void ended.then(() => alive.delete(one))
  return one
}

/** Where the product listens, without a slash at the end, once it says so. */
export async function addressOf({ until }: Pick<Running, 'until'>): Promise<string> {
  // The line has come whole.
  const [, address = ''] = await until(/ready: .*(http:\/\/localhost:\d+)\)?\n/)
  return address
}
