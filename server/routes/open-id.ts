import { newToken } from '@facialis/record'
import { shifted } from '@facialis/record/core/instant.ts'
import { type OpenIdOutcome, openIdOutcomes } from '@facialis/wire'
import { token } from '@facialis/wire/api/shapes.ts'
import { place } from '@facialis/wire/api/sign-in.ts'
import * as z from 'zod/mini'
import type { Clinic } from '../clinic/clinic.ts'
import { ok, type Result, refusalOf, signInMethodUnavailable } from '../core/refusal.ts'
import { type Answer, answer, type RequestContext, route } from '../http/route.ts'
import { auditFailedSignIn } from '../identity/audit-failed-sign-in.ts'
import { passwordConfirmationRefusal } from '../identity/confirm-password.ts'
import { connectPurpose, federatedAccount } from '../identity/federated-account.ts'
import { callbackPath, type PendingSignIn } from '../identity/open-id.ts'
import { signIn } from '../identity/sessions.ts'

const keptShape = z.strictObject({
  state: z.string().check(z.maxLength(200)),
  nonce: z.string().check(z.maxLength(200)),
  verifier: z.string().check(z.maxLength(200)),
  back: place,
  connecting: z.nullable(token),
})
type KeptAway = PendingSignIn & Readonly<{ back: string; connecting: string | null }>

const minutesToConnect = 10

export const openIdRoutes = [
  route(
    'POST',
    '/api/sign-in/openid',
    {
      may: 'anyone',
      audit: { not: 'nobody has signed in yet' },
      perMinute: 60,
    },
    async ({ clinic, body, cookies }) => sentAway(clinic, cookies, { back: body.back, connecting: null }),
  ),

  route(
    'POST',
    '/api/me/openid',
    { may: 'self:manage', audit: 'openid-connecting', perMinute: 20 },
    async ({ clinic, who, body, source, session, cookies, requestId }) => {
      if (clinic.openId === null) return signInMethodUnavailable()
      const refusal = await passwordConfirmationRefusal(clinic, { id: who.id, current: body.current, source, session })
      if (refusal) return refusal
      const connecting = newToken()
      const expires = shifted(clinic.now(), minutesToConnect * 60)
      const done = await clinic.record.act({
        actor: { id: who.id },
        action: 'openid-connecting',
        changes: [],
        requestId,
        alongside: async ({ links }) => {
          await links.issue({ token: connecting, purpose: connectPurpose, subject: who.id, expires })
          return undefined
        },
      })
      if (!done.ok) return refusalOf(done.problem)
      return sentAway(clinic, cookies, { back: '/sign-in-ways', connecting })
    },
  ),

  route(
    'GET',
    callbackPath,
    { may: 'anyone', audit: 'sign-in-by-openid', perMinute: 60 },
    async ({ clinic, query, session, cookies, requestId }) => {
      const kept = readKept(cookies.redirect)
      cookies.clearRedirect()
      if (clinic.openId === null || kept === null) return leadTo(outcome('/sign-in', 'openid-late'))
      const elsewhere = kept.connecting === null ? '/sign-in' : kept.back
      const vouched = await clinic.openId.finish(asParams(query), kept)
      if (!vouched.ok) return leadTo(outcome(elsewhere, vouched.problem.code))
      const account = await federatedAccount(clinic, vouched.value, kept.connecting, requestId)
      if (!account.ok) {
        await auditFailedSignIn(clinic, { id: null, login: '', requestId })
        return leadTo(outcome(elsewhere, account.problem.code))
      }
      const told = { accountId: account.value.id, action: 'sign-in-by-openid', requestId, before: session }
      const token = await signIn(clinic, told)
      if (!token.ok) return token
      cookies.start(token.value)
      return leadTo(kept.back)
    },
  ),
]

async function sentAway(
  { openId }: Clinic,
  cookies: RequestContext['cookies'],
  more: Pick<KeptAway, 'back' | 'connecting'>,
): Promise<Answer<Readonly<{ url: string }>>> {
  if (openId === null) return signInMethodUnavailable()
  const begun = await openId.begin()
  if (!begun.ok) return begun
  cookies.setRedirect(Buffer.from(JSON.stringify({ ...begun.value.kept, ...more })).toString('base64url'))
  return answer({ url: begun.value.url })
}

function readKept(cookie: string | null): KeptAway | null {
  if (cookie === null || cookie.length > 4000) return null
  const read = parsed(Buffer.from(cookie, 'base64url').toString())
  return read.ok ? read.value : null
}

function parsed(text: string): Result<KeptAway> | Readonly<{ ok: false }> {
  try {
    const read = keptShape.safeParse(JSON.parse(text))
    return read.success ? ok(read.data) : { ok: false }
  } catch {
    return { ok: false }
  }
}

const asParams = (query: object): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  )

const isOutcome = (code: string): code is OpenIdOutcome => (openIdOutcomes as readonly string[]).includes(code)
const outcome = (screen: string, code: string): string => `${screen}?openid=${isOutcome(code) ? code : 'openid-failed'}`

/**
 * A page of our own that goes on at once: the browser came from another site, and a strict cookie is sent only with
 * what our own pages ask for.
 */
function leadTo(where: string): Answer<undefined> {
  const to = where.replace(/[&"'<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${to}"><title>Facialis</title><p><a href="${to}">Go on</a></p></html>`
  return { ok: true, reply: (reply) => reply.type('text/html; charset=utf-8').send(page) }
}
