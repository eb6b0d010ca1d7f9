import * as z from 'zod/mini'

// Control signs, halves of signs, and the signs that turn the reading direction: with those a name shows as another.
const sign = '[^\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]'
const oneLine = new RegExp(`^${sign}*$`, 'u')
const lines = new RegExp(`^(?:${sign}|[\\n\\r\\t])*$`, 'u')

const plainSigns = 'Only plain signs fit here: no control signs, and none that turn the reading direction.'
const atMost = (longest: number) => `At most ${longest} signs fit here; this is longer.`

/** Words of a bounded length, trimmed, not empty, in plain signs. */
export const text = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest, atMost(longest)), z.regex(oneLine, plainSigns))

/** Like `text`, and lines may break. */
export const prose = (longest: number) =>
  z.string().check(z.trim(), z.maxLength(longest, atMost(longest)), z.regex(lines, plainSigns))

export const day = z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))
export const id = z.string().check(z.regex(/^[A-Za-z0-9.-]{1,64}$/))
export const token = z.string().check(z.minLength(20), z.maxLength(200))
