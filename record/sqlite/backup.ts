import { backup, DatabaseSync } from 'node:sqlite'
import { writeAtomically } from '../core/atomic-file.ts'
import type { Backup } from '../core/database.ts'

// One step over all pages is one snapshot: in smaller steps, every write by the clinic would start the copy again.
const allPages = 2 ** 31 - 1

/** Another process changed the record before the copy began: this one is not of the state that was asked for. */
export class ChangedMeanwhile extends Error {}

type Meant = Readonly<{
  isMeant?: (copy: DatabaseSync) => boolean
  /** Takes the place of another of its name. */
  over?: boolean
}>

/**
 * Copies a live record to `toFile` while others read and write, by SQLite's online backup.
 * The copy appears under its name only when it is whole, on the disk and what was meant. @returns its size in bytes.
 * @throws ChangedMeanwhile when it is not
 */
export const backupFile = (
  fromFile: string,
  toFile: string,
  { isMeant = () => true, over = false }: Meant = {},
): Promise<Backup> => {
  const fill = async (partial: string): Promise<void> => {
    // A connection of its own, so that readers on the main thread do not wait for the copy.
    const source = new DatabaseSync(fromFile, { readOnly: true })
    try {
      await backup(source, partial, { rate: allPages })
    } finally {
      source.close()
    }
    // Without a log of its own it is one file to everybody who looks into it, also where nothing may be written.
    const copy = new DatabaseSync(partial)
    copy.exec('pragma journal_mode = delete')
    const meant = isMeant(copy)
    copy.close()
    if (!meant) throw new ChangedMeanwhile()
  }
  return writeAtomically(toFile, fill, { over })
}
