import { isUtf8 } from 'node:buffer'

/** What is said of it, wherever it was read. */
export const notUnicode = {
  code: 'not-unicode',
  sentence: 'What was sent is not UTF-8, as JSON is: letters of it would be lost.',
} as const

/** The text of bytes; null where they are none in UTF-8. Read all the same, each letter of a name in another encoding would become a sign for nothing. */
export const textIn = (bytes: Buffer): string | null => (isUtf8(bytes) ? bytes.toString('utf8') : null)
