import type { Actor } from '@facialis/record'
import type { FastifyRequest } from 'fastify'
import type { Clinic } from '../clinic.ts'
import { ok, type Result, refuse } from '../problem.ts'
import type { Registered } from './clients.ts'
import { openKeys } from './keys.ts'
import { type Fetch, fetchOverHttps } from './outbound.ts'
import { serviceIds } from './services.ts'
import { whoAsks } from './who-asks.ts'

export type CdsOptions = Readonly<{
  /** Null: nobody is registered, and everybody is turned away. */
  registered: Registered | null
  /** Answers calls of this very machine without a token. */
  trial: boolean
  /** Where the keys of clients come from that registered an address for them. */
  fetchKeys?: Fetch
}>

/** A system that may ask. */
export type Caller = Readonly<{ name: string; actor: Actor; services: readonly string[] }>

export type Admit = (request: FastifyRequest, path: string, service: string | null) => Promise<Result<Caller>>

/** Lets in who shows a token of their own for this very address; everybody else is told the same, and it is written down why. */
export function openAdmission({ record, now }: Clinic, { registered, trial, fetchKeys }: CdsOptions): Admit {
  const milliseconds = () => new Date(now()).getTime()
  const door = {
    registered: registered ?? { address: '', clients: [] },
    keysOf: openKeys(fetchKeys ?? fetchOverHttps, milliseconds),
    spend: record.spend,
    now: milliseconds,
  }
  return async (request, path, service) => {
    if (trial && isOfThisMachine(request))
      return ok({ name: 'trial', actor: { id: 'cds/trial' }, services: serviceIds })
    const known = await whoAsks(request.headers.authorization, path, door)
    const isAllowed = known.ok && (service === null || known.client.services.includes(service))
    if (known.ok && isAllowed) {
      const { name, services } = known.client
      return ok({ name, actor: { id: `cds/${name}` }, services })
    }
    const client = known.ok ? known.client.name : known.client
    await record.auditRead({
      actor: { id: client === null ? 'nobody' : `cds/${client}` },
      what: `${request.method} ${path}`,
      action: 'cds-refused',
      outcome: 'refused',
      reason: known.ok ? 'service not allowed' : known.why,
      requestId: request.id,
    })
    return refuse(401, 'not-known', 'This call is not known to be from a registered system.')
  }
}

/** Not through a proxy, which would make everybody seem to be here. */
export function isOfThisMachine({ socket, headers }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false
  const address = socket.remoteAddress ?? ''
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
}
