import { rmSync } from 'node:fs'
import { takeAwayEmpty } from './make-folder.ts'

/** With the folders that were made for each. */
const open = new Map<string, readonly string[]>()

/** SQLite keeps beside a file what it is about to write there. */
const takeAway = (path: string): void => {
  // What is still being made may put another file there while the folder is emptied.
  for (const beside of ['', '-journal'])
    rmSync(path + beside, { recursive: true, force: true, maxRetries: 9, retryDelay: 1 })
}

/** A file or folder that nobody may find once this program has ended, unless it becomes whole: it holds what is in a record. */
export const unfinished = {
  begin: (path: string, madeFor: readonly string[] = []): void => void open.set(path, madeFor),
  end: (path: string): void => void open.delete(path),
  /** It will not become whole. */
  drop: (path: string): void => {
    takeAway(path)
    takeAwayEmpty(open.get(path) ?? [])
    open.delete(path)
  },
}

/** Takes away every copy that was begun and is not whole: for the end of a program that is stopped in the middle. */
export function clearUnfinished(): void {
  for (const path of open.keys()) unfinished.drop(path)
}
