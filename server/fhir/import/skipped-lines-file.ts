import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import type { SkippedLine } from './skipped-line.ts'

/** The file of skipped lines could not be written; the message says why. */
export class SkippedLinesError extends Error {}

export type SkippedLinesFile = Readonly<{
  keep: (one: SkippedLine) => void
  close: () => void
  /** Nothing was begun: the file would be in the way of the next time. */
  drop: () => void
}>

/**
 * A new file for what is put aside, one a line; or why there can be none.
 * @throws SkippedLinesError from `keep`, where it cannot be written any more: what was put aside must not be lost without a word
 */
export function openSkippedLinesFile(path: string): SkippedLinesFile | Readonly<{ sentence: string }> {
  const why = (error: unknown): string =>
    `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`
  try {
    // What was refused may repeat what was sent: nobody else may read it, as nobody else reads the record.
    const file = openSync(path, 'wx', 0o600)
    const keep = (one: SkippedLine): void => {
      try {
        writeSync(file, `${JSON.stringify(one)}\n`)
      } catch (error) {
        throw new SkippedLinesError(why(error))
      }
    }
    const close = (): void => closeSync(file)
    const drop = (): void => {
      close()
      rmSync(path)
    }
    return { keep, close, drop }
  } catch (error) {
    return { sentence: why(error) }
  }
}
