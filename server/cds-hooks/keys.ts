import { memoiseWeak } from '@facialis/language'
import type { JSONWebKeySet, LocalJWKSet } from 'jose'
import type { Client } from './clients.ts'
import type { Fetch } from './outbound.ts'
import { isUsable } from './usable-key.ts'

/** The public keys of clients: those registered, or those behind the registered address, kept for a while. */
export type KeysOf = (client: Client, kid: string) => Promise<LocalJWKSet | null>

/** A key that is not among those kept may be new, but asking again and again would be an attack on the client. */
const askAgainAfter = 60_000
const keptFor = 600_000

type Kept = Readonly<{ at: number; ids: ReadonlySet<unknown>; set: LocalJWKSet | null }>

export function openKeys(fetchKeys: Fetch, now: () => number): KeysOf {
  const kept = new Map<string, Kept>()
  const asking = new Map<string, Promise<Kept>>()

  const ask = async (jku: string): Promise<Kept> => {
    const keys = await usableIn(keySetIn(await fetchKeys(jku)))
    const ids = new Set(keys?.keys.map(({ kid }) => kid))
    return { at: now(), ids, set: keys === null ? null : await pinned(keys) }
  }

  return async ({ keys, jku }, kid) => {
    if (keys !== null) return pinned(keys)
    if (jku === null) return null
    const known = kept.get(jku)
    const age = known === undefined ? Number.POSITIVE_INFINITY : now() - known.at
    if (known !== undefined && (age < askAgainAfter || (age < keptFor && known.ids.has(kid)))) return known.set
    // Many calls at once ask once.
    const asked = asking.get(jku) ?? ask(jku)
    asking.set(jku, asked)
    const fresh = await asked
    asking.delete(jku)
    kept.set(jku, fresh)
    return fresh.set
  }
}

const pinned = memoiseWeak(async (keys: JSONWebKeySet): Promise<LocalJWKSet> => {
  const { createLocalJWKSet } = await import('jose')
  return createLocalJWKSet(keys)
})

/** A JWK set of public keys; null for anything else. */
function keySetIn(json: unknown): JSONWebKeySet | null {
  if (typeof json !== 'object' || json === null || !('keys' in json) || !Array.isArray(json.keys)) return null
  const isPublic = (key: unknown): boolean =>
    typeof key === 'object' && key !== null && 'kty' in key && key.kty !== 'oct' && !('d' in key)
  return json.keys.every(isPublic) ? (json as JSONWebKeySet) : null
}

/** A set may hold keys that nobody here can use; the others count. */
async function usableIn(set: JSONWebKeySet | null): Promise<JSONWebKeySet | null> {
  if (set === null) return null
  const usable = await Promise.all(set.keys.map(isUsable))
  return { ...set, keys: set.keys.filter((_, at) => usable[at]) }
}
