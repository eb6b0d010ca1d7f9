import type { Actor, AuditedRead, Nonce } from '@facialis/record'
import type { FastifyRequest } from 'fastify'
import { serviceIds } from '../cards/services.ts'
import type { Clinic } from '../clinic/clinic.ts'
import { ok, type Result, refuse } from '../core/refusal.ts'
import type { Registered } from './clients.ts'
import { openKeys } from './keys.ts'
import { type Fetch, fetchOverHttps } from './outbound.ts'
import { type RejectedToken, tokenReplayed, verifyClientToken } from './verify-client-token.ts'

export type CdsOptions = Readonly<{
  /** Null: nobody is registered, and everybody is turned away. */
  registered: Registered | null
  /** Answers calls of this very machine without a token. */
  trial: boolean
  /** Where the keys of clients come from that registered an address for them. */
  fetchKeys?: Fetch
}>

/** An authenticated client. */
export type Caller = Readonly<{
  name: string
  actor: Actor
  services: readonly string[]
  /** What it showed, which lets it in once; null where nothing has to be shown. */
  nonce: Nonce | null
}>

export type Admission = Readonly<{
  /** Authenticates a call. Its token is not spent yet. */
  authenticate: (request: FastifyRequest, path: string, service: string | null) => Promise<Result<Caller>>
  /**
   * Spends the token, and audits what was read in the same transaction. Of two concurrent calls with one token the second is
   * refused here.
   */
  spend: (request: FastifyRequest, path: string, caller: Caller, told: AuditedRead | null) => Promise<Result<Caller>>
}>

/** Lets in who shows a token of their own for this very address; everybody else is told the same, and it is written down why. */
export function openAdmission({ record, now }: Clinic, { registered, trial, fetchKeys }: CdsOptions): Admission {
  const milliseconds = () => new Date(now()).getTime()
  const door = {
    registered: registered ?? { address: '', clients: [] },
    keysOf: openKeys(fetchKeys ?? fetchOverHttps, milliseconds),
    isSpent: record.isSpent,
    now: milliseconds,
  }
  const turnAway = async (request: FastifyRequest, path: string, { client, why }: Omit<RejectedToken, 'ok'>) => {
    await record.auditRead({
      actor: { id: client === null ? 'nobody' : `cds/${client}` },
      what: `${request.method} ${path}`,
      action: 'cds-refused',
      outcome: 'refused',
      reason: why,
      requestId: request.id,
    })
    return refuse(401, 'not-known', 'This call could not be verified as coming from a registered system.')
  }
  return {
    authenticate: async (request, path, service) => {
      if (trial && isOfThisMachine(request))
        return ok({ name: 'trial', actor: { id: 'cds/trial' }, services: serviceIds, nonce: null })
      const known = await verifyClientToken(request.headers.authorization, path, door)
      if (!known.ok) return turnAway(request, path, known)
      const { client, nonce } = known
      const { name, services } = client
      const caller = { name, actor: { id: `cds/${name}` }, services, nonce }
      if (service === null || services.includes(service)) return ok(caller)
      // Turned away it is used up, too.
      await record.spend(nonce)
      return turnAway(request, path, { client: name, why: 'service not allowed' })
    },
    spend: async (request, path, caller, told) => {
      if (caller.nonce === null) {
        if (told !== null) await record.auditRead(told)
        return ok(caller)
      }
      const isFirst = await record.spend(caller.nonce, told ?? undefined)
      return isFirst
        ? ok({ ...caller, nonce: null })
        : turnAway(request, path, { client: caller.name, why: tokenReplayed })
    },
  }
}

/** Not through a proxy, which would make everybody seem to be here. */
export function isOfThisMachine({ socket, headers }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false
  const address = socket.remoteAddress ?? ''
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
}
