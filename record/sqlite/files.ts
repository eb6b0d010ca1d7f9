import { chmodSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

const cacheKilobytes = 32 * 1024
// 32 MB of 4 KB: a page that many acts write to goes once from the log to its place instead of after every few of them.
const pagesInLog = 8192

/** Opens the one connection that writes, and makes the file if there is none. */
export function openForWriting(path: string, timeout: number): DatabaseSync {
  const file = new DatabaseSync(path, { timeout, enableForeignKeyConstraints: true })
  try {
    chmodSync(path, 0o600)
    // What a migration commits is on the disk before it goes on.
    file.exec('pragma journal_mode = wal; pragma synchronous = full')
    // With the 2 MB there are by default, a large record is read anew from the disk for each place that is written to.
    file.exec(`pragma cache_size = -${cacheKilobytes}`)
    file.exec(`pragma wal_autocheckpoint = ${pagesInLog}`)
    return file
  } catch (error) {
    file.close()
    throw error
  }
}

/** Opens a connection that sees what is committed and waits for no writer. */
export const openForReading = (path: string, timeout: number): DatabaseSync =>
  new DatabaseSync(path, { timeout, readOnly: true })
