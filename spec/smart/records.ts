import type { Fetch, FetchResult } from '../../fhir/smart/index.ts'

export type Json = Readonly<Record<string, unknown>>
type Resource = Json & Readonly<{ resourceType: string; id?: string }>

/** A server of records in memory, and everything it was asked. Searches come in pages and are narrowed by type alone. */
export type Records = Readonly<{ get: Fetch; asked: string[] }>

export const base = 'https://ehr.example/fhir'

/** @param instead what it answers in place of its records, by the beginning of an address */
export function recordsOf(
  resources: readonly Resource[],
  { ofPage = 3, instead = {} }: Readonly<{ ofPage?: number; instead?: Readonly<Record<string, FetchResult>> }> = {},
): Records {
  const asked: string[] = []
  const answer = (path: string): FetchResult => {
    const special = Object.entries(instead).find(([beginning]) => path.startsWith(beginning))
    if (special !== undefined) return special[1]
    const [what = '', query = ''] = path.split('?')
    const one = resources.find(({ resourceType, id }) => what === `${resourceType}/${id}`)
    if (what.includes('/')) return one === undefined ? { ok: false, why: 'not there' } : { ok: true, json: one }
    const all = resources.filter(({ resourceType }) => resourceType === what)
    const from = Number(new URLSearchParams(query).get('from') ?? 0)
    const entry = all.slice(from, from + ofPage).map((resource) => ({ resource, search: { mode: 'match' } }))
    const next = { relation: 'next', url: `${base}/${what}?from=${from + ofPage}` }
    return {
      ok: true,
      json: {
        resourceType: 'Bundle',
        type: 'searchset',
        total: all.length,
        entry,
        link: from + ofPage < all.length ? [next] : [],
      },
    }
  }
  return {
    asked,
    get: async (address) => {
      const path = address.startsWith(`${base}/`) ? address.slice(base.length + 1) : address
      asked.push(path)
      return answer(path)
    },
  }
}
