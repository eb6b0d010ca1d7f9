import { tooLong } from '@facialis/language'
import * as z from 'zod/mini'
import { fields, reachable, type WrittenField } from '../agreed/fields.ts'

// Control signs, halves of signs, and the signs that turn the reading direction: with those a name shows as another.
const sign = '[^\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]'
const oneLine = new RegExp(`^${sign}*$`, 'u')
const lines = new RegExp(`^(?:${sign}|[\\n\\r\\t])*$`, 'u')

// Signs without a width or a shape are no words: nobody would see the name.
const isSeen = /[\p{L}\p{N}\p{P}\p{S}]/u

const fits = ({ label, longest }: WrittenField) =>
  z.maxLength(longest, { error: ({ input }) => tooLong(label, String(input).length, longest) })
const plainSigns = (signs: RegExp, { label }: WrittenField) =>
  z.regex(signs, { error: `${label} contains characters that cannot be stored. Type it again.` })
const needed = ({ label }: WrittenField) => ({ error: `${label} is needed.` })

/** Words of a bounded length, trimmed, not empty, in plain signs. */
export const text = (field: WrittenField) =>
  z.string(needed(field)).check(
    z.trim(),
    z.minLength(1, needed(field)),
    z.refine((said) => said === '' || isSeen.test(said), needed(field)),
    fits(field),
    plainSigns(oneLine, field),
  )

/** Like `text`, may be empty, and lines may break. */
export const prose = (field: WrittenField) =>
  z.string(needed(field)).check(z.trim(), fits(field), plainSigns(lines, field))

/** A telephone number, an e-mail address: words by which somebody can be reached. */
export const phone = text(fields.phone).check(z.regex(reachable.phone.pattern, { error: reachable.phone.sentence }))
export const email = text(fields.email).check(z.regex(reachable.email.pattern, { error: reachable.email.sentence }))

export const day = z
  .string()
  .check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'Write a date as 1968, 1968-04 or 1968-04-03.' }))
export const id = z.string().check(z.regex(/^[A-Za-z0-9.-]{1,64}$/))
/** A whole day, as written in the calendar of the site. */
export const wholeDay = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Write a day as 2026-04-03, with its year and month.' }))
export const token = z.string().check(z.minLength(20), z.maxLength(200))
export const password = z.string().check(z.maxLength(1000))
