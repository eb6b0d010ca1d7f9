import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { exitCodeOf } from './child.ts'

it.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGKILL', 137],
  ['SIGTERM', 143],
])('a program that %s ended is told as a shell tells it', async (signal, code) => {
  const script = `process.kill(process.pid, ${JSON.stringify(signal)}); setInterval(() => {}, 1e9)`
  expect(await exitCodeOf(spawn(process.execPath, ['-e', script]))).toBe(code)
})
