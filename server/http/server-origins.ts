import type { FastifyRequest } from 'fastify'
import type { Clinic } from '../clinic/clinic.ts'

/** The origins of this server, without a trailing slash. */
export type ServerOrigins = Readonly<{
  /** The origin that our links begin with. */
  origin: string
  /** Every origin that means this server: a client may name it by the host it used, which may differ from the configured one. */
  origins: () => readonly string[]
}>

/**
 * The configured address wins over the Host header. A localhost address does not: the machine has several names, and another
 * port behind a tunnel, so links then use the host of the request, as where no address is configured.
 */
export function serverOrigins({ url }: Pick<Clinic, 'url'>, { protocol, host }: FastifyRequest): ServerOrigins {
  const reached = hostShape.test(host) ? host : 'localhost'
  const own = url === null || url.startsWith('http://') ? null : url
  // Asked for by FHIR alone.
  const origins = () => {
    const names = [`https://${reached}`, `http://${reached}`, ...(url === null ? [] : [url])]
    // As a reference is compared with them: a port that is meant anyway is no part of a name.
    return names.map((one) => URL.parse(one)?.origin ?? one)
  }
  return { origin: own ?? `${protocol}://${reached}`, origins }
}

/** Only what can be the name of a host is repeated. */
const hostShape = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i
