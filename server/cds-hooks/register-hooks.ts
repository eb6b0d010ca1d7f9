import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clinic } from '../clinic/clinic.ts'
import { notFound } from '../core/refusal.ts'
import { send } from '../http/register-route.ts'
import { type Caller, type CdsOptions, isOfThisMachine, openAdmission } from './admission.ts'
import { cdsRoutes } from './cds-routes.ts'

/** A prefetch may hold a long record. */
const largest = 5 * 1024 * 1024

/**
 * Puts the CDS services to work. They know no session and no cookie: who asks shows a signed token, every time, and is
 * known before anything that was sent is read.
 */
export function registerHooks(app: FastifyInstance, clinic: Clinic, options: CdsOptions): void {
  const { authenticate, spend } = openAdmission(clinic, options)
  const allow = openCors(options)
  const callers = new WeakMap<FastifyRequest, Caller>()
  const config = { ownDoor: true } as const

  for (const { method, path, service, writes, handle } of cdsRoutes) {
    app.route({
      method,
      url: path,
      exposeHeadRoute: false,
      bodyLimit: largest,
      config,
      onRequest: async (request, reply) => {
        allow(request, reply)
        const admitted = await authenticate(request, path, service?.id ?? null)
        const known = admitted.ok && writes ? await spend(request, path, admitted.value, null) : admitted
        if (!known.ok) return send(reply.header('WWW-Authenticate', 'Bearer'), known)
        callers.set(request, known.value)
      },
      handler: async (request, reply) => {
        const caller = callers.get(request) as Caller
        const { answer, told } = await handle({ clinic, caller, body: request.body, requestId: request.id })
        callers.delete(request)
        // What was read is told with what lets it be read, in one write of the disk.
        const known = await spend(request, path, caller, told)
        return known.ok ? send(reply, answer) : send(reply.header('WWW-Authenticate', 'Bearer'), known)
      },
      // What could not be read, or ended in a fault, has used up the token all the same.
      onSend: async (request) => {
        const caller = callers.get(request)
        if (caller) await spend(request, path, caller, null)
      },
    })
    app.options(path, { config }, async (request, reply) => {
      allow(request, reply)
      return reply.code(204).send()
    })
  }
  app.all('/cds-services/*', { config }, async (_request, reply) => send(reply, notFound()))
}

/** Pages of registered clients may call us from a browser; in a trial, any page may that this machine opened. */
function openCors({ registered, trial }: CdsOptions): (request: FastifyRequest, reply: FastifyReply) => void {
  const origins = new Set(registered?.clients.flatMap((client) => client.origins))
  return (request, reply) => {
    reply.header('Vary', 'Origin')
    const { origin } = request.headers
    if (origin === undefined || !(origins.has(origin) || (trial && isOfThisMachine(request)))) return
    reply.header('Access-Control-Allow-Origin', origin)
    reply.header('Access-Control-Allow-Methods', 'GET, POST')
    reply.header('Access-Control-Allow-Headers', 'authorization, content-type')
    reply.header('Access-Control-Max-Age', '600')
    // Without this, browsers keep from a foreign page what it may read.
    reply.header('Cross-Origin-Resource-Policy', 'cross-origin')
  }
}
