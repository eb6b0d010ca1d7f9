import { Stop } from './stop.ts'

/** What a packed file begins with. @source RFC 1952, 2.3.1 */
export const isPacked = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b

export const packedAt = (name: string): Stop =>
  new Stop(`${name} is packed. Unpack it first, for example with "gunzip FILE".`)
