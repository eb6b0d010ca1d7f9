import * as z from 'zod/mini'
import { largestFile, mostFiles } from '../agreed/attachable.ts'
import { fields } from '../agreed/fields.ts'
import type { Input, Output } from './endpoint.ts'
import { sentFacts } from './plain.ts'
import { named, noted } from './schema-notes.ts'
import { day, email, id, phone, prose, text, wholeDay } from './shapes.ts'

const attachment = z.strictObject({
  name: text(fields.fileName),
  mediaType: z.string().check(z.maxLength(100)),
  content: noted(
    'Base64.',
    // Base64 is a third longer than what it holds.
    z.string().check(z.maxLength(Math.ceil(largestFile / 3) * 4 + 4), z.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
  ),
})
export type Attachment = Input<typeof attachment>

/** A referral, from the front door or from paper. Its facts are checked against the pathway. */
export const referral = named(
  'Referral',
  z.strictObject({
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
    received: z.optional(wholeDay),
    facts: noted(
      'Structured findings in plain facts, e.g. `{"ph.unilateral": true, "rf.limbOrSpeech": "no"}`.',
      sentFacts,
    ),
    screens: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10))),
    message: z.optional(prose(fields.message)),
    attachments: z.optional(z.array(attachment).check(z.maxLength(mostFiles))),
  }),
)
export type Referral = Input<typeof referral>

/** The same on paper, with whose record it joins when somebody has compared and knows. */
export const paper = named('PaperReferral', z.extend(referral, { joins: z.optional(id) }))

export const appointment = named(
  'AppointmentRequest',
  z.strictObject({
    name: text(fields.name),
    phone,
    email: z.optional(email),
    birthDate: z.optional(day),
    preferred: z.optional(prose(fields.preferred)),
    reason: prose(fields.reason),
    interpreter: z.optional(text(fields.interpreter)),
  }),
)
export type AppointmentRequest = Input<typeof appointment>

const accepted = {
  reference: z.string(),
  statusLink: noted('Shown once; its secret travels after `#`, never in a request line.', z.string()),
  duplicates: noted('People here who may be the same.', z.optional(z.array(z.string()))),
}
export const referralAccepted = named('ReferralAccepted', z.object(accepted))
export type ReferralAccepted = Output<typeof referralAccepted>
export const paperAccepted = z.object({ ...accepted, patientId: z.string() })
