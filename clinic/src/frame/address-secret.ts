/** The secret of a link, after `#`, where it reaches no server log: `#abc` or `#token=abc`. */
export const secretOf = (hash: string): string => decodeURIComponent(hash.replace(/^#/, '').replace(/^token=/, ''))

/** A place to return to, only inside this product: `//elsewhere` and `https://…` lead to the start. */
export const safeReturn = (path: string | null): string => (path !== null && /^\/(?![/\\])/.test(path) ? path : '/')
