import { randomUUID } from 'node:crypto'
import { open, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Backup } from './database.ts'
import { StorageFailure } from './problem.ts'
import { storageProblem } from './storage-problem.ts'
import { unfinished } from './unfinished.ts'

/**
 * Fills a file under another name; it appears under its own only when it is whole and on the disk. Nobody else may read it.
 * @throws StorageFailure where the disk is full, or may not be written to
 */
export async function wholeFile(toFile: string, fill: (partial: string) => Promise<void>): Promise<Backup> {
  // Two may be at the same file, also of one process, and neither may write into the other's.
  const partial = `${toFile}.partial-${randomUUID()}`
  unfinished.begin(partial)
  try {
    // SQLite would make the file readable for everyone.
    await (await open(partial, 'w', 0o600)).close()
    await fill(partial)
    await flush(partial)
    await rename(partial, toFile)
  } catch (error) {
    unfinished.drop(partial)
    const problem = storageProblem(error)
    throw problem ? new StorageFailure({ ...problem, where: toFile }, error) : error
  }
  unfinished.end(partial)
  await flush(dirname(toFile))
  return { file: toFile, size: (await stat(toFile)).size }
}

/** Waits until a file, or the names in a folder, are on the disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
