/** A clinic whose machine allows no further thread: writes more than one would fold, and says what became of each act. */
import { openRecord } from '../index.ts'
import { knowing, wholeAct } from './fixture-knowledge.ts'

const [folder = ''] = process.argv.slice(2)
// Where threads are not allowed, asking for the disk is not either.
const opened = await openRecord(folder, { ...knowing, besideOthers: true, toDisk: async () => {} })
if (!opened.ok) throw new Error(opened.problem.sentence)
const record = opened.value
const note = 'x'.repeat(1 << 20)
// How much waits is looked at ten times a second.
const over = performance.now() + 500
const said: string[] = []
while (said.length < 8 || performance.now() < over) {
  const act = wholeAct(`act-${said.length}`)
  const changes = [{ method: 'create', resource: { resourceType: 'Task', id: `t${said.length}`, note } }] as const
  said.push(await record.act({ ...act, changes: said.length < 8 ? changes : [] }).then(({ ok }) => `${ok}`, String))
}
await record.close()
process.stdout.write(JSON.stringify([...new Set(said)]))
