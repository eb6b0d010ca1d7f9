import type { NewAttachment } from '@facialis/record'
import { ok, type Result, refuse } from '../problem.ts'

export const mostFiles = 5
export const largestFile = 8 * 1024 * 1024
const largestTogether = 20 * 1024 * 1024
/** Bytes of a whole request: what may be attached, as base64, and room for the words. */
export const largestReferral = Math.ceil((largestTogether * 4) / 3) + 256 * 1024

type Kind = Readonly<{ mediaType: string; at: number; signs: readonly number[] }>

// A file is what it begins with, whatever it is called.
const kinds: readonly Kind[] = [
  { mediaType: 'application/pdf', at: 0, signs: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', at: 0, signs: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', at: 0, signs: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/tiff', at: 0, signs: [0x49, 0x49, 0x2a, 0x00] },
  { mediaType: 'image/tiff', at: 0, signs: [0x4d, 0x4d, 0x00, 0x2a] },
  { mediaType: 'application/dicom', at: 128, signs: [0x44, 0x49, 0x43, 0x4d] },
]

const kindOf = (bytes: Uint8Array): Kind | undefined =>
  kinds.find(({ at, signs }) => signs.every((sign, index) => bytes[at + index] === sign))

type Sent = Readonly<{ name: string; content: string }>

/** Checks files that came with a referral. Names lose their folders; the kind is read from the file itself. */
export function readAttachments(sent: readonly Sent[]): Result<readonly Omit<NewAttachment, 'subject'>[]> {
  const files: Omit<NewAttachment, 'subject'>[] = []
  let together = 0
  for (const [index, { name, content }] of sent.entries()) {
    const where = `attachments[${index}]`
    const bytes = Buffer.from(content, 'base64')
    together += bytes.byteLength
    if (bytes.byteLength > largestFile || together > largestTogether)
      return refuse(413, 'too-large', 'Each file may have 8 MB, all together 20 MB.', { where })
    const kind = kindOf(bytes)
    if (!kind) return refuse(422, 'wrong-kind', 'Only PDF, PNG, JPEG, TIFF and DICOM files can be attached.', { where })
    files.push({ name: name.split(/[\\/]/).at(-1) || 'file', mediaType: kind.mediaType, bytes })
  }
  return ok(files)
}
