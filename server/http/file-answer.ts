import type { Attachment } from '@facialis/record'
import type { Answer } from './route.ts'

/** A kept file, to be saved by the browser; its kind is what its bytes said when it came in. */
export const fileAnswer = ({
  mediaType,
  name,
  bytes,
}: Attachment & Readonly<{ bytes: Uint8Array }>): Answer<undefined> => ({
  ok: true,
  reply: (reply) =>
    reply
      .header('Content-Type', mediaType)
      .header('Content-Disposition', `attachment; filename*=UTF-8''${headerWord(name)}`)
      // Whatever the file is, it never runs as a page of ours.
      .header('Content-Security-Policy', "default-src 'none'; sandbox")
      .send(Buffer.from(bytes)),
})

// Half of a pair of signs would make `encodeURIComponent` throw; these four are no part of a name in a header.
const headerWord = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
