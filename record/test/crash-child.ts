/**
 * A clinic that can be killed: `<folder> acts` writes acts for ever and says on standard output which are acknowledged;
 * `<folder> die-at <n>` does one act and is killed before its n-th statement.
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { openRecord } from '../index.ts'
import { knowing, wholeAct } from './fixture-knowledge.ts'

const [folder = '', mode = '', argument = ''] = process.argv.slice(2)
const dieAt = mode === 'die-at' ? Number(argument) : Number.POSITIVE_INFINITY

let statements = Number.NEGATIVE_INFINITY
const opened = await openRecord(folder, {
  // Before whoever looks afterwards: a clock that went back would be told of.
  ...(mode === 'die-at' ? { now: () => '2026-11-23T08:00:00.000Z' } : {}),
  ...knowing,
  onStatement: () => {
    statements += 1
    if (statements === dieAt) process.kill(process.pid, 'SIGKILL')
  },
})
if (!opened.ok) throw new Error(opened.problem.sentence)
const record = opened.value
// Where compiled files are kept at all, for the next one: it is killed before it could do so at its end.
flushCompileCache()

if (mode === 'die-at') {
  statements = 0
  await record.act(wholeAct('only'))
  writeSync(1, `survived ${statements}\n`)
  await record.close()
} else {
  const writer = async (name: string) => {
    for (let count = 0; ; count += 1) {
      const done = await record.act(wholeAct(`${name}${count}`))
      // Said only after the act has answered, and said past any buffer that would die with the process.
      if (done.ok) writeSync(1, `${name}${count}\n`)
    }
  }
  await Promise.all(['p', 'q', 'r', 's'].map((name) => writer(`${name}${argument}-`)))
}
