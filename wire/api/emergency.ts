import * as z from 'zod/mini'
import { emergencyCauses, openingEnds, openingVerdicts } from '../agreed/emergency.ts'
import { fields } from '../agreed/fields.ts'
import type { Endpoints, Input, Output } from './endpoint.ts'
import { patientView } from './patient-view.ts'
import { named, noted } from './schema-notes.ts'
import { prose, text } from './shapes.ts'
import { confirming, passkeyToUse, usedPasskey } from './sign-in.ts'

const needed = (label: string) => z.minLength(1, { error: `${label} is needed.` })
const asked = z.strictObject({
  ...confirming.shape,
  name: text(fields.name),
  birthDate: z
    .string()
    .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'The full birth date is needed, such as 1968-04-03.' })),
  cause: z.enum(emergencyCauses),
  words: prose(fields.emergencyWords).check(needed(fields.emergencyWords.label)),
  passkey: noted('Used just now, in place of the present password.', z.optional(usedPasskey)),
})
/** Beside it: the present password as `current`, or a `passkey` that was used just now. */
export type EmergencyAsked = Omit<Input<typeof asked>, 'current' | 'passkey'>

const open = z.object({
  name: noted('Of the person whose record it is.', z.string()),
  cause: z.enum(emergencyCauses),
  words: z.string(),
  opened: z.string(),
  secondsLeft: z.int(),
})
export type OpenEmergency = Output<typeof open>
const emergency = named('Emergency', z.object({ open: z.nullable(open) }), 'What this session has open.')
/** What this session has open. */
export type Emergency = Output<typeof emergency>

const somebody = z.object({ id: z.string(), name: z.string() })
const line = named(
  'OpeningLine',
  z.object({
    id: z.string(),
    who: somebody,
    patient: somebody,
    cause: z.enum(emergencyCauses),
    words: z.string(),
    opened: z.string(),
    ended: noted(
      'Null while it is open; `at` is null where the session was merely left.',
      z.nullable(z.object({ at: z.nullable(z.string()), by: z.enum(openingEnds) })),
    ),
    review: z.nullable(
      z.object({ verdict: z.enum(openingVerdicts), note: z.string(), at: z.string(), by: z.string() }),
    ),
  }),
)
export type OpeningLine = Output<typeof line>
const openings = z.object({
  waiting: z.array(line),
  reviewed: z.array(line),
  begun: noted(
    'Of those that were looked into, the ids of which the reader has written something that was not kept.',
    z.array(z.string()),
  ),
})
/** Those that wait for a review, all of them; then the newest of the others. */
export type OpeningsPage = Output<typeof openings>

const reviewed = z.strictObject({
  verdict: z.enum(openingVerdicts),
  note: prose(fields.reviewNote).check(needed(fields.reviewNote.label)),
})
export type OpeningReviewed = Input<typeof reviewed>
const waiting = z.object({ count: z.int() })
export type OpeningsWaiting = Output<typeof waiting>

export const emergencyApi = {
  'GET /api/emergency': {
    name: 'readEmergency',
    does: 'Returns the record this session has opened in an emergency.',
    gives: emergency,
  },
  'POST /api/emergency/passkey': {
    name: 'askForPasskeyInEmergency',
    does: 'Returns what a browser needs to confirm with a passkey.',
    gives: passkeyToUse,
    refuses: [409],
  },
  'POST /api/emergency/open': {
    name: 'openInEmergency',
    does: 'Opens one person’s record for four hours, read-only, with a reason.',
    takes: asked,
    gives: emergency,
    status: 201,
    refuses: [401, 409],
  },
  'POST /api/emergency/end': {
    name: 'endEmergency',
    does: 'Closes the record this session has opened in an emergency.',
  },
  'GET /api/emergency/chart': {
    name: 'readChartInEmergency',
    does: 'Returns the opened record.',
    gives: patientView,
    refuses: [409],
  },
  'GET /api/emergency/attachments/:file': {
    name: 'readFileInEmergency',
    does: 'Returns one file of the opened record.',
    gives: 'file',
    refuses: [409],
  },
  'GET /api/emergency/waiting': {
    name: 'countOpenings',
    does: 'Counts the emergency openings that await review.',
    gives: waiting,
  },
  'GET /api/emergency/openings': {
    name: 'listOpenings',
    does: 'Lists all emergency openings that await review, then the newest of the others.',
    gives: openings,
  },
  'POST /api/emergency/openings/:id/review': {
    name: 'reviewOpening',
    does: 'Records whether an emergency opening was justified.',
    takes: reviewed,
    refuses: [409],
  },
} as const satisfies Endpoints
