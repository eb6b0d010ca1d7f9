import { jurisdictions } from '@facialis/language'
import * as z from 'zod/mini'
import { actKinds } from '../agreed/acts.ts'
import { fields } from '../agreed/fields.ts'
import { professions } from '../agreed/professions.ts'
import { roles } from '../agreed/roles.ts'
import type { Endpoints, Input, Output } from './endpoint.ts'
import { named, noted } from './schema-notes.ts'
import { password, text } from './shapes.ts'

const account = named('Account', z.object({ id: z.string(), name: z.string(), roles: z.array(z.enum(roles)) }))
export type Account = Output<typeof account>

const stated = z.object({ facts: z.array(z.string()), screens: z.array(z.string()) })
/** What may be stated in an act: ids, or beginnings of ids that end in a dot. */
export type Stated = Output<typeof stated>

const signInOffers = z.object({
  openId: noted('What the button of another sign-in says; null where there is none.', z.nullable(z.string())),
  passkeys: z.boolean(),
})
/** What is offered to somebody who is not signed in yet. */
export type SignInOffers = Output<typeof signInOffers>

const meShape = {
  account: z.nullable(account),
  records: noted(
    'The kinds of act this account may record, and what in each: ids, or beginnings of ids that end in a dot.',
    z.partialRecord(z.enum(actKinds), stated),
  ),
  attaches: noted('Whether a video or photo may be added to a record.', z.boolean()),
  emergency: noted(
    'Whether one person’s record, otherwise shut to this account, may be opened in an emergency.',
    z.boolean(),
  ),
  today: noted('The site’s calendar day; every screen evaluates for this day.', z.string()),
  zone: noted('The time zone of the site, in which screens tell the time of what happened.', z.string()),
  clinic: z.string(),
  guidance: noted('Who stands behind the guidance: signed, or a draft.', z.string()),
  waitsUntil: noted(
    'From when the version counts that the screens show, where it does not yet.',
    z.nullable(z.string()),
  ),
  jurisdiction: noted(
    'Where the clinic is, for what labels say there; null when nobody set it.',
    z.nullable(z.enum(jurisdictions)),
  ),
  phone: noted('The number people ring; null while nobody has entered one.', z.nullable(z.string())),
  demo: z.boolean(),
  signIn: noted('In which ways one may sign in here beside a name and a password.', signInOffers),
  setupNeeded: noted('Nobody has set the product up yet.', z.boolean()),
}
export const me = named('Me', z.object(meShape), 'Who is signed in, and what every screen needs to know of the place.')
export type Me = Output<typeof me>
export const meByLink = z.object({ ...meShape, passwordNeeded: z.boolean() })

const setup = z.strictObject({
  token: noted(
    'From the link that the server prints when it starts for the first time.',
    z.string().check(z.maxLength(200)),
  ),
  clinic: text(fields.clinic),
  name: text(fields.name),
  login: text(fields.login),
  password,
  start: z.enum(['demo', 'empty']),
  phone: noted('The number the front door tells people to ring.', z.optional(text(fields.phone))),
  profession: z.optional(z.enum(professions)),
})
export type Setup = Input<typeof setup>

export const meApi = {
  'GET /api/me': { name: 'readMe', does: 'Returns the signed-in account and details of the clinic.', gives: me },
  'POST /api/setup': {
    name: 'setUp',
    does: 'Creates the first administrator and an empty or demo clinic.',
    takes: setup,
    gives: me,
    status: 201,
    refuses: [403, 409],
  },
  'PUT /api/clinic': {
    name: 'changeClinic',
    does: 'Sets the clinic’s telephone number.',
    ifMatch: { not: 'it is one number' },
    takes: z.strictObject({ phone: z.nullable(text(fields.phone)) }),
    gives: me,
  },
} as const satisfies Endpoints
