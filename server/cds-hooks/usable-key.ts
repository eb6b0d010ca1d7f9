/** Algorithms that are trusted: a key pair each, so that nobody who can check a token can make one. */
export const algorithms = ['ES384', 'RS384', 'ES256', 'RS256'] as const

/** With a shorter one nothing is checked, whatever it says. */
const shortestRsa = 2048

/** Whether a token can be checked by this key: a public one, that is what it says it is. */
export async function isUsable(key: Readonly<Record<string, unknown>>): Promise<boolean> {
  const { importJWK } = await import('jose')
  try {
    const { algorithm = null } = (await importJWK(key, algorithmOf(key))) as Partial<CryptoKey>
    if (algorithm === null) return false
    return !('modulusLength' in algorithm) || Number(algorithm.modulusLength) >= shortestRsa
  } catch {
    // Whoever sent it may have written anything, and the library then throws whatever it met.
    return false
  }
}

/** Where a key does not say for which algorithm it is, its kind does. */
function algorithmOf({ alg, kty, crv }: Readonly<Record<string, unknown>>): string {
  if (typeof alg === 'string') return alg
  return kty === 'RSA' ? 'RS384' : crv === 'P-256' ? 'ES256' : 'ES384'
}
