/** Units are counted in whole hundredths, so that sums of typed numbers are exact. */
export type Hundredths = number

/** A typed number with at most two decimals, comma or point; null for anything else and for less than nothing. */
export function readAmount(text: string): Hundredths | null {
  const match = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text.trim())
  if (match === null) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** Two and twenty and a half as the plain number 22.5. */
export const plainAmount = (amount: Hundredths): number => amount / 100

export const amountWords = (amount: Hundredths): string => String(amount / 100)

/** A plain number of the record in hundredths. */
export const amountOf = (plain: number): Hundredths => Math.round(plain * 100)

export const sum = (amounts: readonly Hundredths[]): Hundredths => amounts.reduce((total, one) => total + one, 0)
