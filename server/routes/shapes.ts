import * as z from 'zod/mini'

/** Words of a bounded length, trimmed, not empty, with no control signs. */
export const text = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), z.regex(/^[^\p{Cc}]*$/u))

/** Like `text`, and lines may break. */
export const prose = (longest: number) =>
  z.string().check(z.trim(), z.maxLength(longest), z.regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u))

export const day = z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))
export const id = z.string().check(z.regex(/^[A-Za-z0-9.-]{1,64}$/))
export const token = z.string().check(z.minLength(20), z.maxLength(200))
