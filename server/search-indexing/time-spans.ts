/** From the first instant of what is written to the first one after it, as texts that compare like instants. */
export type TimeSpan = Readonly<{ from: string; to: string }>

const written = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/
const ever: TimeSpan = { from: '0000-01-01T00:00:00.000Z', to: '9999-12-31T23:59:59.999Z' }

/**
 * A date, a part of one, or a time. What names no time zone is read as UTC, where it is kept and where it is asked for
 * alike. Null when it is none.
 */
export function timeSpanOf(text: string): TimeSpan | null {
  const parts = written.exec(text)
  if (!parts) return null
  const [, year = '', month, day, hour, minute, second, fraction, zone] = parts
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)]
  if (!isDay(y, m, d) || y < 1) return null
  const plain = plainly(text, { day, hour, minute, second, fraction, zone })
  if (plain !== null) return plain
  if (hour === undefined) {
    const [nextY, nextM, nextD] = day ? [y, m, d + 1] : month ? [y, m + 1, 1] : [y + 1, 1, 1]
    return between(midnight(y, m, d), midnight(nextY, nextM, nextD))
  }
  // R4 has no hour 24, though the calendar would take it.
  if (hour > '23') return null
  // A leap second is the one before it, as whoever reads the chart has it.
  const counted = second === '60' ? '59' : (second ?? '00')
  const start = new Date(`${year}-${month}-${day}T${hour}:${minute}:${counted}.000${zone ?? 'Z'}`).getTime()
  if (Number.isNaN(start)) return null
  if (second === undefined) return between(start, start + 60_000)
  if (fraction === undefined) return between(start, start + 1000)
  const at = start + Math.floor(Number(`0${fraction}`) * 1000)
  return between(at, at + 1)
}

type Parts = Readonly<Record<'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'zone', string | undefined>>

/** Nearly every date is a day, or a second of UTC, and the next one differs in two digits: a calendar takes far longer. */
function plainly(text: string, { day, hour, minute, second, fraction, zone }: Parts): TimeSpan | null {
  if (hour === undefined) {
    if (day === undefined || day >= '28') return null
    return { from: `${text}T00:00:00.000Z`, to: `${text.slice(0, -2)}${next(day)}T00:00:00.000Z` }
  }
  if (zone !== 'Z' || fraction !== undefined || second === undefined || minute === undefined) return null
  if (hour > '23' || minute > '59' || second >= '59') return null
  const before = text.slice(0, -'00Z'.length)
  return { from: `${before}${second}.000Z`, to: `${before}${next(second)}.000Z` }
}

const next = (digits: string): string => String(Number(digits) + 1).padStart(2, '0')

function isDay(y: number, m: number, d: number): boolean {
  if (m >= 1 && m <= 12 && d >= 1 && d <= 28) return true
  const date = new Date(midnight(y, m, d))
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d
}

/** `Date.UTC` takes a year below 100 for one of the last century. */
const midnight = (y: number, m: number, d: number): number => new Date(0).setUTCFullYear(y, m - 1, d)

function between(from: number, to: number): TimeSpan {
  const as = (time: number) => {
    const text = new Date(time).toISOString()
    return text.length === ever.to.length ? text : text.startsWith('-') ? ever.from : ever.to
  }
  return { from: as(from), to: as(to) }
}

/** A period; an open end is for ever. */
export function periodOf({ start, end }: Readonly<{ start?: unknown; end?: unknown }>): TimeSpan | null {
  const first = typeof start === 'string' ? timeSpanOf(start) : null
  const last = typeof end === 'string' ? timeSpanOf(end) : null
  if (first === null && last === null) return null
  return { from: first?.from ?? ever.from, to: last?.to ?? ever.to }
}
