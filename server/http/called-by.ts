import type { FastifyRequest } from 'fastify'
import type { Clinic } from '../clinic/clinic.ts'

/** By what this server is called, without a slash at the end. */
export type CalledBy = Readonly<{
  /** That with which our links begin. */
  origin: string
  /** All that mean us: whoever asks may name us by what they reached us at, which is not always what we call ourselves. */
  origins: () => readonly string[]
}>

/**
 * Our own address goes before whatever a request names. One of this very machine is nobody's alone: it has several names,
 * and behind a tunnel another port, so whoever asks is led on by theirs, as where we know no address of our own.
 */
export function calledBy({ url }: Pick<Clinic, 'url'>, { protocol, host }: FastifyRequest): CalledBy {
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
