import { type Attachment, attachable } from '@facialis/wire'
import { words } from './words.ts'

/** Kinds and endings: few systems know the kind of a DICOM file. */
export const accepted = attachable
  .flatMap(({ mediaType, endings }) => [mediaType, ...endings.map((one) => `.${one}`)])
  .join(',')
const mostFiles = 5
const mostBytes = 8 * 1024 * 1024

type Chosen = Readonly<{ name: string; type: string; size: number }>

export type Sorted<F> = Readonly<{
  taken: readonly F[] /** One sentence for each that cannot be sent. */
  problems: readonly string[]
}>

/** Which of the chosen files go along, and why each of the others does not. A wrong one costs no good one. */
export function sortFiles<F extends Chosen>(files: readonly F[], already: number): Sorted<F> {
  const problems: string[] = []
  const fit = files.filter((file) => {
    const problem = !isAttachable(file)
      ? words.wrongKind(file.name)
      : file.size > mostBytes
        ? words.tooLarge(file.name)
        : null
    if (problem !== null) problems.push(problem)
    return problem === null
  })
  const taken = fit.slice(0, Math.max(0, mostFiles - already))
  const over = fit.slice(taken.length)
  return { taken, problems: over.length === 0 ? problems : [...problems, words.tooMany(over.map(({ name }) => name))] }
}

const isAttachable = ({ name, type }: Chosen): boolean =>
  attachable.some(
    ({ mediaType, endings }) =>
      type === mediaType || (type === '' && endings.some((one) => name.toLowerCase().endsWith(`.${one}`))),
  )

/** A file as it travels. @throws when the browser cannot read it (it was moved meanwhile) */
export async function attachmentOf(file: File): Promise<Attachment> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  // In pieces: spreading eight million arguments would overflow the stack.
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return { name: file.name, mediaType: file.type, content: btoa(binary) }
}
