/** A UTC instant with milliseconds, so that instants compare as text. A value that is no instant is a bug and throws. */
export function instant(value: string): string {
  const time = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value) ? new Date(value) : new Date(Number.NaN)
  if (Number.isNaN(time.getTime())) throw new TypeError(`"${value}" is not an instant with a time zone`)
  return time.toISOString()
}

/** The next instant there is: they are told to the millisecond. */
export const justAfter = (at: string): string => shifted(at, 0.001)

/** The instant some seconds after (or, negative, before) another. */
export const shifted = (from: string, seconds: number): string =>
  new Date(new Date(from).getTime() + seconds * 1000).toISOString()
