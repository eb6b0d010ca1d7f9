/** Anybody who waits longer than this for one answer thinks the page is broken. */
const patience = 20_000

/** Asks another system: without a cookie, a referrer or a cache, and never where it sends us on to. */
export function fetchFrom(address: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(address, {
    headers,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(patience),
  })
}
