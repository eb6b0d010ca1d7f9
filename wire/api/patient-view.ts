import * as z from 'zod/mini'
import { actKinds, afterwards } from '../agreed/acts.ts'
import { advice } from './advice.ts'
import { chart } from './chart.ts'
import type { Output } from './endpoint.ts'
import { toldFacts } from './plain.ts'
import { named, noted } from './schema-notes.ts'

const text = z.string()
const maybe = z.nullable(text)
export const side = z.enum(['left', 'right', 'both'])

const identity = z.object({
  id: text,
  name: text,
  birthDate: maybe,
  phone: maybe,
  email: maybe,
  side: z.nullable(side),
  interpreter: maybe,
  referrer: maybe,
})
export type PatientIdentity = Output<typeof identity>

const referredBy = z.object({ name: text, practice: maybe, phone: maybe, email: maybe, received: text })

const said = named(
  'Said',
  z.object({
    facts: toldFacts,
    screens: z.array(text),
    entries: z.array(
      z.object({
        id: z.optional(text),
        kind: text,
        date: maybe,
        withdrawn: z.optional(z.boolean()),
        fields: toldFacts,
      }),
    ),
    note: maybe,
    withdraws: noted('The id of the act that this one withdrew.', z.optional(text)),
    after: noted(
      'Why it was recorded afterwards, and by whom it was told.',
      z.nullable(z.object({ why: z.enum(afterwards), by: z.optional(text) })),
    ),
  }),
  'What was said in an act, in plain values.',
)
/** What was said in an act, in plain values: the screens put it into words. */
export type Said = Output<typeof said>

const headings = [
  'referral',
  'appointment-request',
  'booking',
  'contact',
  'identity',
  'review',
  'attachment',
  'version',
  'resources',
] as const
/** What a line of the timeline may be headed by. */
export const timelineKinds = [...actKinds, ...headings] as const
const timelineItem = named(
  'TimelineItem',
  z.object({
    id: text,
    kind: z.enum(timelineKinds),
    date: text,
    recordedAt: text,
    by: text,
    role: text,
    said,
    recordedAfter: z.boolean(),
    withdrawn: z.boolean(),
  }),
)
/** One line of the timeline, newest first. */
export type TimelineItem = Output<typeof timelineItem>

export const attachmentInfo = named(
  'AttachmentInfo',
  z.object({ id: text, name: text, mediaType: text, size: noted('Bytes.', z.int()), at: text }),
)
export type AttachmentInfo = Output<typeof attachmentInfo>

export const patientView = named(
  'PatientView',
  z.object({
    patient: identity,
    referredBy: noted(
      'Who referred them last, as the form says; null where nobody did by one.',
      z.nullable(referredBy),
    ),
    chart,
    policy: z.record(text, z.number()),
    today: text,
    advice,
    timeline: noted('Newest first.', z.array(timelineItem)),
    attachments: z.array(attachmentInfo),
    reviews: noted(
      'Reviews the server opened, e.g. of history that was recorded while the gate was shut.',
      z.array(z.object({ id: text, reason: text, opened: text, owner: text, done: z.boolean() })),
    ),
    firstVisit: noted(
      'How a first visit is booked; null once somebody has seen the person.',
      z.nullable(
        z.object({
          on: noted('The day for which it is booked; null where it is booked for none.', maybe),
          missed: noted('The day for which it was booked and did not take place, until another is booked.', maybe),
        }),
      ),
    ),
    letterOwed: noted('Since when whoever referred waits for a letter.', maybe),
    follows: noted(
      'The version of the pathway that this episode follows, and the newest there is here; where it is not here, the newest speaks. Who stands behind the one that speaks: signed, or a draft.',
      z.object({ version: text, newest: text, isHere: z.boolean(), guidance: text }),
    ),
    kept: noted(
      'How the record is kept: whether it is in use; whose records were merged into it and are read with it, as each names the person; what it names as the same person and nobody can read with it.',
      z.object({
        inUse: z.boolean(),
        merged: z.array(z.object({ id: text, name: text, birthDate: maybe })),
        unread: z.array(text),
      }),
    ),
    version: noted('Grows with every act; sent back as `If-Match`.', z.int()),
  }),
  'Everything about one person, with the advice of today.',
)
/** The screen evaluates `chart` with the same engine; `advice` is the server's, and counts. */
export type PatientView = Output<typeof patientView>
