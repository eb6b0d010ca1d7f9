import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

/** What the tests write at once comes to a few hundred megabytes. */
const enough = 4 * 2 ** 30

/**
 * Lets every record the tests make lie in memory, where there is plenty of it: each of their thousands of writes waits
 * for the disk, and is thrown away. A crash of the product leaves there what it leaves on a disk.
 * @returns what takes it all away again
 */
export function writeInMemory() {
  const folder = folderInMemory()
  if (folder === null) return () => {}
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

function folderInMemory() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    if (bavail * bsize < enough) return null
    const folder = mkdtempSync(join('/dev/shm', 'facialis-'))
    // PostgreSQL runs as an account of its own.
    chmodSync(folder, 0o755)
    return folder
  } catch {
    return null
  }
}
