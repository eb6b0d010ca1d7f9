/** How somebody came to this page. */
export type EntryPoint =
  /** Opened from within a system of others, about the person whose record is open there. */
  | Readonly<{ how: 'launched'; iss: string; launch: string }>
  /** Back from signing in there. */
  | Readonly<{ how: 'redirected'; answer: URLSearchParams }>
  /** Opened by itself. */
  | Readonly<{ how: 'standalone' }>

export function entryPointOf(address: string): EntryPoint {
  const { searchParams } = new URL(address)
  const [iss, launch] = [searchParams.get('iss'), searchParams.get('launch')]
  if (iss !== null && launch !== null) return { how: 'launched', iss, launch }
  return searchParams.has('state') ? { how: 'redirected', answer: searchParams } : { how: 'standalone' }
}

/** The address people are sent back to, exactly as it is registered with the systems of others. */
export const redirectUri = (origin: string): string => `${origin}${smartPath}`
/** Where somebody begins by themselves. */
export const smartPath = '/smart/'
