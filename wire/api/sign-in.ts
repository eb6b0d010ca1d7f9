import * as z from 'zod/mini'
import { fields } from '../agreed/fields.ts'
import type { Endpoints, Output } from './endpoint.ts'
import { me, meByLink } from './me.ts'
import { named, noted } from './schema-notes.ts'
import { password, text, token } from './shapes.ts'

/** A place among our own screens: nobody is sent away from here. */
export const place = z.string().check(z.maxLength(300), z.regex(/^\/(?![/\\])[^\\\s]*$/))
/** The present password, asked for again before something that opens an account. */
export const confirming = z.strictObject({ current: z.optional(z.string().check(z.maxLength(1000))) })
const away = z.object({ url: noted('Where to send the browser.', z.string()) })

const written = z.string().check(z.maxLength(20_000), z.regex(/^[\w-]+$/))
const common = {
  id: z.string().check(z.maxLength(1400), z.regex(/^[\w-]+$/)),
  rawId: written,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  authenticatorAttachment: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
}
/** What a browser hands over of a new passkey, and of one that is used. */
const made = z.strictObject({
  ...common,
  response: z.looseObject({
    clientDataJSON: written,
    attestationObject: written,
    transports: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10))),
  }),
})
export const usedPasskey = z.strictObject({
  ...common,
  response: z.looseObject({
    clientDataJSON: written,
    authenticatorData: written,
    signature: written,
    userHandle: z.optional(written),
  }),
})
const maybe = z.optional(z.string())
const wish = z.optional(z.enum(['required', 'preferred', 'discouraged']))
const waits = z.optional(z.int())
/** What a browser is handed to use one: the options of WebAuthn as JSON, as far as they are given here. */
export const passkeyToUse = named(
  'PasskeyToUse',
  z.object({ challenge: z.string(), rpId: maybe, timeout: waits, userVerification: wish }),
  'The options of `navigator.credentials.get` as JSON (WebAuthn).',
)
export type PasskeyToUse = Output<typeof passkeyToUse>
const key = z.literal('public-key')
const reached = z.array(z.string())
/** What it is handed to make one. */
const passkeyToMake = named(
  'PasskeyToMake',
  z.object({
    challenge: z.string(),
    rp: z.object({ id: maybe, name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ type: key, alg: z.int() })),
    timeout: waits,
    attestation: z.optional(z.enum(['none', 'indirect', 'direct', 'enterprise'])),
    excludeCredentials: z.optional(
      z.array(z.object({ id: z.string(), type: z.string(), transports: z.optional(reached) })),
    ),
    authenticatorSelection: z.optional(
      z.object({ residentKey: wish, requireResidentKey: z.optional(z.boolean()), userVerification: wish }),
    ),
    extensions: z.optional(z.object({ credProps: z.optional(z.boolean()) })),
    hints: z.optional(z.array(z.enum(['hybrid', 'security-key', 'client-device']))),
  }),
  'The options of `navigator.credentials.create` as JSON (WebAuthn).',
)
export type PasskeyToMake = Output<typeof passkeyToMake>

const passkey = z.object({ id: z.string(), name: z.string(), created: z.string(), lastUsed: z.nullable(z.string()) })
export type KnownPasskey = Output<typeof passkey>
const signInWays = named(
  'SignInWays',
  z.object({
    password: z.boolean(),
    openIdConnected: noted('Whether the other sign-in is known to be theirs.', z.boolean()),
    passkeys: z.array(passkey),
  }),
)
/** In which ways somebody signs in. */
export type SignInWays = Output<typeof signInWays>

const word = z.optional(z.string())
/** What the other sign-in sends along; it may send more, which means nothing here. */
const cameBack = z.looseObject({
  code: noted('What it tells who it was for, once.', word),
  state: noted('What this sign-in was begun with.', word),
  iss: noted('Which sign-in answers.', word),
  error: noted('Why it came to nothing, as a code.', word),
  error_description: noted('The same in words.', word),
})

export const signInApi = {
  'POST /api/sign-in': {
    name: 'signIn',
    does: 'Signs in with login and password; the response sets the session cookie.',
    takes: z.strictObject({ login: text(fields.login), password }),
    gives: me,
    refuses: [401],
  },
  'POST /api/sign-in/link': {
    name: 'signInByLink',
    does: 'Signs in with a single-use link from the console.',
    takes: z.strictObject({ token }),
    gives: meByLink,
    refuses: [401],
  },
  'POST /api/sign-out': {
    name: 'signOut',
    does: 'Signs out and ends the session, but never one of a different account than `X-Facialis-For` names.',
    refuses: [409],
  },
  'POST /api/sign-in/openid': {
    name: 'signInElsewhere',
    does: 'Starts a sign-in through OpenID Connect.',
    takes: z.strictObject({ back: place }),
    gives: away,
    refuses: [409, 502],
  },
  'GET /api/sign-in/openid/back': {
    name: 'comeBack',
    does: 'The redirect address of an OpenID Connect sign-in.',
    query: cameBack,
    gives: 'page',
  },
  'POST /api/sign-in/passkey/options': {
    name: 'askForPasskey',
    does: 'Returns what a browser needs to sign in with a passkey.',
    gives: passkeyToUse,
    refuses: [409],
  },
  'POST /api/sign-in/passkey': {
    name: 'signInByPasskey',
    does: 'Signs in with a passkey.',
    takes: usedPasskey,
    gives: me,
    refuses: [401, 409],
  },
  'GET /api/me/sign-in': {
    name: 'readSignInWays',
    does: 'Lists the sign-in methods of the signed-in account.',
    gives: signInWays,
  },
  'PUT /api/me/password': {
    name: 'changePassword',
    does: 'Changes the password and ends every other session.',
    ifMatch: { not: 'whoever sets it names the one before' },
    takes: z.strictObject({ password, current: z.optional(z.string().check(z.maxLength(1000))) }),
    refuses: [401, 403],
  },
  'POST /api/me/openid': {
    name: 'connectElsewhere',
    does: 'Starts linking an OpenID Connect sign-in to the account.',
    takes: confirming,
    gives: away,
    refuses: [401, 403, 409, 502],
  },
  'POST /api/me/passkeys/options': {
    name: 'askToAddPasskey',
    does: 'Returns what a browser needs to create a passkey.',
    takes: confirming,
    gives: passkeyToMake,
    refuses: [401, 403, 409],
  },
  'POST /api/me/passkeys': {
    name: 'addPasskey',
    does: 'Adds a passkey.',
    takes: z.strictObject({ name: text(fields.name), made }),
    refuses: [409],
  },
  'DELETE /api/me/passkeys/:id': {
    name: 'removePasskey',
    does: 'Removes a passkey.',
    ifMatch: { not: 'a passkey never changes' },
  },
} as const satisfies Endpoints
