// npm start: installs and builds what is missing, then hands over to the server on the pinned runtime.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { buildClinic, buildServer } from './build.mjs'
import { pinnedNode, roomForNew, root, Stop, stillRunning, stopPlainly } from './house.mjs'
import { install } from './install.mjs'
import { whenLeft } from './when-left.mjs'

await stopPlainly(async () => {
  await install()
  console.log('Preparing the screens and the server…')
  const done = stillRunning(() => 'still building')
  const [screens, server] = await Promise.all([buildClinic(), buildServer()])
  done()
  for (const { code, output, line } of [screens, server]) {
    if (code !== 0) throw new Stop(`${output}\n${line}`)
    console.log(line)
  }
  console.log('Starting the server…')
  serve(server.program)
})

function serve(program) {
  const env = {
    ...process.env,
    PORT: process.env.PORT || '3000',
    HOST: process.env.HOST || '127.0.0.1',
    FACIALIS_DATA: resolve(root, process.env.FACIALIS_DATA || 'data'),
  }
  const server = spawn(pinnedNode, [roomForNew, program], { cwd: root, env, stdio: 'inherit' })
  const forward = (signal) => server.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
  whenLeft(() => forward('SIGTERM'))
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
