import { chmodSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** Opens the one connection that writes, and makes the file if there is none. */
export function openForWriting(path: string, timeout: number): DatabaseSync {
  const file = new DatabaseSync(path, { timeout, enableForeignKeyConstraints: true })
  try {
    chmodSync(path, 0o600)
    // Anything less than FULL may lose an acknowledged act when the power fails.
    file.exec('pragma journal_mode = wal; pragma synchronous = full')
    return file
  } catch (error) {
    file.close()
    throw error
  }
}

/** Opens a connection that sees what is committed and waits for no writer. */
export const openForReading = (path: string, timeout: number): DatabaseSync =>
  new DatabaseSync(path, { timeout, readOnly: true })
