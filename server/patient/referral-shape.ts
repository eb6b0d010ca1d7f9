import type { appointment, referral } from '@facialis/wire/api/referral.ts'
import type * as z from 'zod/mini'

/** A referral as it was sent. Its facts are not checked yet. */
export type SentReferral = z.output<typeof referral>
export type SentAppointment = z.output<typeof appointment>
