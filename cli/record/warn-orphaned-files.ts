import { orphanedFilesIn } from '@facialis/record'
import type { CommandIo } from '../io/command-io.ts'

/** Warns of files that killed backups and restores left in these folders: nothing else ever removes them. */
export function warnOrphanedFiles(folders: readonly string[], io: Pick<CommandIo, 'stderr'>): void {
  for (const folder of new Set(folders))
    for (const { path, by } of orphanedFilesIn(folder))
      io.stderr.write(
        `${path} is incomplete: the ${by} that wrote it was killed. It holds patient data and is useless: delete it.\n`,
      )
}
