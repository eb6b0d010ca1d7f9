import { type Fraction, same } from './units.ts'

export type Scaled = Readonly<{ number: number }> | Readonly<{ wrong: 'not-a-number' | 'too-precise' | 'too-large' }>

const written = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/

/**
 * A number as whole steps of 10^-decimals, after a change of unit. Worked out from the digits as written, so 0.29 in hundredths
 * is 29 and nothing is
 * rounded away unless rounding (half up) is asked for.
 */
export function scaled(
  amount: number,
  decimals: number,
  factor: Fraction = same,
  precision: 'exact' | 'round' = 'exact',
): Scaled {
  if (factor === same) {
    // Up to fifteen digits a number is the decimal it was written as.
    const power = 10 ** decimals
    const steps = Math.round(amount * power)
    if (Math.abs(steps) < 1e15 && steps / power === amount) return { number: steps + 0 }
  }
  const [top, bottom] = factor
  const match = written.exec(String(amount))
  if (!match) return { wrong: 'not-a-number' }
  const [, sign, whole = '', part = '', exponent = '0'] = match
  const power = decimals + Number(exponent) - part.length
  if (Math.abs(power) > 400) return { wrong: power > 0 ? 'too-large' : 'too-precise' }
  const digits = BigInt(whole + part)
  const numerator = digits * top * (power > 0 ? 10n ** BigInt(power) : 1n)
  const denominator = bottom * (power < 0 ? 10n ** BigInt(-power) : 1n)
  const isWhole = numerator % denominator === 0n
  if (!isWhole && precision === 'exact') return { wrong: 'too-precise' }
  const steps = Number(isWhole ? numerator / denominator : (2n * numerator + denominator) / (2n * denominator))
  if (!Number.isSafeInteger(steps)) return { wrong: 'too-large' }
  return { number: sign === '-' && steps !== 0 ? -steps : steps }
}

/** Whole steps of 10^-decimals as the number people write: 250 hundredths are 2.5. */
export function unscaled(steps: number, decimals: number): number {
  if (decimals === 0) return steps
  const digits = String(Math.abs(steps)).padStart(decimals + 1, '0')
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return steps < 0 ? -Number(text) : Number(text)
}
