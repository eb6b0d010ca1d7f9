/** A clinic that can be killed: writes acts for ever and says on standard output which are acknowledged. Named by its round. */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { openRecord } from '../index.ts'
import { knowing, wholeAct } from './fixture-knowledge.ts'

const [folder = '', round = ''] = process.argv.slice(2)
const opened = await openRecord(folder, knowing)
if (!opened.ok) throw new Error(opened.problem.sentence)
const record = opened.value
// Where compiled files are kept at all, for the next one: it is killed before it could do so at its end.
flushCompileCache()

const writer = async (name: string) => {
  for (let count = 0; ; count += 1) {
    const done = await record.act(wholeAct(`${name}${count}`))
    // Said only after the act has answered, and said past any buffer that would die with the process.
    if (done.ok) writeSync(1, `${name}${count}\n`)
  }
}
await Promise.all(['p', 'q', 'r', 's'].map((name) => writer(`${name}${round}-`)))
