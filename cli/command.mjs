#!/usr/bin/env node
// Plain JavaScript: this is what any Node runs. One that cannot read TypeScript hands over to the one of this product.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as modules from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('facialis.ts', import.meta.url))
const runtime = process.platform === 'win32' ? 'node.exe' : 'node'
const pinned = fileURLToPath(new URL(`../node_modules/node/bin/${runtime}`, import.meta.url))

// Told before anything is loaded, so that a command need not compile, nor read as TypeScript, what the one before it did.
const compiled = fileURLToPath(new URL('../.cache/compiled', import.meta.url))

if (process.features.typescript) {
  modules.enableCompileCache(compiled)
  // Nor what it begins, such as `import` and `verify` do.
  process.env.NODE_COMPILE_CACHE ??= compiled
  await import('./facialis.ts')
} else if (existsSync(pinned)) {
  const child = spawn(pinned, [command, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compiled, ...process.env },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => needed(error.message))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal]
  })
} else needed(`this is ${process.version}`)

function needed(why) {
  console.error(
    `facialis: a Node that runs TypeScript is needed (24 or newer; ${why}): call it as "npx facialis" in its folder, after npm ci.`,
  )
  process.exitCode = 2
}
