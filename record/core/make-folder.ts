import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing.
 * Not `recursive`: where the system refuses with "no such file", as below /proc, Node then tries for ever.
 * @param mode who may look into it; what is no record may be looked into by everybody (0o777)
 * @returns those that it made, the innermost first
 * @throws what the file system says
 */
export function makeFolder(folder: string, mode = 0o700): readonly string[] {
  if (isFolder(folder)) return []
  const above = dirname(folder)
  const made = above === folder ? [] : makeFolder(above, mode)
  try {
    mkdirSync(folder, { mode })
    return [folder, ...made]
  } catch (error) {
    // Another process was quicker.
    if (!isFolder(folder)) {
      removeEmptyFolders(made)
      throw error
    }
    return made
  }
}

/** Takes folders away in which nobody has put anything, the innermost first. */
export function removeEmptyFolders(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      rmdirSync(folder)
    } catch {
      // Somebody has put something there, or has taken it away: it is not ours any more.
      return
    }
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
