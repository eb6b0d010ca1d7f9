import { clearUnfinished, madeWholeIn, restoreRecord } from '@facialis/record'
import type { Desk } from '../desk/desk.ts'
import { parsed } from '../input/command-line.ts'
import { Stop } from '../input/stop.ts'
import { notKept } from '../output/not-written.ts'
import { progressOn } from '../output/progress.ts'
import { tellLeft } from './tell-left.ts'
import { placeHere, placeOptions } from './which-record.ts'

const unwritable = new Set(['storage-full', 'storage-read-only', 'storage-failed'])

/** `facialis restore FILE [--data FOLDER]` */
export async function restore(rest: readonly string[], desk: Desk): Promise<number> {
  const { values, positionals } = parsed(rest, placeOptions)
  const [file, more] = positionals
  if (file === undefined || file === '')
    throw new Stop('Say which backup, for example "facialis restore monday.sqlite".')
  if (more !== undefined) throw new Stop(`One file at a time: ${JSON.stringify(more)} is one too many.`)
  const progress = progressOn(desk.remarks)
  const { folder, database } = placeHere(values.data, desk)
  tellLeft([madeWholeIn({ folder, database })], desk)
  desk.whenEnded(clearUnfinished)
  const restored = await restoreRecord(file, {
    folder,
    database,
    progress: (done, total) => progress.at('restoring', total === 0 ? null : done / total, ''),
  })
  progress.end()
  if (!restored.ok) {
    const { code, sentence, where } = restored.problem
    if (unwritable.has(code)) return notKept(restored.problem, desk)
    if (!code.endsWith('-broken') && code !== 'storage-damaged') throw new Stop(`${sentence} (${where})`)
    desk.results.write(`Not restored. ${sentence} (${where})\n`)
    return 1
  }
  for (const { patients, resources, versions, decisions, audit } of restored.value.counts)
    desk.results.write(
      `Restored and verified: ${resources} resources of ${patients} patients, ${versions} versions, ${decisions} decisions, ` +
        `${audit.seq} audit events (head ${audit.seq}:${audit.hash}). Everybody signs in again.\n`,
    )
  return 0
}
