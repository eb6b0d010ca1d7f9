// npm start: installs and builds what is missing, then hands over to the server on the pinned runtime.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { buildClinic } from './build-clinic.mjs'
import { pinnedNode, root, Stop, stillRunning, stopPlainly } from './house.mjs'
import { install } from './install.mjs'

await stopPlainly(async () => {
  await install()
  console.log('Preparing the screens…')
  const done = stillRunning(() => 'still building the screens')
  const build = await buildClinic()
  done()
  if (build.code !== 0) throw new Stop(`${build.output}\n${build.line}`)
  console.log(build.line)
  console.log('Starting the server…')
  serve()
})

function serve() {
  const env = {
    ...process.env,
    PORT: process.env.PORT || '3000',
    HOST: process.env.HOST || '127.0.0.1',
    FACIALIS_DATA: resolve(root, process.env.FACIALIS_DATA || 'data'),
  }
  const server = spawn(pinnedNode, [join('server', 'main.ts')], { cwd: root, env, stdio: 'inherit' })
  const forward = (signal) => server.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
  server.on('error', (error) => {
    console.error(`The server could not be started: ${error.message}`)
    process.exitCode = 1
  })
  server.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code
      return
    }
    // Ended by a signal: end the same way, so that whoever started us sees the same.
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
