import type { Present, Resource } from '@facialis/record'
import type { FastifyReply } from 'fastify'
import { type Refusal, refuse } from '../ground/problem.ts'
import type { Answer } from '../http/route.ts'
import { outcomeOf } from './outcome.ts'

export const fhirJson = 'application/fhir+json; charset=utf-8'

/** Whether an address belongs to the FHIR interface, which speaks in resources, also of what went wrong. */
export const isFhirAddress = (url: string): boolean => /^\/fhir(?:[/?]|$)/.test(url)

/** Clients of others send bundles to the base with a slash at its end, and some write one behind a type: it means nothing. */
export const withoutLastSlash = (url: string): string => url.replace(/^(\/fhir(?:\/[^?]*[^/?])?)\/(?=\?|$)/, '$1')

type Headers = Readonly<Record<string, string>>

/** A resource, as FHIR sends it. */
export const resourceAnswer = (
  resource: Resource,
  { status = 200, headers = {} }: { status?: number; headers?: Headers } = {},
): Answer => ({
  ok: true,
  reply: (reply) => reply.code(status).headers(headers).type(fhirJson).send(JSON.stringify(resource)),
})

export const emptyAnswer = (status: number, headers: Headers = {}): Answer => ({
  ok: true,
  reply: (reply) => reply.code(status).headers(headers).send(),
})

/** Names the version, so that a change can name it too. */
export const versionHeaders = ({ version, lastUpdated }: Pick<Present, 'version' | 'lastUpdated'>): Headers => ({
  ETag: etagOf(version),
  'Last-Modified': new Date(lastUpdated).toUTCString(),
})
export const etagOf = (version: number): string => `W/"${version}"`

export const sendOutcome = (reply: FastifyReply, refusal: Refusal): FastifyReply =>
  reply
    .code(refusal.status)
    .type(fhirJson)
    .send(JSON.stringify(outcomeOf(refusal)))

/** Only JSON is spoken here. Null when that is fine. */
export function notSpoken(accept: string | undefined, format: unknown): Refusal | null {
  const asked = typeof format === 'string' ? format.replace(' ', '+') : (accept ?? '*/*')
  const speaks = asked
    .split(',')
    .map((one) => one.split(';', 1)[0]?.trim().toLowerCase() ?? '')
    .some(
      (one) =>
        one === 'json' ||
        one === '*/*' ||
        one === 'application/*' ||
        /^(application|text)\/([\w.-]+\+)?json$/.test(one),
    )
  if (speaks) return null
  return refuse(406, 'not-spoken', 'Only JSON is spoken here: ask for application/fhir+json.', {
    where: typeof format === 'string' ? 'http._format' : 'http.Accept',
  })
}
