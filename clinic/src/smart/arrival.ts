/** How somebody came to this page. */
export type Arrival =
  /** Opened from within a system of others, about the person whose record is open there. */
  | Readonly<{ how: 'launched'; iss: string; launch: string }>
  /** Back from signing in there. */
  | Readonly<{ how: 'back'; answer: URLSearchParams }>
  /** Opened by itself. */
  | Readonly<{ how: 'alone' }>

export function arrivalAt(address: string): Arrival {
  const { searchParams } = new URL(address)
  const [iss, launch] = [searchParams.get('iss'), searchParams.get('launch')]
  if (iss !== null && launch !== null) return { how: 'launched', iss, launch }
  return searchParams.has('state') ? { how: 'back', answer: searchParams } : { how: 'alone' }
}

/** The address people are sent back to, exactly as it is registered with the systems of others. */
export const addressOfReturn = (origin: string): string => `${origin}${smartHome}`
/** Where somebody begins by themselves. */
export const smartHome = '/smart/'
