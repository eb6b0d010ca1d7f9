import { isUtf8 } from 'node:buffer'

/** The problem of a body that is not UTF-8. */
export const notUnicode = {
  code: 'not-unicode',
  sentence: 'What was sent is not UTF-8, as JSON must be: some of its letters would be lost.',
} as const

/** The text of bytes; null where they are none in UTF-8. Read all the same, each letter of a name in another encoding would become a sign for nothing. */
export const decodeUtf8 = (bytes: Buffer): string | null => (isUtf8(bytes) ? bytes.toString('utf8') : null)
