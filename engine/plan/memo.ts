import { type EntryFunction, end, span } from './kernel.ts'

/** A generation counter: cached values of an earlier epoch are stale without being cleared. */
export type Epoch = Readonly<{ epoch: number }>

/** Memoises a span for one epoch. */
export function memoisedSpan(ask: EntryFunction, byEntry: boolean, now: Epoch): EntryFunction {
  // Few spans inside entries are asked twice, and all of them are quick to work out again.
  if (byEntry) return ask
  let cachedEpoch = -1
  let lo = 0
  let hi = 0
  return (entry) => {
    if (cachedEpoch !== now.epoch) {
      lo = ask(entry)
      hi = end.hi
      cachedEpoch = now.epoch
    }
    return span(lo, hi)
  }
}
