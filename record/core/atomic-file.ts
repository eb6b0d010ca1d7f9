import { randomUUID } from 'node:crypto'
import { closeSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Backup } from './database.ts'
import { partialName, removeEmptyFile } from './orphaned-files.ts'
import { StorageFailure } from './problem.ts'
import { recordExists } from './record-exists.ts'
import { placeProblem, storageProblem } from './storage-problem.ts'
import { temporaryFiles } from './temporary-files.ts'

/**
 * Fills a file under another name; it appears under its own only when it is whole and on the disk. Nobody else may read it.
 * @param over whether it takes the place of another of its name
 * @throws StorageFailure where the disk is full, or may not be written to, or where there is such a file already
 */
export async function writeAtomically(
  toFile: string,
  fill: (partial: string) => Promise<void>,
  { over = false }: Readonly<{ over?: boolean }> = {},
): Promise<Backup> {
  // Two may be at the same file, also of one process, and neither may write into the other's. A long name leaves no room for more.
  const partial = join(dirname(toFile), partialName(randomUUID()))
  temporaryFiles.begin(partial)
  try {
    await begin(partial, toFile)
    await fill(partial)
    await fsyncPath(partial)
    if (over) renameSync(partial, toFile)
    else renamedOnce(partial, toFile)
  } catch (error) {
    temporaryFiles.remove(partial)
    if (error instanceof StorageFailure) throw error
    const problem = storageProblem(error)
    throw problem ? new StorageFailure({ ...problem, where: toFile }, error) : error
  }
  temporaryFiles.end(partial)
  await fsyncPath(dirname(toFile))
  return { file: toFile, size: (await stat(toFile)).size }
}

/** A name or a folder that no disk takes is told before anything is copied. */
async function begin(partial: string, toFile: string): Promise<void> {
  try {
    statSync(toFile, { throwIfNoEntry: false })
    removeEmptyFile(toFile)
    // SQLite would make the file readable for everyone.
    await (await open(partial, 'w', 0o600)).close()
  } catch (error) {
    const problem = placeProblem(error, toFile)
    throw problem ? new StorageFailure(problem, error) : error
  }
}

/** Two may make a file of one name at once; whoever comes later is told. A second name for a whole file appears in one step. */
function renamedOnce(partial: string, toFile: string): void {
  try {
    linkSync(partial, toFile)
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new StorageFailure(recordExists(toFile).problem, error)
    nameTakenFirst(partial, toFile)
    return
  }
  rmSync(partial)
}

/** Not every disk on which people keep backups knows a second name for a file: there an empty file takes it first. */
function nameTakenFirst(partial: string, toFile: string): void {
  try {
    closeSync(openSync(toFile, 'wx', 0o600))
  } catch (error) {
    throw hasCode(error, 'EEXIST') ? new StorageFailure(recordExists(toFile).problem, error) : error
  }
  try {
    renameSync(partial, toFile)
  } catch (error) {
    rmSync(toFile)
    throw error
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** Flushes a file, or the entries of a folder, to the disk. */
export async function fsyncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
