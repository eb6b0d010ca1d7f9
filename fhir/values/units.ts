/**
 * Units that mean the same thing, by what they measure: how many of the first one each is, as an exact fraction.
 * Only conversions without rounding or convention stand here: a year is twelve months, but no number of days.
 */
const scales: readonly Readonly<Record<string, readonly [bigint, bigint]>>[] = [
  { mo: [1n, 1n], a: [12n, 1n] },
  {
    ms: [1n, 1n],
    s: [1000n, 1n],
    min: [60_000n, 1n],
    h: [3_600_000n, 1n],
    d: [86_400_000n, 1n],
    wk: [604_800_000n, 1n],
  },
  // Laboratories write a filtration rate with and without the body surface it is normed to.
  {
    'mL/min': [1n, 1n],
    'mL/min/{1.73_m2}': [1n, 1n],
    'mL/s': [60n, 1n],
    'mL/s/{1.73_m2}': [60n, 1n],
    'L/min': [1000n, 1n],
    'L/h': [50n, 3n],
  },
  { mm: [1n, 1n], cm: [10n, 1n], m: [1000n, 1n] },
  { ug: [1n, 1n], mg: [1000n, 1n], g: [1_000_000n, 1n], kg: [1_000_000_000n, 1n] },
  { uL: [1n, 1n], mL: [1000n, 1n], L: [1_000_000n, 1n] },
  { '%': [1n, 1n], '1': [100n, 1n] },
  { mT: [1n, 1n], T: [1000n, 1n] },
  { '{score}': [1n, 1n], '1': [1n, 1n] },
]

const otherNames: Readonly<Record<string, string>> = {
  year: 'a',
  years: 'a',
  yr: 'a',
  yrs: 'a',
  month: 'mo',
  months: 'mo',
  week: 'wk',
  weeks: 'wk',
  day: 'd',
  days: 'd',
  hour: 'h',
  hours: 'h',
  minute: 'min',
  minutes: 'min',
  second: 's',
  seconds: 's',
  sec: 's',
  msec: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  'ml/min': 'mL/min',
  'ml/min/1.73m2': 'mL/min/{1.73_m2}',
  'ml/min/1.73m²': 'mL/min/{1.73_m2}',
  'ml/min/1.73 m2': 'mL/min/{1.73_m2}',
  'ml/min/{1.73m2}': 'mL/min/{1.73_m2}',
  'ml/min/1.73_m2': 'mL/min/{1.73_m2}',
  'ml/min/{1.73_m2}': 'mL/min/{1.73_m2}',
  'ml/s': 'mL/s',
  'l/min': 'L/min',
  ml: 'mL',
  l: 'L',
  µl: 'uL',
  µg: 'ug',
  mcg: 'ug',
  percent: '%',
  tesla: 'T',
  t: 'T',
  '[u]': 'U',
  u: 'U',
  unit: 'U',
  units: 'U',
  '{u}': 'U',
  score: '{score}',
  points: '{score}',
  '{points}': '{score}',
  point: '{score}',
  '{#}': '{score}',
  '{count}': '{score}',
}

const canonical = (unit: string): string => {
  const trimmed = unit.trim()
  const name = trimmed.toLowerCase()
  return (Object.hasOwn(otherNames, name) ? otherNames[name] : undefined) ?? trimmed
}

export type Fraction = readonly [bigint, bigint]

/** Of one unit and itself. */
export const same: Fraction = [1n, 1n]

/** By what to multiply an amount in `from` to have it in `to`; null when the one cannot become the other. */
export function factorBetween(from: string, to: string): Fraction | null {
  if (from === to) return same
  const [a, b] = [canonical(from), canonical(to)]
  if (a === b) return same
  for (const scale of scales) {
    const [source, target] = [a, b].map((unit) => (Object.hasOwn(scale, unit) ? scale[unit] : undefined))
    if (source && target) return [source[0] * target[1], source[1] * target[0]]
  }
  return null
}
