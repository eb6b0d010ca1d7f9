import type { House, Person } from './support.ts'

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
  who: Person | null,
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
  const isJson = /^application\/(fhir\+)?json/.test(String(asked.headers['content-type']))
  const json = isJson && sent ? (JSON.parse(sent) as never) : ({} as never)
  return {
    status: asked.status,
    body: json,
    bundle: json,
    issues: (json as { issue?: readonly Issue[] }).issue ?? [],
    text: sent,
    headers: asked.headers as Told['headers'],
  }
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
