import { may } from '@facialis/wire'
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import * as z from 'zod/mini'
import type { Clinic } from '../clinic/clinic.ts'
import { customMessage, fieldPath } from '../core/field-path.ts'
import { idempotencyHeader, notFound, ok, type Refusal, type Result, refuse, unauthenticated } from '../core/refusal.ts'
import type { SignedIn } from '../identity/account.ts'
import { findSession, type LiveSession } from '../identity/sessions.ts'
import { auditRefusal } from './audit-refusal.ts'
import { chargeToAccount } from './body-budget.ts'
import { clientNetworkOf } from './client-network.ts'
import {
  clearRedirectCookie,
  clearSessionCookie,
  redirectCookie,
  sessionToken,
  setRedirectCookie,
  setSessionCookie,
} from './cookies.ts'
import { isFhirAddress } from './fhir-address.ts'
import { noSuchOperation } from './no-such-operation.ts'
import { sendOutcome } from './outcome.ts'
import type { Answer, RequestContext, Route } from './route.ts'
import { serverOrigins } from './server-origins.ts'
import { spokenFor } from './spoken-for.ts'
import { versionOfEtag } from './version.ts'

const usualLargest = 256 * 1024

/** Registers one route: authentication, authorisation, validation, `If-Match`, audit of refusals; then its handler. */
export function registerRoute(app: FastifyInstance, clinic: Clinic, route: Route): void {
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.largest ?? usualLargest,
    config: {
      ...(route.perMinute === undefined ? {} : { rateLimit: { max: route.perMinute, timeWindow: 60_000 } }),
      ...(route.may === 'anyone' ? { forAnyone: true } : {}),
      ...(route.endpoint?.takesFile === undefined ? {} : { takesFile: true }),
    },
    ...(route.method === 'GET' || route.may === 'anyone' ? {} : { onRequest: refuseBeforeBody(clinic, route) }),
    handler: async (request, reply) => {
      clinic.auditedRequests.begin(request.id)
      try {
        const live = await sessionOf(clinic, route, { request, reply })
        const asked = readAsked(clinic, route, { request, reply, who: live?.who ?? null })
        const answered = asked.ok ? await route.handle(asked.value) : asked
        if (!answered.ok) await auditRefusal(clinic, refusedTo(live?.who ?? null, route, request, answered))
        return send(reply, answered, route.status)
      } finally {
        clinic.auditedRequests.end(request.id)
      }
    },
  })
}

const refusedTo = (who: SignedIn | null, route: Route, request: FastifyRequest, refusal: Refusal) => ({
  who,
  route,
  refusal,
  params: request.params as Readonly<Record<string, string>>,
  requestId: request.id,
})

/** What is sent to a door that is open to anyone, a password that is wrong for one, does not tell that whoever signed in is there. */
async function sessionOf(
  clinic: Clinic,
  { may, method }: Route,
  { request, reply }: Pick<Reading, 'request' | 'reply'>,
): Promise<LiveSession | null> {
  const byTimer = request.headers['x-facialis-by'] === 'timer' || (may === 'anyone' && method !== 'GET')
  const of = may === 'anyone' ? null : spokenFor(request.headers)
  const live = await findSession(clinic, sessionToken(request, clinic.https), { byTimer, of })
  if (live) reply.header('X-Facialis-Session', `idle=${live.untilIdle}, over=${live.untilOver}`)
  return live
}

/** Who is not signed in does not make us read, and hold, what they send; nor, if it is large, who may not send it. */
const refuseBeforeBody =
  (clinic: Clinic, route: Route): onRequestAsyncHookHandler =>
  async (request, reply) => {
    const of = spokenFor(request.headers)
    const live = await findSession(clinic, sessionToken(request, clinic.https), { byTimer: true, of })
    const who = live?.who ?? null
    if (who !== null) chargeToAccount(request, who.id)
    const refusal = who !== null && route.largest === undefined ? null : refusedEntry(route, who)
    if (refusal === null) return
    await auditRefusal(clinic, refusedTo(who, route, request, refusal))
    return send(reply, refusal)
  }

/** Whoever is signed in and asks for an operation that there is not, or in another way, is told which there are. */
export const refuseUnknownOperation =
  (clinic: Clinic, lines: readonly Route[]): onRequestAsyncHookHandler =>
  async (request, reply) => {
    if (!isFhirAddress(request.url) || request.routeOptions.url?.includes('/$')) return
    const refusal = noSuchOperation({ path: request.url.split('?', 1)[0] as string }, lines)
    if (refusal === null) return
    const live = await findSession(clinic, sessionToken(request, clinic.https), { byTimer: true })
    return send(reply, live === null ? unauthenticated() : refusal)
  }

type Reading = Readonly<{ request: FastifyRequest; reply: FastifyReply; who: SignedIn | null }>

