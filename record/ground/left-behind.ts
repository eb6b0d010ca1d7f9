import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Under these names what is not whole yet is written, beside its place. */
export const partialName = (unique: string): string => `partial-${unique}`
const isPartial = /^partial-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-journal|-wal|-shm)?$/

/** Six letters follow it: in such a folder a record is made whole before it takes its place. */
export const stagingName = 'restoring-'
export const stagedName = 'record.sqlite'
const isStaging = new RegExp(`^${stagingName}[0-9A-Za-z]{6}$`)

/** Longer no copy takes, on any disk. */
const aDay = 24 * 60 * 60 * 1000

/** Whether a file holds nothing: a copy that was killed as it took its name leaves one, and nothing is lost with it. */
export function isEmptyFile(path: string): boolean {
  try {
    const found = lstatSync(path)
    return found.isFile() && found.size === 0
  } catch {
    // There is none, or no disk takes its name: whoever makes one there is told.
    return false
  }
}

/** What would else stand in the way for ever. */
export function takeAwayEmptyFile(path: string): void {
  if (isEmptyFile(path)) rmSync(path)
}

/** What was left, and by what. */
export type Left = Readonly<{ path: string; by: 'backup' | 'restore' }>

/**
 * What a backup or a restore was making in a folder when it was killed: nobody has touched it for a day. It holds what is in
 * a record, and whoever looks after the place shall hear of it.
 */
export function leftIn(folder: string): readonly Left[] {
  const now = Date.now()
  return namesIn(folder).flatMap((name): readonly Left[] => {
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
