import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { ExitError } from '../input/exit-error.ts'
import { writeError } from './write-errors.ts'

/**
 * Writes a file that is not there yet, and never over one that is; `already` says why not.
 * @throws ExitError when it is there, or cannot be written
 */
export function writeNew(
  path: string,
  content: string | Uint8Array,
  { already, mode = 0o666 }: Readonly<{ already: string; mode?: number }>,
): void {
  const file = begun(path, mode, already)
  try {
    writeFileSync(file, content)
  } catch (error) {
    // A part of it would be in the way of the whole, or be taken for it.
    rmSync(path)
    throw writeError(path, error)
  } finally {
    closeSync(file)
  }
}

function begun(path: string, mode: number, already: string): number {
  try {
    return openSync(path, 'wx', mode)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new ExitError(`${path} already exists: ${already}.`)
    throw writeError(path, error)
  }
}
