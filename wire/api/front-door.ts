import * as z from 'zod/mini'
import { fields } from '../agreed/fields.ts'
import { declineReasons, statusPositions } from '../agreed/requests.ts'
import type { Endpoints, Output } from './endpoint.ts'
import { appointment, referral, referralAccepted } from './referral.ts'
import { named, noted } from './schema-notes.ts'
import { text, token } from './shapes.ts'

const referralStatus = named(
  'ReferralStatus',
  z.object({
    kind: z.enum(['appointment', 'referral']),
    reference: z.string(),
    received: z.string(),
    line: noted(
      '`here` is the last position that was reached, with the day where one is known; one ahead has the day for which it is booked.',
      z.array(
        z.object({
          position: z.enum(statusPositions),
          state: z.enum(['done', 'here', 'ahead']),
          on: z.nullable(z.string()),
        }),
      ),
    ),
    nextBy: noted(
      'By when the next position is reached as a rule; null where nothing can be said.',
      z.nullable(z.string()),
    ),
    reach: noted('How whoever sent it can be told what comes next.', z.enum(['phone', 'email', 'none'])),
    ringToday: noted('A red flag was reported and nobody of the team has taken it on: telephone today.', z.boolean()),
    declined: noted('Why it was turned down; null when it was not.', z.nullable(z.enum(declineReasons))),
    updated: z.string(),
  }),
  'Positions only, never results.',
)
export type ReferralStatus = Output<typeof referralStatus>

const teamMember = named(
  'TeamMember',
  z.strictObject({
    name: text(fields.name),
    role: text(fields.role),
    phone: text(fields.phone),
    location: text(fields.location),
    languages: z.array(text(fields.language)).check(z.maxLength(20)),
  }),
)
export type TeamMember = Output<typeof teamMember>
const team = z.array(teamMember).check(z.maxLength(200))

export const frontDoorApi = {
  'POST /api/front-door/appointments': {
    name: 'askForAppointment',
    does: 'Requests an appointment.',
    takes: appointment,
    gives: referralAccepted,
    status: 201,
    once: true,
  },
  'POST /api/front-door/referrals': {
    name: 'refer',
    does: 'Refers a patient.',
    takes: referral,
    gives: referralAccepted,
    status: 201,
    once: true,
  },
  'POST /api/front-door/status': {
    name: 'readStatus',
    does: 'Shows the status of a request to anyone who holds its link.',
    takes: z.strictObject({ token }),
    gives: referralStatus,
    refuses: [403, 404],
  },
  'GET /api/front-door/team': {
    name: 'readTeam',
    does: 'The public list of the care team.',
    gives: z.array(teamMember),
  },
  'PUT /api/team': {
    name: 'changeTeam',
    does: 'Changes the public list of the care team. `was` is the list as it was read, so that changes made by others since then are kept.',
    ifMatch: { not: '`was` is compared line by line' },
    takes: z.strictObject({ was: team, is: team }),
    gives: team,
    refuses: [412],
  },
} as const satisfies Endpoints
