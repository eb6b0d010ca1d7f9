// Plain JavaScript for Node 20 with nothing installed: this runs before the pinned runtime exists.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The runtime this product is pinned to. Exists once packages are installed. */
export const pinnedNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * Room for what is new, in megabytes: with the one megabyte that Node begins with, a start and a test spend a tenth of
 * their time on clearing it away.
 */
export const roomForNew = '--min-semi-space-size=16'

export const isInstalled = (path) => existsSync(join(root, 'node_modules', path))

/** Elapsed seconds since `start` (from `Date.now()`), as text: `1.2 s`. */
export const since = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`

/** Prints `line` with the elapsed time every 10 s until the returned function is called: silence looks like a hang. */
export function stillRunning(line) {
  const start = Date.now()
  const timer = setInterval(() => console.log(`  ${line()} (${since(start)})`), 10_000)
  return () => clearInterval(timer)
}

/**
 * Runs a program to its end. `quiet` collects its output instead of showing it.
 * Resolves to `{ code, output }`; a program that cannot start or that a signal ended has a code other than 0.
 */
export function run(command, args, { quiet = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit']
    // What is collected is read in logs, where colour codes are noise.
    const colourless = quiet ? { ...env, NO_COLOR: '1', FORCE_COLOR: undefined } : env
    const child = spawn(command, args, { cwd: root, env: colourless, stdio, shell: command.endsWith('.cmd') })
    const chunks = []
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    const output = () => Buffer.concat(chunks).toString()
    child.on('error', (error) => resolve({ code: 127, output: `${output()}${error.message}\n` }))
    child.on('close', (code, signal) => {
      resolve({ code: code ?? 1, output: signal ? `${output()}ended by ${signal}\n` : output() })
    })
  })
}

/** Stops the script with one plain sentence instead of a stack trace. */
export class Stop extends Error {}

export async function stopPlainly(script) {
  try {
    await script()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(`\n${error.message}`)
    process.exitCode = 1
  }
}
