import { readFileSync } from 'node:fs'

/** The version of this copy of Facialis. */
export function version(): string {
  const written: unknown = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
  return typeof written === 'object' && written !== null && 'version' in written ? String(written.version) : 'unknown'
}
