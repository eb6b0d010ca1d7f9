import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import type { Aside } from './aside.ts'

/** What was put aside could not be kept; the sentence says why. */
export class NotKept extends Error {}

export type KeptAside = Readonly<{
  keep: (one: Aside) => void
  close: () => void
  /** Nothing was begun: the file would be in the way of the next time. */
  drop: () => void
}>

/**
 * A new file for what is put aside, one a line; or why there can be none.
 * @throws NotKept from `keep`, where it cannot be written any more: what was put aside must not be lost without a word
 */
export function asideAt(path: string): KeptAside | Readonly<{ sentence: string }> {
  const why = (error: unknown): string =>
    `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`
  try {
    // What was refused may repeat what was sent: nobody else may read it, as nobody else reads the record.
    const file = openSync(path, 'wx', 0o600)
    const keep = (one: Aside): void => {
      try {
        writeSync(file, `${JSON.stringify(one)}\n`)
      } catch (error) {
        throw new NotKept(why(error))
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
