import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing.
 * Not `recursive`: where the system refuses with "no such file", as below /proc, Node then tries for ever.
 * @param mode who may look into it; what is no record may be looked into by everybody (0o777)
 * @throws what the file system says
 */
export function makeFolder(folder: string, mode = 0o700): void {
  if (isFolder(folder)) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above, mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    // Another process was quicker.
    if (!isFolder(folder)) throw error
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
