import type { Attachment } from '@facialis/wire'
import { words } from './words.ts'

const kinds = ['application/pdf', 'image/jpeg', 'image/png']
export const accepted = kinds.join(',')
const mostFiles = 5
const mostBytes = 8 * 1024 * 1024

type Chosen = Readonly<{ name: string; type: string; size: number }>

/** Why these files cannot be attached, or null. */
export function problemWith(files: readonly Chosen[], already: number): string | null {
  if (already + files.length > mostFiles) return words.tooMany
  for (const file of files) {
    if (!kinds.includes(file.type)) return words.wrongKind(file.name)
    if (file.size > mostBytes) return words.tooLarge(file.name)
  }
  return null
}

/** A file as it travels. @throws when the browser cannot read it (it was moved meanwhile) */
export async function attachmentOf(file: File): Promise<Attachment> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  // In pieces: spreading eight million arguments would overflow the stack.
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return { name: file.name, mediaType: file.type, content: btoa(binary) }
}
