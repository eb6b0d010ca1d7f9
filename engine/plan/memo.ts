import { end, type OfEntry, span } from './kernel.ts'

/** Counts evaluations: what was remembered in an earlier one is forgotten without being cleared. */
export type Run = Readonly<{ run: number }>

/** Remembers truths for the length of one run; once a person, or once an entry. */
export function remembered(ask: OfEntry, byEntry: boolean, now: Run): OfEntry {
  if (!byEntry) {
    let run = -1
    let truth = 0
    return (entry) => {
      if (run === now.run) return truth
      truth = ask(entry)
      run = now.run
      return truth
    }
  }
  const runs: number[] = []
  const truths: number[] = []
  return (entry) => {
    if (runs[entry] === now.run) return truths[entry] as number
    const truth = ask(entry)
    while (runs.length <= entry) {
      runs.push(-1)
      truths.push(0)
    }
    truths[entry] = truth
    runs[entry] = now.run
    return truth
  }
}

/** The same for spans. */
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
