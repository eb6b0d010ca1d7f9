import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whom the page speaks for, by the id of an account; null where it does not say. In another tab somebody else may have signed
 * in since: what one person sends is never done, and told, in the name of another.
 */
export const spokenFor = (headers: IncomingHttpHeaders): string | null =>
  headers['x-facialis-for'] === undefined ? null : String(headers['x-facialis-for'])
