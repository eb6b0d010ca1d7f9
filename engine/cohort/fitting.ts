import { maxAmount } from '../plan/layout.ts'

/** Of 32 bits: all that fit lie between, and one is the opposite of the other bit by bit. */
export const [leastOfAll, greatestOfAll] = [-2147483648, 2147483647]

/** Numbers that are written or set are whole and no more than an amount can be; whoever asks for another does so by mistake. */
export function fitting(value: number): number {
  if (!Number.isInteger(value) || Math.abs(value) > maxAmount)
    throw new Error(`${value} is no whole number that fits among the columns.`)
  return value
}
