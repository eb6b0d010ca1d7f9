import type { FastifyRequest } from 'fastify'

/**
 * CSRF protection: whether a request that changes something may come from another site's page. Such a page can set neither
 * our custom header nor `Origin` and `Sec-Fetch-Site`.
 */
export function isCrossSiteRequest(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  if (request.headers['x-facialis'] === undefined) return true
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin } = request.headers
  if (origin === undefined) return false
  return hostOf(origin) !== request.headers.host
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
