import { maxAmount } from '../plan/layout.ts'

/** The bounds of a signed 32-bit integer; each is the bitwise complement of the other. */
export const [minInt32, maxInt32] = [-2147483648, 2147483647]

/** Numbers that are written or set are whole and no more than an amount can be; whoever asks for another does so by mistake. */
export function checkedInt32(value: number): number {
  if (!Number.isInteger(value) || Math.abs(value) > maxAmount)
    throw new Error(`${value} is no whole number that fits among the columns.`)
  return value
}