function readAsked(clinic: Clinic, route: Route, { request, reply, who }: Reading): Result<RequestContext> {
  const refusal = refusedEntry(route, who)
  if (refusal) return refusal
  const query = readQuery(route, request.query)
  if (!query.ok) return query
  const body = readBody(route.takes, request.body)
  if (!body.ok) return body
  const inHeader = isFhirAddress(request.url) ? 'http.' : ''
  const ifMatch = readIfMatch(request.headers['if-match'], `${inHeader}If-Match`)
  if (!ifMatch.ok) return ifMatch
  const key = readKey(request.headers['idempotency-key'], `${inHeader}${idempotencyHeader}`)
  if (!key.ok) return key
  return ok({
    clinic,
    params: request.params as RequestContext['params'],
    body: body.value,
    query: query.value,
    pairs: pairsIn(request.url),
    headers: request.headers,
    ...serverOrigins(clinic, request),
    who: who as SignedIn,
    session: sessionToken(request, clinic.https),
    source: clientNetworkOf(request.ip),
    requestId: request.id,
    ifMatch: ifMatch.value,
    idempotencyKey: key.value,
    cookies: {
      start: (token) => setSessionCookie(reply, clinic.https, token),
      end: () => clearSessionCookie(reply, clinic.https),
      redirect: redirectCookie(request, clinic.https),
      setRedirect: (kept) => setRedirectCookie(reply, clinic.https, kept),
      clearRedirect: () => clearRedirectCookie(reply, clinic.https),
    },
  })
}

/** Before anything that was sent is looked at: who must not come in learns nothing from what they sent. */
function refusedEntry(route: Route, who: SignedIn | null): Refusal | null {
  if (route.may === 'anyone') return null
  if (who === null) return unauthenticated()
  if (route.needs === 'profession' && who.profession === null) return notFound()
  return may(who.roles, route.may) ? null : notFound()
}

function readBody(takes: z.ZodMiniType | undefined, sent: unknown): Result<unknown> {
  if (takes === undefined) return ok(undefined)
  const read = takes.safeParse(sent)
  if (read.success) return ok(read.data)
  const [issue] = read.error.issues
  const where = fieldPath(issue?.path ?? [])
  const unsaid = where === '' ? 'What was sent does not have the expected shape.' : unexpected(where)
  // What the shape itself says of it is plainer than anything that can be said of a place.
  return refuse(422, 'bad-shape', customMessage(issue, takes) ?? unsaid, { where })
}

const nothing = z.strictObject({})

/** FHIR says elsewhere what may be asked by. What is not known is refused and not repeated: it may be somebody's name. */
function readQuery({ endpoint }: Route, sent: unknown): Result<RequestContext['query']> {
  if (endpoint === undefined) return ok(sent as RequestContext['query'])
  const read = (endpoint.query ?? nothing).safeParse(sent)
  if (read.success) return ok(read.data)
  const known = Object.keys(endpoint.query?.shape ?? {})
  const may =
    known.length === 0 ? 'nothing may stand behind "?"' : `behind "?" may stand: ${known.join(', ')}, each once`
  return refuse(400, 'bad-query', `At this address ${may}.`, { where: 'query' })
}

const unexpected = (where: string) => `"${where}" is missing or not of the expected kind.`

/** What stands behind `?`, as it stands there. */
const pairsIn = (url: string): RequestContext['pairs'] => {
  const at = url.indexOf('?')
  return at < 0 ? [] : [...new URLSearchParams(url.slice(at + 1))]
}

function readIfMatch(header: string | undefined, where: string): Result<number | null> {
  if (header === undefined) return ok(null)
  const version = versionOfEtag(header)
  return version !== null
    ? ok(version)
    : refuse(400, 'bad-if-match', 'If-Match holds one version, such as "7".', { where })
}

function readKey(header: string | string[] | undefined, where: string): Result<string | null> {
  if (header === undefined) return ok(null)
  if (typeof header === 'string' && /^[\x21-\x7e]{1,128}$/.test(header)) return ok(header)
  return refuse(400, 'bad-idempotency-key', 'An idempotency key has 1 to 128 letters, digits or symbols.', { where })
}

/** No scheme that a browser would ask a password for: the session stands in a cookie, which the page at `/sign-in` gives. */
const bySession = 'Cookie realm="Facialis", form-action="/sign-in"'

export function send(reply: FastifyReply, answer: Answer, status?: number): FastifyReply {
  if (!answer.ok) {
    if (answer.retryAfterSeconds !== undefined) reply.header('Retry-After', answer.retryAfterSeconds)
    // Every 401 says by what one may come in; a door of other systems has said so by itself.
    if (answer.status === 401 && !reply.hasHeader('WWW-Authenticate')) reply.header('WWW-Authenticate', bySession)
    if (answer.allow !== undefined) reply.header('Allow', answer.allow.join(', '))
    if (isFhirAddress(reply.request.url)) return sendOutcome(reply, answer)
    return reply.code(answer.status).send({ problem: answer.problem })
  }
  if ('reply' in answer) return answer.reply(reply)
  if (answer.body === undefined) return reply.code(204).send()
  return reply.code(status ?? 200).send(answer.body)
}
