import { fields } from '@facialis/wire'
import * as z from 'zod/mini'
import { day, email, id, phone, prose, text } from '../routes/shapes.ts'
import { largestFile, mostFiles } from './attachments.ts'

const attachment = z.strictObject({
  name: text(fields.fileName),
  mediaType: z.string().check(z.maxLength(100)),
  // Base64 is a third longer than what it holds.
  content: z.string().check(z.maxLength(Math.ceil(largestFile / 3) * 4 + 4), z.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
})

/** A referral, from the front door or from paper. Its facts are checked against the pathway. */
export const referralShape = z.strictObject({
  patient: z.strictObject({
    name: text(fields.name),
    birthDate: z.nullable(day),
    phone: z.optional(phone),
    email: z.optional(email),
    interpreter: z.optional(text(fields.interpreter)),
  }),
  side: z.enum(['left', 'right', 'both', 'unknown']),
  referrer: z.strictObject({
    name: text(fields.referrer),
    practice: z.optional(text(fields.practice)),
    phone: z.optional(phone),
    email: z.optional(email),
  }),
  received: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  facts: z.record(z.string().check(z.maxLength(80)), z.unknown()),
  screens: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10))),
  message: z.optional(prose(fields.message)),
  attachments: z.optional(z.array(attachment).check(z.maxLength(mostFiles))),
})
export type SentReferral = z.infer<typeof referralShape>

/** The same on paper, with whose record it joins when somebody has compared and knows. */
export const paperShape = z.extend(referralShape, { joins: z.optional(id) })

export const appointmentShape = z.strictObject({
  name: text(fields.name),
  phone,
  email: z.optional(email),
  birthDate: z.optional(day),
  preferred: z.optional(prose(fields.preferred)),
  reason: prose(fields.reason),
  interpreter: z.optional(text(fields.interpreter)),
})
export type SentAppointment = z.infer<typeof appointmentShape>
