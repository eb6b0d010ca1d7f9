import type { Fetch, FetchFailure } from '@facialis/fhir/smart/index.ts'
import { fetchFrom } from './fetch-from.ts'
import type { RenewableGrant } from './renewable-grant.ts'

const whys: Readonly<Record<number, FetchFailure>> = {
  400: 'not taken',
  401: 'signed out',
  403: 'not permitted',
  404: 'not there',
  410: 'not there',
  422: 'not taken',
  501: 'not taken',
}

/** Asks the server that holds the record, below its base and nowhere else: the access token goes along. */
export function recordFetch(base: string, grant: RenewableGrant): Fetch {
  const asked = (address: string, token: string): Promise<Response> =>
    fetchFrom(address.startsWith(`${base}/`) || address.startsWith(`${base}?`) ? address : `${base}/${address}`, {
      Accept: 'application/fhir+json',
      Authorization: `Bearer ${token}`,
    })
  return async (address) => {
    try {
      const current = grant.now()
      const first = await asked(address, current.token)
      const answer =
        first.status === 401 && (await grant.renew(current)) ? await asked(address, grant.now().token) : first
      if (!answer.ok) return { ok: false, why: whys[answer.status] ?? 'no answer' }
      const text = await textOf(answer)
      return text === null ? { ok: false, why: 'cut short' } : jsonIn(text)
    } catch {
      return { ok: false, why: 'no answer' }
    }
  }
}

/** More bytes than this are no page of one person's record, and no browser shall choke on them. */
const mostBytes = 20_000_000

/** What it says; null when that is too long to be read. */
async function textOf({ body }: Response): Promise<string | null> {
  if (body === null) return ''
  const [reader, decoder] = [body.getReader(), new TextDecoder()]
  let [text, bytes] = ['', 0]
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.length
    if (bytes > mostBytes) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}

function jsonIn(text: string): Awaited<ReturnType<Fetch>> {
  try {
    return { ok: true, json: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, why: 'not readable' }
  }
}
