import { accessSync, constants, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { writeError } from './write-errors.ts'

/** Writes a file atomically: it appears, or replaces an older one, only when it is complete. @throws ExitError */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  // The same name each time: what a killed command leaves the next one writes over.
  const partial = `${path}.part`
  try {
    // Another file would take the place of one that may not be written to.
    if (existsSync(path)) accessSync(path, constants.W_OK)
    writeFileSync(partial, content)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw writeError(path, error)
  }
}
