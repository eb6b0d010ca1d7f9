import { randomUUID } from 'node:crypto'
import { closeSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Backup } from './database.ts'
import { partialName, takeAwayEmptyFile } from './left-behind.ts'
import { StorageFailure } from './problem.ts'
import { fileThere } from './record-is-there.ts'
import { placeProblem, storageProblem } from './storage-problem.ts'
import { unfinished } from './unfinished.ts'

/**
 * Fills a file under another name; it appears under its own only when it is whole and on the disk. Nobody else may read it.
 * @param over whether it takes the place of another of its name
 * @throws StorageFailure where the disk is full, or may not be written to, or where there is such a file already
 */
export async function wholeFile(
  toFile: string,
  fill: (partial: string) => Promise<void>,
  { over = false }: Readonly<{ over?: boolean }> = {},
): Promise<Backup> {
  // Two may be at the same file, also of one process, and neither may write into the other's. A long name leaves no room for more.
  const partial = join(dirname(toFile), partialName(randomUUID()))
  unfinished.begin(partial)
  try {
    await begin(partial, toFile)
    await fill(partial)
    await flush(partial)
    if (over) renameSync(partial, toFile)
    else renamedOnce(partial, toFile)
  } catch (error) {
    unfinished.drop(partial)
    if (error instanceof StorageFailure) throw error
    const problem = storageProblem(error)
    throw problem ? new StorageFailure({ ...problem, where: toFile }, error) : error
  }
  unfinished.end(partial)
  await flush(dirname(toFile))
  return { file: toFile, size: (await stat(toFile)).size }
}

/** A name or a folder that no disk takes is told before anything is copied. */
async function begin(partial: string, toFile: string): Promise<void> {
  try {
    statSync(toFile, { throwIfNoEntry: false })
    takeAwayEmptyFile(toFile)
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
    if (hasCode(error, 'EEXIST')) throw new StorageFailure(fileThere(toFile).problem, error)
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
    throw hasCode(error, 'EEXIST') ? new StorageFailure(fileThere(toFile).problem, error) : error
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

/** Waits until a file, or the names in a folder, are on the disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
