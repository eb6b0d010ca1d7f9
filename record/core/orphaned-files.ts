import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** The name of a file that is still being written, beside its final place. */
export const partialName = (unique: string): string => `partial-${unique}`
const isPartial = /^partial-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-journal|-wal|-shm)?$/

/** Prefix of a staging folder, followed by six letters: a restored record is verified there before it takes its place. */
export const stagingName = 'restoring-'
export const stagedName = 'record.sqlite'
const isStaging = new RegExp(`^${stagingName}[0-9A-Za-z]{6}$`)

/** No copy takes longer than this, in milliseconds. */
const aDay = 24 * 60 * 60 * 1000

/** Whether a file is empty: a copy that was killed while it took its name leaves one, and nothing is lost with it. */
export function isEmptyFile(path: string): boolean {
  try {
    const found = lstatSync(path)
    return found.isFile() && found.size === 0
  } catch {
    // There is none, or no disk takes its name: whoever makes one there is told.
    return false
  }
}

/** Removes an empty file, which would otherwise block its name for ever. */
export function removeEmptyFile(path: string): void {
  if (isEmptyFile(path)) rmSync(path)
}

/** A file or folder that a killed process left behind. */
export type OrphanedFile = Readonly<{ path: string; by: 'backup' | 'restore' }>

/**
 * Unfinished copies of killed backups and restores in a folder: untouched for a day. They hold patient data, so an
 * operator has to be told of them.
 */
export function orphanedFilesIn(folder: string): readonly OrphanedFile[] {
  const now = Date.now()
  return namesIn(folder).flatMap((name): readonly OrphanedFile[] => {
    const path = join(folder, name)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found === undefined || now - found.mtimeMs < aDay) return []
    if (isPartial.test(name) && found.isFile()) return [{ path, by: 'backup' }]
    if (!isStaging.test(name) || !found.isDirectory()) return []
    // Others may call a folder so, and one without a record holds nothing of anybody.
    const names = namesIn(path)
    if (!names.includes(stagedName)) return []
    // A folder tells nothing of what is written in a file of it.
    const inside = names.flatMap((one) => lstatSync(join(path, one), { throwIfNoEntry: false }) ?? [])
    return inside.some(({ mtimeMs }) => now - mtimeMs < aDay) ? [] : [{ path, by: 'restore' }]
  })
}

/** A folder into which one may write need not be one that one may look through. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
