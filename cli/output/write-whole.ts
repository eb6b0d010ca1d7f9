import { accessSync, constants, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { notWritten } from './not-written.ts'

/** Writes a file that is there, or takes the place of an older one, only once it is whole. @throws Stop */
export function writeWhole(path: string, content: string | Uint8Array): void {
  // The same name each time: what a killed command leaves the next one writes over.
  const partial = `${path}.part`
  try {
    // Another file would take the place of one that may not be written to.
    if (existsSync(path)) accessSync(path, constants.W_OK)
    writeFileSync(partial, content)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw notWritten(path, error)
  }
}
