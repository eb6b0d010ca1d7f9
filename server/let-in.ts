// Lets an administrator in who has no way in any more: node server/let-in.ts NAME. `facialis let-in` runs it, as no other room
// knows accounts. It prints one line of JSON.
import { dirname } from 'node:path'
import { openRecord } from '@facialis/record'
import { issueRecoveryLink } from './identity/admin-recovery.ts'
import { readOptions } from './options.ts'
import { indexVersion, resourceKnowledge } from './search-indexing/resource-knowledge.ts'

process.stdout.write(`${JSON.stringify(await outcome())}\n`)

type LetIn = Readonly<{
  name: string
  address: string
  path: string
  /** Whether the settings say where the clinic is: whoever runs a command often has none of those that its server has. */
  isSaid: boolean
}>

async function outcome(): Promise<Readonly<{ refused: string }> | LetIn> {
  const options = readOptions(process.env, dirname(import.meta.dirname))
  if ('sentence' in options) return { refused: options.sentence }
  const { folder, database, url, port } = options
  const opened = await openRecord(folder, { ...resourceKnowledge, database, indexVersion })
  if (!opened.ok) return { refused: `${opened.problem.sentence} (${opened.problem.where})` }
  const record = opened.value
  try {
    const done = await issueRecoveryLink(record, process.argv[2] ?? '', new Date().toISOString())
    if (!done.ok) return { refused: done.problem.sentence }
    const { name, token } = done.value
    const isSaid = Boolean(process.env.FACIALIS_URL || process.env.PORT)
    return { name, address: url ?? `http://localhost:${port}`, path: `/sign-in#${token}`, isSaid }
  } finally {
    await record.close()
  }
}
