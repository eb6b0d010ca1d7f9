import { Stop } from '../input/stop.ts'
import type { Tally } from './tally.ts'

/** Ends the command where there are lines, and nobody who could be read: with the first fault, and where it is. */
export const nobodyIn = (path: string, { faults }: Tally): Stop =>
  new Stop(`Nobody could be read from ${path}: ${faultSentence(faults)}`)

function faultSentence(faults: Tally['faults']): string {
  const [[why, { first, kind }]] = Object.entries(faults) as [[string, (typeof faults)[string]]]
  return kind === 'line' ? `${first[0]} ${why}.` : `${first[0]}: ${why}`
}
