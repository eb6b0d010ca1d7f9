import * as z from 'zod/mini'
import { fields } from '../agreed/fields.ts'
import { declineReasons } from '../agreed/requests.ts'
import type { Endpoints, Fixed, Sent } from './endpoint.ts'
import { named, noted } from './noted.ts'
import { attachmentInfo } from './patient-view.ts'
import { toldFacts } from './plain.ts'
import { appointment, referral } from './referral.ts'
import { id, prose } from './shapes.ts'

const kept = {
  id: z.string(),
  reference: z.string(),
  received: z.string(),
  state: noted('`requested` while it waits.', z.string()),
  patientId: z.nullable(z.string()),
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
export type Decline = Sent<typeof decline>

export const requestsApi = {
  'GET /api/requests/:id': { name: 'readRequest', does: 'What was sent with a request.', gives: sentRequest },
  'GET /api/requests/:id/attachments/:file': {
    name: 'readRequestFile',
    does: 'One file that came with a request.',
    gives: 'file',
  },
  'POST /api/requests/:id/accept': {
    name: 'acceptRequest',
    does: 'Takes a request on: a new person, or one who is here already.',
    takes: z.optional(
      z.strictObject({ patientId: noted('Whose record it joins; left out, a new person.', z.optional(id)) }),
    ),
    gives: z.object({ patientId: z.string() }),
    refuses: [409, 412],
  },
  'POST /api/requests/:id/decline': {
    name: 'declineRequest',
    does: 'Turns a request down: a reason for whoever asked, a note for the team.',
    takes: decline,
    refuses: [409, 412],
  },
} as const satisfies Endpoints
