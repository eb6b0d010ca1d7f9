import * as z from 'zod/mini'
import { day, prose, text } from '../routes/shapes.ts'
import { largestFile, mostFiles } from './attachments.ts'

const attachment = z.strictObject({
  name: text(200),
  mediaType: z.string().check(z.maxLength(100)),
  // Base64 is a third longer than what it holds.
  content: z.string().check(z.maxLength(Math.ceil(largestFile / 3) * 4 + 4), z.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
})

/** A referral, from the front door or from paper. Its facts are checked against the pathway. */
export const referralShape = z.strictObject({
  patient: z.strictObject({
    name: text(200),
    birthDate: z.nullable(day),
    phone: z.optional(text(60)),
    email: z.optional(text(200)),
    interpreter: z.optional(text(100)),
  }),
  side: z.enum(['left', 'right', 'both', 'unknown']),
  referrer: z.strictObject({
    name: text(200),
    practice: z.optional(text(200)),
    phone: z.optional(text(60)),
    email: z.optional(text(200)),
  }),
  received: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  facts: z.record(z.string().check(z.maxLength(80)), z.unknown()),
  screens: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10))),
  message: z.optional(prose(8000)),
  attachments: z.optional(z.array(attachment).check(z.maxLength(mostFiles))),
})
export type SentReferral = z.infer<typeof referralShape>

export const appointmentShape = z.strictObject({
  name: text(200),
  phone: text(60),
  email: z.optional(text(200)),
  birthDate: z.optional(day),
  preferred: z.optional(prose(500)),
  reason: prose(4000),
  interpreter: z.optional(text(100)),
})
export type SentAppointment = z.infer<typeof appointmentShape>
