import { randomUUID } from 'node:crypto'
import { StorageFailure } from '@facialis/record'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { type FastifyInstance, fastify, LogController } from 'fastify'
import type { CdsOptions } from './cds-hooks/admission.ts'
import { registerHooks } from './cds-hooks/register-hooks.ts'
import type { Clinic } from './clinic/clinic.ts'
import { refusalOf, refuse } from './core/refusal.ts'
import { auditUnreadable } from './http/audit-unreadable.ts'
import { openBodyBudgets } from './http/body-budget.ts'
import { clientNetworkOf } from './http/client-network.ts'
import { isCrossSiteRequest } from './http/cross-site-request.ts'
import { DuplicateMember } from './http/duplicate-member.ts'
import { withoutTrailingSlash } from './http/fhir-address.ts'
import { readFileBodies } from './http/file-body.ts'
import { readFormBodies } from './http/form-body.ts'
import { closeConnectionsOnShutdown } from './http/graceful-shutdown.ts'
import { readJsonBodies } from './http/json-body.ts'
import { UnreadableBody } from './http/json-scan.ts'
import { refuseMalformedRequest, refuseMalformedUrl } from './http/malformed-request.ts'
import { NumberTooLarge } from './http/number-too-large.ts'
import { refuseUnknownOperation, registerRoute, send } from './http/register-route.ts'
import { securityHeaders } from './http/security-headers.ts'
import { serveClinic } from './http/static-clinic.ts'
import { routes } from './routes/index.ts'
import { serveSmart } from './smart/smart-page.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Everything that was registered, e.g. `GET /api/me`. */
    readonly routeTable: readonly string[]
  }
  interface FastifyContextConfig {
    /** Asked by other systems, which show a token of their own each time: no page of a browser can lend them its cookie. */
    ownDoor?: true
    /** Nobody need sign in. */
    forAnyone?: true
    /** What is sent is the bytes of a file. */
    takesFile?: true
  }
}

export type ServerOptions = Readonly<{
  clinic: Clinic
  /** Folder of the built screens. */
  screens: string
  /** Who may ask the CDS services. Default: nobody. */
  cds?: CdsOptions
  /** Lines of JSON, without patient data. Default: none. */
  logging?: Readonly<{ level: string; stream: NodeJS.WritableStream }>
}>

/** The server, ready to listen or to be asked by `inject`. Closing it closes neither the record nor the clinic. */
export async function serverOver({ clinic, screens, logging, cds }: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: logging ? { level: logging.level, stream: logging.stream, base: null } : false,
    // We log the address as the table writes it, never as it was asked: what people type may name a person.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    rewriteUrl: ({ url = '/' }) => withoutTrailingSlash(url),
    // A minute of video over a slow line; who may not send one is turned away before it is read.
    requestTimeout: 120_000,
    // A token that is far too long is turned away in the same words as any other.
    http: { maxHeaderSize: 96 * 1024 },
    connectionTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
    // With https a proxy on this machine speaks for others; without, nobody’s word about where they are counts.
    trustProxy: clinic.https ? 'loopback' : false,
    frameworkErrors: refuseMalformedUrl,
    clientErrorHandler: refuseMalformedRequest,
  })
  clinic.board.tellFaults((fault) => app.log.error({ fault: describe(fault) }, 'a bug: no row for somebody'))
  const addresses: string[] = []
  app.decorate('routeTable', addresses)
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) addresses.push(`${one} ${url}`)
  })
  closeConnectionsOnShutdown(app)
  const budgets = openBodyBudgets()
  readJsonBodies(app, budgets.json)
  readFileBodies(app, budgets.files)
  readFormBodies(app, budgets.json)
  await app.register(helmet, securityHeaders(clinic.https))
  await app.register(cookie)
  await app.register(rateLimit, {
    global: false,
    keyGenerator: ({ ip }) => clientNetworkOf(ip),
    errorResponseBuilder: (_request, { ttl }) =>
      Object.assign(new Error('too many'), { statusCode: 429, seconds: Math.ceil(ttl / 1000) }),
  })

  app.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id)
    // For every address: one address can be written in many ways. What may be kept says so itself.
    reply.header('Cache-Control', 'no-store')
    if (request.routeOptions.config.ownDoor !== true && isCrossSiteRequest(request)) {
      await clinic.crossSiteRefusals.refused()
      return send(reply, refuse(403, 'foreign-page', 'This request did not come from a page of this clinic.'))
    }
  })
  app.addHook('onRequest', refuseUnknownOperation(clinic, routes))
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    request.log.info({
      method,
      route: routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
    // A request outlives small collections of garbage (see decision 37): what was sent need not do so with it.
    request.body = undefined
  })
  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof StorageFailure) {
      request.log.error({ storage: error.problem.code }, 'the disk failed')
      return send(reply, refusalOf(error.problem))
    }
    const status = statusOf(error)
    if (status >= 500 && !(error instanceof UnreadableBody))
      request.log.error({ fault: describe(error) }, 'a bug or a failing disk')
    const refusal = refusalOfError(status, request.id, error)
    try {
      await auditUnreadable(clinic, request, refusal)
    } catch (failure) {
      if (!(failure instanceof StorageFailure)) throw failure
      return send(reply, refusalOf(failure.problem))
    }
    return send(reply, refusal)
  })

  for (const one of routes) registerRoute(app, clinic, one)
  registerHooks(app, clinic, cds ?? { registered: null, trial: false })
  await serveClinic(app, screens)
  serveSmart(app, { issuers: clinic.smartIssuers, https: clinic.https, folder: screens })
  return app
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}

// The message of an error may quote what was sent; where it happened never does.
const describe = (error: unknown): string =>
  error instanceof Error
    ? `${error.name} ${(error.stack ?? '')
        .split('\n')
        .filter((line) => line.startsWith('    at '))
        .join('\n')}`
    : 'not an error'

function refusalOfError(status: number, requestId: string, error: unknown) {
  if (error instanceof UnreadableBody && error.said !== null)
    return refuse(
      status,
      error.said.code,
      error.said.sentence,
      error instanceof DuplicateMember || error instanceof NumberTooLarge ? { where: error.where } : {},
    )
  const sentences: Readonly<Record<number, readonly [code: string, sentence: string]>> = {
    400: ['not-readable', 'What was sent cannot be read: it is not JSON, or not as expected.'],
    413: ['too-large', 'What was sent is too large.'],
    415: ['not-json', 'Please send JSON.'],
    503: ['not-now', 'Too much is being sent at once. Please send it again in a moment.'],
    429: ['too-many', 'Too many requests from here. Please wait a minute and try again.'],
  }
  const [code, sentence] =
    sentences[status] ??
    (status < 500
      ? (['not-accepted', 'This request is not accepted.'] as const)
      : (['fault', `Something went wrong on our side, and nothing was saved. Quote number ${requestId}.`] as const))
  const seconds = typeof error === 'object' && error !== null && 'seconds' in error ? Number(error.seconds) : undefined
  return { ...refuse(status, code, sentence), ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) }
}
