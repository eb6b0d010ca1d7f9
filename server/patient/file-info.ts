import type { Attachment } from '@facialis/record'
import type { AttachmentInfo } from '@facialis/wire'

/** What the screens are told of a file before anybody opens it. */
export const fileInfo = ({ id, name, mediaType, size, created }: Attachment): AttachmentInfo => ({
  id,
  name,
  mediaType,
  size,
  at: created,
})
