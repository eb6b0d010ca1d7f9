import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'

export type Backup = { readonly file: string; readonly size: number }

// One step over all pages is one snapshot: in smaller steps, every write by the clinic would start the copy again.
const allPages = 2 ** 31 - 1

/**
 * Copies a live record to `toFile` while others read and write, by SQLite's online backup.
 * The copy appears under its name only when it is whole and on the disk. @returns its size in bytes.
 */
export async function backupFile(fromFile: string, toFile: string): Promise<Backup> {
  const partial = `${toFile}.partial`
  await rm(partial, { force: true })
  // SQLite would make the file readable for everyone.
  await (await open(partial, 'w', 0o600)).close()
  // A connection of its own, so that readers on the main thread do not wait for the copy.
  const source = new DatabaseSync(fromFile, { readOnly: true })
  try {
    await backup(source, partial, { rate: allPages })
  } finally {
    source.close()
  }
  await flush(partial)
  await rename(partial, toFile)
  await flush(dirname(toFile))
  return { file: toFile, size: (await stat(toFile)).size }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
