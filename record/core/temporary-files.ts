import { rmSync } from 'node:fs'
import { removeEmptyFolders } from './make-folder.ts'

/** Each path with the folders that were created for it. */
const open = new Map<string, readonly string[]>()

/** Also removes SQLite's journal beside a file. */
const removePath = (path: string): void => {
  // A copy in progress may add a file while the folder is emptied.
  for (const beside of ['', '-journal'])
    rmSync(path + beside, { recursive: true, force: true, maxRetries: 9, retryDelay: 1 })
}

/** Files and folders in the making. They hold patient data and are removed when the process ends before they are complete. */
export const temporaryFiles = {
  begin: (path: string, madeFor: readonly string[] = []): void => void open.set(path, madeFor),
  end: (path: string): void => void open.delete(path),
  /** Removes one that will not be completed. */
  remove: (path: string): void => {
    removePath(path)
    removeEmptyFolders(open.get(path) ?? [])
    open.delete(path)
  },
}

/** Removes every incomplete copy. For a process that is stopped in the middle. */
export function removeTemporaryFiles(): void {
  for (const path of open.keys()) temporaryFiles.remove(path)
}
