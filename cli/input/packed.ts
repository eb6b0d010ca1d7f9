import { Stop } from './stop.ts'

/** What a packed file begins with. @source RFC 1952, 2.3.1 */
export const isPacked = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b

/** Two bytes a letter, as some programs write what they are told to write into a file. */
export const isWide = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0

export const wideAt = (name: string): Stop => new Stop(`${name} is not text in UTF-8; it looks like UTF-16.`)

export const packedAt = (name: string): Stop =>
  new Stop(`${name} is packed. Unpack it first, for example with "gunzip FILE".`)
