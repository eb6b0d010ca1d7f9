export type FileKind = Readonly<{ mediaType: string; ending: string }>
type Known = FileKind & Readonly<{ at: number; signs: readonly number[] }>

const signsOf = (text: string): readonly number[] => [...text].map((sign) => sign.charCodeAt(0))
const movie = (brand: string): Known => ({
  mediaType: 'video/mp4',
  ending: 'mp4',
  at: 4,
  signs: signsOf(`ftyp${brand}`),
})

// A file is what it begins with, whatever it is called.
const known: readonly Known[] = [
  { mediaType: 'application/pdf', ending: 'pdf', at: 0, signs: signsOf('%PDF-') },
  { mediaType: 'image/png', ending: 'png', at: 0, signs: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', ending: 'jpg', at: 0, signs: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/tiff', ending: 'tif', at: 0, signs: [0x49, 0x49, 0x2a, 0x00] },
  { mediaType: 'image/tiff', ending: 'tif', at: 0, signs: [0x4d, 0x4d, 0x00, 0x2a] },
  { mediaType: 'application/dicom', ending: 'dcm', at: 128, signs: signsOf('DICM') },
  { mediaType: 'video/quicktime', ending: 'mov', at: 4, signs: signsOf('ftypqt') },
  // The brands phones write; a still picture or a sound in the same wrapping is neither.
  ...['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V', 'MSNV', '3gp'].map(movie),
  { mediaType: 'video/webm', ending: 'webm', at: 0, signs: [0x1a, 0x45, 0xdf, 0xa3] },
]

/** What the bytes of a file say it is, when that is among the allowed kinds. */
export function fileKindOf(bytes: Uint8Array, allowed: readonly string[]): FileKind | null {
  const found = known.find(
    ({ mediaType, at, signs }) =>
      allowed.includes(mediaType) && signs.every((sign, index) => bytes[at + index] === sign),
  )
  return found ? { mediaType: found.mediaType, ending: found.ending } : null
}
