import type { Referral } from '@facialis/wire'
import { afterAll, beforeAll } from 'vitest'
import { adaSample, cleanUp, type Hired, type House, openHouse, type Person } from '../support.ts'

export type Json = Record<string, unknown>
export type Entry = Readonly<{
  fullUrl: string
  resource?: Json & { resourceType: string; id: string; meta: { versionId: string } }
  search?: { mode: string }
  response?: { status: string; etag?: string; location?: string; outcome?: Json }
}>
export type Bundle = Readonly<{
  resourceType: 'Bundle'
  type: string
  total?: number
  link: readonly { relation: string; url: string }[]
  entry: readonly Entry[]
}>
export type Issue = Readonly<{
  severity: string
  code: string
  details: { text: string; coding?: readonly { code: string }[] }
  expression?: readonly string[]
}>
export type Told = Readonly<{
  status: number
  /** A resource, or an OperationOutcome. */
  body: Json & { resourceType: string; id: string }
  bundle: Bundle
  issues: readonly Issue[]
  text: string
  headers: Readonly<Record<string, string | undefined>>
}>

export type Sent = Readonly<{ headers?: Record<string, string>; as?: string }>

/** One request to the FHIR interface. */
export async function fhir(
  house: House,
  who: Person | Hired | null,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: unknown,
  { headers = {}, as = 'application/fhir+json' }: Sent = {},
): Promise<Told> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const asked = await house.ask(who, method, `/fhir${url}`, text, {
    headers: { ...(text === undefined ? {} : { 'content-type': as }), ...headers },
  })
  const sent = typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body)
  const isFhir = /^application\/fhir\+json/.test(String(asked.headers['content-type'])) && sent !== ''
  const isJson = /^application\/(fhir\+)?json/.test(String(asked.headers['content-type']))
  const json = isJson && sent ? (JSON.parse(sent) as never) : ({} as never)
  const empty = isFhir ? emptyPlaces(json) : []
  if (empty.length > 0) throw new Error(`R4 has no empty ${empty[0]} (${method} ${url})`)
  if (asked.status === 405 && typeof asked.headers.allow !== 'string')
    throw new Error(`A 405 says what may be asked instead (${method} ${url})`)
  return {
    status: asked.status,
    body: json,
    bundle: { entry: [], ...(json as object) } as never,
    issues: (json as { issue?: readonly Issue[] }).issue ?? [],
    text: sent,
    headers: asked.headers as Told['headers'],
  }
}

/** Where FHIR has a list, an object or a text with nothing in it: strict readers take none of the answer then. */
export function emptyPlaces(value: unknown, at = ''): readonly string[] {
  if (value === '') return [at]
  if (typeof value !== 'object' || value === null) return []
  const members = Object.entries(value)
  if (members.length === 0) return [at]
  return members.flatMap(([name, one]) => emptyPlaces(one, Array.isArray(value) ? `${at}[${name}]` : `${at}.${name}`))
}

export const idsIn = ({ entry }: Bundle, mode = 'match'): readonly string[] =>
  entry.filter(({ search }) => search?.mode === mode).map(({ resource }) => `${resource?.resourceType}/${resource?.id}`)

/** Everything a search finds, page after page; `between` happens between two pages. */
export async function allPages(
  house: House,
  who: Person,
  url: string,
  between: () => Promise<unknown> = async () => {},
): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  let next: string | undefined = url
  while (next !== undefined) {
    const page: Told = await fhir(house, who, 'GET', next)
    if (page.status !== 200) throw new Error(page.text)
    entries.push(...page.bundle.entry)
    const link: string | undefined = page.bundle.link.find(({ relation }) => relation === 'next')?.url
    next = link === undefined ? undefined : link.slice(link.indexOf('/fhir') + '/fhir'.length)
    await between()
  }
  return entries
}

export const refusal = ({ status, issues }: Told): readonly [status: number, code: string] => [
  status,
  issues[0]?.details.coding?.[0]?.code ?? '',
]

export const about = (id: string): Json => ({ subject: { reference: `Patient/${id}` } })
export const pressure = (id: string, more: Json = {}): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
  ...about(id),
  effectiveDateTime: '2026-11-20',
  valueQuantity: { value: 120, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
  ...more,
})
export const benSample: Partial<Referral> = {
  patient: { ...adaSample.patient, name: 'Demo Ben Sample', birthDate: '1965-01-02', phone: '555-0102' },
}

const named = (version: number | string | undefined): Sent =>
  version === undefined ? {} : { headers: { 'if-match': typeof version === 'number' ? `"${version}"` : version } }

/** One clinic for all tests of a file, opened before the first of them, and ways to ask it by FHIR. */
export function oneHouse(set: (house: House) => Promise<unknown> = async () => {}) {
  let opened: House | null = null
  beforeAll(async () => {
    opened = await openHouse()
    await set(opened)
  })
  afterAll(cleanUp)
  const house = (): House => {
    if (opened === null) throw new Error('The clinic opens before the first test')
    return opened
  }
  const post = (who: Person, resource: Json) => fhir(house(), who, 'POST', `/${resource.resourceType}`, resource)
  const put = (who: Person, url: string, body: unknown, version?: number | string) =>
    fhir(house(), who, 'PUT', url, body, named(version))
  const made = async (who: Person, resource: Json): Promise<Told['body']> => {
    const told = await post(who, resource)
    if (told.status !== 201) throw new Error(told.text)
    return told.body
  }
  return {
    house,
    get: (who: Person, url: string, headers: Record<string, string> = {}) =>
      fhir(house(), who, 'GET', url, undefined, { headers }),
    send: (who: Person, url: string, body: unknown, sent: Sent = {}) => fhir(house(), who, 'POST', url, body, sent),
    post,
    put,
    /** The next version of what says its own address. */
    revise: (who: Person, resource: Json, version?: number | string) =>
      put(who, `/${resource.resourceType}/${resource.id}`, resource, version),
    patch: (who: Person, address: string, operations: readonly Json[], version: number | string = 1) =>
      fhir(house(), who, 'PATCH', `/${address}`, operations, {
        as: 'application/json-patch+json',
        ...named(version),
      }),
    remove: (who: Person, address: string, version: number | string = 1) =>
      fhir(house(), who, 'DELETE', `/${address}`, undefined, named(version)),
    made,
    madeId: async (who: Person, resource: Json): Promise<string> => (await made(who, resource)).id,
    sessions: async (id: string) => (await house().view(id)).chart.entries.filter(({ kind }) => kind === 'session'),
  }
}
