import { rmSync } from 'node:fs'

const open = new Set<string>()

/** SQLite keeps beside a file what it is about to write there. */
const takeAway = (path: string): void => {
  for (const beside of ['', '-journal']) rmSync(path + beside, { recursive: true, force: true })
}

/** A file or folder that nobody may find once this program has ended, unless it becomes whole: it holds what is in a record. */
export const unfinished = {
  begin: (path: string): void => void open.add(path),
  end: (path: string): void => void open.delete(path),
  /** It will not become whole. */
  drop: (path: string): void => {
    takeAway(path)
    open.delete(path)
  },
}

/** Takes away every copy that was begun and is not whole: for the end of a program that is stopped in the middle. */
export function clearUnfinished(): void {
  for (const path of open) unfinished.drop(path)
}
