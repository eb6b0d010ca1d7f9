/** The kinds of file that may come with a request; form and server read the same list. */
export const attachable = [
  { name: 'PDF', mediaType: 'application/pdf', endings: ['pdf'] },
  { name: 'JPEG', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  { name: 'PNG', mediaType: 'image/png', endings: ['png'] },
  { name: 'TIFF', mediaType: 'image/tiff', endings: ['tif', 'tiff'] },
  { name: 'DICOM', mediaType: 'application/dicom', endings: ['dcm'] },
] as const

const names = attachable.map(({ name }) => name)
/** `PDF, JPEG, PNG, TIFF or DICOM` */
export const attachableWords = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

/** Why a file is refused, by its name; what becomes of the form stands behind it. */
export const notAttachable = (file: string): string => `${file} is not a ${attachableWords} file`

export const mostFiles = 5
/** Bytes of one file, and of all that come with one request. */
export const largestFile = 8 * 1024 * 1024
export const largestTogether = 20 * 1024 * 1024
