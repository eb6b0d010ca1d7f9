import type { NewAttachment } from '@facialis/record'
import { attachable, largestFile, largestTogether, notAttachable } from '@facialis/wire'
import { ok, type Result, refuse } from '../core/refusal.ts'
import { fileKindOf } from '../patient/file-kind.ts'

/** Bytes of a whole request: what may be attached, as base64, and room for the words. */
export const largestReferral = Math.ceil((largestTogether * 4) / 3) + 256 * 1024

const allowed = attachable.map(({ mediaType }) => mediaType)

type Sent = Readonly<{ name: string; content: string }>

/** Checks files that came with a referral. Names lose their folders; the kind is read from the file itself. */
export function readAttachments(sent: readonly Sent[]): Result<readonly Omit<NewAttachment, 'subject'>[]> {
  const files: Omit<NewAttachment, 'subject'>[] = []
  let together = 0
  for (const [index, { name: given, content }] of sent.entries()) {
    const name = given.split(/[\\/]/).at(-1) || 'file'
    const where = `attachments[${index}]`
    const bytes = Buffer.from(content, 'base64')
    together += bytes.byteLength
    if (bytes.byteLength > largestFile || together > largestTogether)
      return refuse(413, 'too-large', `${name} is too large: each file may have 8 MB, all together 20 MB.`, { where })
    const kind = fileKindOf(bytes, allowed)
    if (!kind)
      return refuse(422, 'wrong-kind', `${notAttachable(name)}: nothing was sent. Remove it and send again.`, { where })
    files.push({ name, mediaType: kind.mediaType, bytes })
  }
  return ok(files)
}
