import { ExitError } from './exit-error.ts'

/** Whether a file begins like gzip. @source RFC 1952, 2.3.1 */
export const isGzip = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b

/** Whether text is UTF-16, as some shells write redirected output. */
export const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0

export const utf16Error = (name: string): ExitError =>
  new ExitError(`${name} is not text in UTF-8; it looks like UTF-16.`)

export const gzipError = (name: string): ExitError =>
  new ExitError(`${name} is packed. Unpack it first, for example with "gunzip FILE".`)
