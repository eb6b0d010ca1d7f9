import { removeTemporaryFiles, restoreRecord, stagingParentOf } from '@facialis/record'
import { parsed } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import { progressOn } from '../output/progress.ts'
import { reportStorageError } from '../output/write-errors.ts'
import { locationOptions, recordLocation } from './record-location.ts'
import { warnOrphanedFiles } from './warn-orphaned-files.ts'

const unwritable = new Set(['storage-full', 'storage-read-only', 'storage-failed'])

/** `facialis restore FILE [--data FOLDER]` */
export async function restore(rest: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(rest, locationOptions)
  const [file, more] = positionals
  if (file === undefined || file === '')
    throw new ExitError('Name the backup, for example "facialis restore monday.sqlite".')
  if (more !== undefined) throw new ExitError(`Only one file at a time: ${JSON.stringify(more)} is one too many.`)
  const progress = progressOn(io.stderr)
  const { folder, database } = recordLocation(values.data, io)
  warnOrphanedFiles([stagingParentOf({ folder, database })], io)
  io.onExit(removeTemporaryFiles)
  const restored = await restoreRecord(file, {
    folder,
    database,
    progress: (done, total) => progress.at('restoring', total === 0 ? null : done / total, ''),
  })
  progress.end()
  if (!restored.ok) {
    const { code, sentence, where } = restored.problem
    if (unwritable.has(code)) return reportStorageError(restored.problem, io)
    if (!code.endsWith('-broken') && code !== 'storage-damaged') throw new ExitError(`${sentence} (${where})`)
    io.stdout.write(`Not restored. ${sentence} (${where})\n`)
    return 1
  }
  for (const { patients, resources, versions, decisions, audit } of restored.value.counts)
    io.stdout.write(
      `Restored and verified: ${resources} resources of ${patients} patients, ${versions} versions, ${decisions} decisions, ` +
        `${audit.seq} audit events (head ${audit.seq}:${audit.hash}). Everybody must sign in again.\n`,
    )
  return 0
}
