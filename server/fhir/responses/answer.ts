import type { Present, Resource } from '@facialis/record'
import { type Refusal, refuse } from '../../core/refusal.ts'
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

type Spoken = Readonly<{ accept?: string | undefined; 'content-type'?: string | undefined }>

/** Only the JSON of R4 is spoken here: of another version the same names may mean something else. Null when that is fine. */
export function notAcceptable(headers: Spoken, format: unknown): Refusal | null {
  const sent = headers['content-type']
  if (sent !== undefined && !isOfR4(sent))
    return refuse(415, 'not-spoken', 'Only R4 is supported here (fhirVersion=4.0).', { where: 'http.Content-Type' })
  // In an address a plus stands for a space, unless it is written otherwise; what follows the name keeps its own.
  const asked = typeof format === 'string' ? format.replace(/(?<=\w) (?=\w)/g, '+') : (headers.accept ?? '*/*')
  const where = typeof format === 'string' ? 'http._format' : 'http.Accept'
  const json = asked.split(',').filter(isJson)
  if (json.length === 0)
    return refuse(406, 'not-spoken', 'Only JSON is supported here: ask for application/fhir+json.', { where })
  return json.some(isOfR4) ? null : refuse(406, 'not-spoken', 'Only R4 is supported here (fhirVersion=4.0).', { where })
}

/** The last is how the JSON of FHIR was named before; R4 encourages servers to go on taking the old name. */
const alsoJson: readonly string[] = ['json', '*/*', 'application/*', 'application/json+fhir']

function isJson(mediaType: string): boolean {
  const name = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return alsoJson.includes(name) || /^(application|text)\/([\w.-]+\+)?json$/.test(name)
}

function isOfR4(mediaType: string): boolean {
  const version = /;\s*fhirVersion\s*=\s*"?([^";\s]*)/i.exec(mediaType)?.[1]
  return version === undefined || /^4\.0(\.\d+)?$/.test(version)
}
