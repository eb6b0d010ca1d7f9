/**
 * The product with one wire to pull: `SIGUSR2` arms it, and then it is killed before the n-th statement that its writer
 * says to the database, each of which it prints. With 0 it lives. Its clock begins at the instant it is given: the trial may
 * take longer than somebody stays signed in.
 */
import { writeSync } from 'node:fs'
import { hemifacialSpasm } from '@facialis/knowledge'
import { openServer } from '@facialis/server/open-server.ts'

const [count = '0', since = new Date().toISOString()] = process.argv.slice(2)
const behind = Date.now() - Date.parse(since)
let left = Number(count)
let isArmed = false

const opened = await openServer({
  folder: process.env.FACIALIS_DATA ?? '',
  database: process.env.FACIALIS_DATABASE_URL || null,
  pathway: hemifacialSpasm,
  screens: '',
  zone: 'UTC',
  now: () => new Date(Date.now() - behind).toISOString(),
  record: {
    onStatement: (sql) => {
      if (!isArmed) return
      writeSync(1, `statement ${JSON.stringify(sql.slice(0, 60))}\n`)
      left -= 1
      if (left === 0) process.kill(process.pid, 'SIGKILL')
    },
  },
})
if (!opened.ok) throw new Error(opened.problem.sentence)
const { app } = opened.value
process.on('SIGUSR2', () => {
  isArmed = true
  writeSync(1, 'armed\n')
})
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
writeSync(1, `ready: http://localhost:${typeof address === 'object' ? address?.port : ''}\n`)
