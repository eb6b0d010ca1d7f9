import type { FastifyRequest } from 'fastify'

/**
 * Whether a request that changes something may come from a page that is not ours. A foreign page can neither set our
 * header nor choose what the browser says of where it comes from.
 */
export function isForged(request: FastifyRequest): boolean {
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
