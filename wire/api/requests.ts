import * as z from 'zod/mini'
import { fields } from '../agreed/fields.ts'
import { declineReasons } from '../agreed/requests.ts'
import type { Endpoints, Fixed, Input, Output } from './endpoint.ts'
import { attachmentInfo } from './patient-view.ts'
import { toldFacts } from './plain.ts'
import { appointment, referral } from './referral.ts'
import { named, noted } from './schema-notes.ts'
import { id, prose } from './shapes.ts'

const maybe = z.nullable(z.string())
const declined = z.object({
  reason: z.enum(declineReasons),
  note: noted('For the team.', maybe),
  by: noted('Null where it was not written down who.', maybe),
  on: z.string(),
})

const kept = {
  id: z.string(),
  reference: z.string(),
  received: z.string(),
  state: noted('`requested` while it waits.', z.string()),
  patientId: z.nullable(z.string()),
  declined: noted('Null unless it was turned down.', z.nullable(declined)),
  attachments: z.array(attachmentInfo),
}
const sentRequest = named(
  'SentRequest',
  z.union([
    z.object({
      ...kept,
      kind: z.literal('referral'),
      sent: z.extend(z.omit(referral, { attachments: true }), { facts: toldFacts }),
    }),
    z.object({ ...kept, kind: z.literal('appointment'), sent: appointment }),
  ]),
  'What was sent, word for word.',
)
/** What was sent, word for word. */
export type SentRequest = Fixed<z.output<typeof sentRequest>>

const decline = z.strictObject({
  reason: z.enum(declineReasons),
  note: noted('For the team; needed with `other`.', z.optional(prose(fields.declineReason).check(z.minLength(1)))),
})
export type Decline = Input<typeof decline>

const declinedRequest = z.object({
  id: z.string(),
  kind: z.enum(['appointment', 'referral']),
  name: z.string(),
  received: z.string(),
  declined,
})
/** A request that was turned down, as the list has it. */
export type DeclinedRequest = Output<typeof declinedRequest>

const declinedPage = named(
  'DeclinedPage',
  z.object({
    requests: noted('The latest first.', z.array(declinedRequest)),
    before: noted('Where to look further back; null when these are the first of all.', z.nullable(z.string())),
  }),
)
export type DeclinedPage = Output<typeof declinedPage>

export const requestsApi = {
  'GET /api/requests/declined': {
    name: 'listDeclined',
    does: 'Lists declined requests, a hundred at a time.',
    query: z.strictObject({
      before: noted(
        'Only those before the last of another page, as it was told.',
        z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
      ),
    }),
    gives: declinedPage,
  },
  'GET /api/requests/:id': { name: 'readRequest', does: 'Returns what was sent with a request.', gives: sentRequest },
  'GET /api/requests/:id/attachments/:file': {
    name: 'readRequestFile',
    does: 'Returns one file sent with a request.',
    gives: 'file',
  },
  'POST /api/requests/:id/accept': {
    name: 'acceptRequest',
    does: 'Accepts a request, for a new person or for one who already has a record.',
    takes: z.optional(
      z.strictObject({ patientId: noted('Whose record it joins; left out, a new person.', z.optional(id)) }),
    ),
    gives: z.object({ patientId: z.string() }),
    refuses: [409, 412],
  },
  'POST /api/requests/:id/decline': {
    name: 'declineRequest',
    does: 'Declines a request, with a reason for the sender and a note for the team.',
    takes: decline,
    refuses: [409, 412],
  },
  'POST /api/requests/:id/reopen': {
    name: 'reopenRequest',
    does: 'Puts a declined request back in the queue.',
    takes: z.optional(z.strictObject({})),
    refuses: [409, 412],
  },
} as const satisfies Endpoints
