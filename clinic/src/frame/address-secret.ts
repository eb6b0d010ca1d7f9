/** The secret of a link, after `#`, where it reaches no server log: `#abc` or `#token=abc`. */
export function secretOf(hash: string): string {
  const secret = hash.replace(/^#/, '').replace(/^token=/, '')
  try {
    return decodeURIComponent(secret)
  } catch {
    // Cut or mistyped behind a percent sign: no secret, and nothing to fall over.
    return secret
  }
}

/** A place to return to, only inside this product: `//elsewhere` and `https://…` lead to the start. */
export const safeReturn = (path: string | null): string => (path !== null && /^\/(?![/\\])/.test(path) ? path : '/')
