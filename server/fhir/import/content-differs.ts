import { isObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { withoutVersion } from '@facialis/fhir/read/references.ts'
import { recordedAfterExtension } from '@facialis/fhir/terms/systems.ts'
import type { Resource } from '@facialis/record'
import { timeSpanOf } from '../../search-indexing/time-spans.ts'

/**
 * Whether what a file has says something else than what is here under its id. When and by whom it was written (`meta`) and how
 * it is shown (`text`) say nothing, nor does that it came afterwards, which is noted here. One moment may be written in several
 * ways; whom a reference means it means in each of its versions, and whom one that is a search means was settled when it came.
 */
export const contentDiffers = (sent: Resource, here: Resource): boolean => !saysTheSame(said(sent), said(here))

function said({ id: _, meta: __, text: ___, extension, ...rest }: Resource): Readonly<Record<string, unknown>> {
  const others = objectsIn(extension).filter(({ url }) => url !== recordedAfterExtension)
  return others.length === 0 ? rest : { ...rest, extension: others }
}

function saysTheSame(sent: unknown, here: unknown): boolean {
  if (Array.isArray(sent))
    return Array.isArray(here) && sent.length === here.length && sent.every((one, at) => saysTheSame(one, here[at]))
  if (!isObject(sent)) return sent === here || isOneMoment(sent, here)
  if (!isObject(here)) return false
  const names = new Set([...Object.keys(sent), ...Object.keys(here)])
  return [...names].every((name) => meansTheSame(name, sent[name], here[name]) || saysTheSame(sent[name], here[name]))
}

/** Two searches stand beside each other only in the lines of files, and who they name may be two. */
function meansTheSame(name: string, sent: unknown, here: unknown): boolean {
  if (name !== 'reference' || typeof sent !== 'string' || typeof here !== 'string') return false
  return isSearch(sent) ? !isSearch(here) : withoutVersion(sent) === withoutVersion(here)
}

const isSearch = (reference: string): boolean => reference.includes('?')

/** By another offset from UTC, or with a fraction of a second that is none. */
function isOneMoment(sent: unknown, here: unknown): boolean {
  const at = momentOf(sent)
  return at !== null && at === momentOf(here)
}

const momentOf = (value: unknown): string | null =>
  typeof value === 'string' && withZone.test(value) ? (timeSpanOf(value)?.from ?? null) : null
const withZone = /T.*(Z|[+-]\d\d:\d\d)$/
