import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const asked = `
  import { whenLeft } from ${JSON.stringify(join(import.meta.dirname, 'when-left.mjs'))}
  // It would run for ever.
  process.stdin.resume()
  whenLeft(() => { console.log('left'); process.exit() })
  console.log('runs')
`

it.skipIf(process.platform === 'win32')(
  'whoever stops npm, which only ends the shell in between, ends what it started',
  async () => {
    // As npm does it: a shell that waits for the program.
    const command = `"$NODE" --input-type=module --eval "$ASKED" <&3; exit $?`
    const shell = spawn('sh', ['-c', command], {
      env: { ...process.env, NODE: process.execPath, ASKED: asked, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    })
    let printed = ''
    const closed = new Promise((resolve) => shell.stdout?.on('close', resolve))
    shell.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed === 'runs\n') shell.kill('SIGTERM')
    })
    await closed
    expect(printed).toBe('runs\nleft\n')
  },
)
