import { ExitError } from '../input/exit-error.ts'
import type { Tally } from './tally.ts'

/** The error for lines in which no person could be read: with the first fault, and where it is. */
export const noPeopleError = (path: string, { faults }: Tally): ExitError =>
  new ExitError(`Nobody could be read from ${path}: ${faultSentence(faults)}`)

function faultSentence(faults: Tally['faults']): string {
  const [[why, { first, kind }]] = Object.entries(faults) as [[string, (typeof faults)[string]]]
  return kind === 'line' ? `${first[0]} ${why}.` : `${first[0]}: ${why}`
}
