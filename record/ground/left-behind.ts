import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Under these names what is not whole yet is written, beside its place. */
export const partialName = (unique: string): string => `partial-${unique}`
const isPartial = /^partial-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-journal|-wal|-shm)?$/

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

/**
 * Files beside `path` that a copy was written into which was killed: nobody has touched them for a day. They hold what is in
 * a record, and whoever looks after the place shall hear of it.
 */
export function leftBeside(path: string, now: number = Date.now()): readonly string[] {
  const folder = dirname(path)
  return namesIn(folder)
    .filter((name) => isPartial.test(name))
    .map((name) => join(folder, name))
    .filter((left) => {
      const found = lstatSync(left, { throwIfNoEntry: false })
      return found?.isFile() === true && now - found.mtimeMs > aDay
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
