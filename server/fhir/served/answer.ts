import type { Present, Resource } from '@facialis/record'
import { type Refusal, refuse } from '../../ground/problem.ts'
import { fhirJson } from '../../http/outcome.ts'
import type { Answer } from '../../http/route.ts'

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
