import { type Pathway, parseDate, type Released } from '@facialis/language'
import type { Hash } from './digester.ts'
import { parsePathway, serialisePathway } from './serialise-pathway.ts'

/**
 * One version of a pathway as it was released, never to be changed again. On the first line of its file stands what it
 * is, with the fingerprint of all the others.
 */
export type ReleaseHead = Readonly<{
  format: typeof format
  pathway: string
  version: string
  released: Released
  /** Who stands behind it, in words: signed, or a draft. */
  status: string
  fingerprint: string
}>

/** A pathway that says from when it counts. */
export type ReleasedPathway = Pathway & Readonly<{ released: Released }>
export type Release = Readonly<{ head: ReleaseHead; pathway: Pathway }>
export type ReadRelease<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; sentence: string }>

const format = 'facialis-release/1'

/** The file of a release. Its pathway says of itself that it is one. */
export function releaseText(pathway: ReleasedPathway, hash: Hash): string {
  const body = `${serialisePathway(pathway).join('\n')}\n`
  const { id, version, released, status } = pathway
  const head: ReleaseHead = { format, pathway: id, version, released, status, fingerprint: hash(body) }
  return `${JSON.stringify(head)}\n${body}`
}

/** By what a release is judged before it is read: fingerprints, and the id of the pathway it has to be of. */
export type Judging = Readonly<{ hash: Hash; of: string }>

/** What a release is, by its first line alone. */
function headOf(text: string): ReadRelease<ReleaseHead> {
  const line = text.slice(0, lineEnd(text))
  let head: unknown
  try {
    head = JSON.parse(line)
  } catch {
    return wrong('its first line is not JSON')
  }
  return isHead(head) ? { ok: true, value: head } : wrong(`it is no release as "${format}" writes it`)
}

/** What a release is, of one of this pathway that was not touched since it was written. */
export function untouchedHead(text: string, { hash, of }: Judging): ReadRelease<ReleaseHead> {
  const head = headOf(text)
  if (!head.ok) return head
  if (hash(bodyOf(text)) !== head.value.fingerprint)
    return wrong('it was changed after it was written: its fingerprint is not that of what it says')
  return head.value.pathway === of ? head : wrong(`it is a release of ${head.value.pathway}, not of ${of}`)
}

/** The whole of a release. One that was touched since it was written, or is of something else, is not read. */
export function readRelease(text: string, judging: Judging): ReadRelease<Release> {
  const head = untouchedHead(text, judging)
  if (!head.ok) return head
  const body = bodyOf(text)
  const pathway = parsePathway(body.trimEnd().split('\n'))
  // The head is line 1 of the file.
  if ('sentence' in pathway) return wrong(`line ${pathway.line + 2} ${pathway.sentence}`)
  const { id, version, status, released } = pathway
  const { value } = head
  const isSame =
    id === value.pathway &&
    version === value.version &&
    status === value.status &&
    released?.effectiveFrom === value.released.effectiveFrom &&
    released.reviewBy === value.released.reviewBy
  return isSame
    ? { ok: true, value: { head: value, pathway } }
    : wrong('its first line says otherwise than its pathway')
}

const bodyOf = (text: string): string => text.slice(lineEnd(text) + 1)
const lineEnd = (text: string): number => (text.includes('\n') ? text.indexOf('\n') : text.length)
const wrong = (sentence: string) => ({ ok: false, sentence }) as const

function isHead(value: unknown): value is ReleaseHead {
  if (typeof value !== 'object' || value === null) return false
  const { format: its, pathway, version, released, status, fingerprint } = value as Partial<ReleaseHead>
  return (
    its === format &&
    [pathway, version, status, fingerprint].every((text) => typeof text === 'string') &&
    typeof released === 'object' &&
    released !== null &&
    [released.effectiveFrom, released.reviewBy].every((day) => typeof day === 'string' && parseDate(day) !== null)
  )
}

const numbered = new Intl.Collator('en', { numeric: true })
/** Which of two versions is the lower: 1.9.0 comes before 1.10.0. */
export const inOrder = (one: Readonly<{ version: string }>, other: Readonly<{ version: string }>): number =>
  numbered.compare(one.version, other.version)
