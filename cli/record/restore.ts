import { restoreRecord } from '@facialis/record'
import { parsed } from '../input/command-line.ts'
import { Stop } from '../input/stop.ts'
import { progressOn } from '../output/progress.ts'
import { placeHere, placeOptions } from './which-record.ts'

/** `facialis restore FILE [--data FOLDER]` */
export async function restore(rest: readonly string[]): Promise<void> {
  const { values, positionals } = parsed(rest, placeOptions)
  const [file, more] = positionals
  if (file === undefined || file === '')
    throw new Stop('Say which backup, for example "facialis restore monday.sqlite".')
  if (more !== undefined) throw new Stop(`One file at a time: ${JSON.stringify(more)} is one too many.`)
  const progress = progressOn(process.stderr)
  const { folder, database } = placeHere(values.data)
  const restored = await restoreRecord(file, {
    folder,
    database,
    progress: (done, total) => progress.at('restoring', total === 0 ? null : done / total, ''),
  })
  progress.end()
  if (!restored.ok) {
    const { code, sentence, where } = restored.problem
    if (!code.endsWith('-broken') && code !== 'storage-damaged') throw new Stop(`${sentence} (${where})`)
    process.exitCode = 1
    process.stdout.write(`Not restored. ${sentence} (${where})\n`)
    return
  }
  for (const { patients, resources, versions, decisions, audit } of restored.value.counts)
    process.stdout.write(
      `Restored and verified: ${resources} resources of ${patients} patients, ${versions} versions, ${decisions} decisions, ` +
        `${audit.seq} audit events (head ${audit.seq}:${audit.hash}). Everybody signs in again.\n`,
    )
}
