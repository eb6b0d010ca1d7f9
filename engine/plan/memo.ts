import { end, type OfEntry, span } from './kernel.ts'

/** Counts evaluations: what was remembered in an earlier one is forgotten without being cleared. */
export type Run = Readonly<{ run: number }>

/** Remembers a span for the length of one run. */
export function rememberedSpan(ask: OfEntry, byEntry: boolean, now: Run): OfEntry {
  // Few spans inside entries are asked twice, and all of them are quick to work out again.
  if (byEntry) return ask
  let run = -1
  let lo = 0
  let hi = 0
  return (entry) => {
    if (run !== now.run) {
      lo = ask(entry)
      hi = end.hi
      run = now.run
    }
    return span(lo, hi)
  }
}
