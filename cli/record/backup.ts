import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isEmptyFile, removeTemporaryFiles, StorageFailure, stagingParentOf } from '@facialis/record'
import { parsed } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import { progressOn } from '../output/progress.ts'
import { reportStorageError } from '../output/write-errors.ts'
import { locationOptions, recordLocation, withRecord } from './record-location.ts'
import { warnOrphanedFiles } from './warn-orphaned-files.ts'

const writesOverNothing = (file: string): string => `${file} already exists; a backup overwrites nothing.`

/** `facialis backup FILE [--data FOLDER]` */
export async function backup(rest: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(rest, locationOptions)
  const [file, more] = positionals
  if (file === undefined || file === '')
    throw new ExitError('Name the file to write, for example "facialis backup monday.sqlite".')
  if (more !== undefined) throw new ExitError(`Only one file at a time: ${JSON.stringify(more)} is one too many.`)
  const path = resolve(file)
  const wasEmpty = isEmptyFile(path)
  if (existsSync(path) && !wasEmpty) throw new ExitError(writesOverNothing(file))
  if (!existsSync(dirname(path))) throw new ExitError(`There is no folder ${dirname(path)}.`)
  if (wasEmpty) io.stderr.write(`${file} was there and empty, as a killed backup leaves it: this backup replaces it.\n`)
  const place = recordLocation(values.data, io)
  warnOrphanedFiles([dirname(path), stagingParentOf(place)], io)
  const progress = progressOn(io.stderr)
  io.onExit(removeTemporaryFiles)
  return withRecord(place, async (record) => {
    // Not everywhere anything is told on the way, and silence looks like a hang.
    const waiting = setInterval(() => progress.at('copying', null, ''), 1000)
    try {
      const { size } = await record.backup(path, (done, total) =>
        progress.at('copying', total === 0 ? null : done / total, `${done} of ${total} rows`),
      )
      progress.end()
      io.stdout.write(`${file}: the whole record, ${(size / 1e6).toFixed(1)} MB. It holds patient data: encrypt it.\n`)
      return 0
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
      progress.end()
      const { code, sentence, where } = error.problem
      if (code === 'storage-file-there') throw new ExitError(writesOverNothing(file))
      if (code === 'storage-unusable') throw new ExitError(`${sentence} (${where})`)
      return reportStorageError(error.problem, io)
    } finally {
      clearInterval(waiting)
      progress.end()
    }
  })
}
