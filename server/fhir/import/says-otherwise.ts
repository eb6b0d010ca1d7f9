import { isObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { recordedAfterExtension } from '@facialis/fhir/terms/systems.ts'
import type { Resource } from '@facialis/record'

/**
 * Whether what a file has says something else than what is here under its id. When and by whom it was written (`meta`) and how
 * it is shown (`text`) say nothing, nor does that it came afterwards, which is noted here; whom a reference that is a search
 * means was settled when it came.
 */
export const saysOtherwise = (sent: Resource, here: Resource): boolean => !saysTheSame(said(sent), said(here))

function said({ id: _, meta: __, text: ___, extension, ...rest }: Resource): Readonly<Record<string, unknown>> {
  const others = objectsIn(extension).filter(({ url }) => url !== recordedAfterExtension)
  return others.length === 0 ? rest : { ...rest, extension: others }
}

function saysTheSame(sent: unknown, here: unknown): boolean {
  if (Array.isArray(sent))
    return Array.isArray(here) && sent.length === here.length && sent.every((one, at) => saysTheSame(one, here[at]))
  if (!isObject(sent)) return sent === here
  if (!isObject(here)) return false
  const names = new Set([...Object.keys(sent), ...Object.keys(here)])
  return [...names].every((name) => wasSettled(name, sent[name], here[name]) || saysTheSame(sent[name], here[name]))
}

/** Two searches stand beside each other only in the lines of files, and who they name may be two. */
const wasSettled = (name: string, sent: unknown, here: unknown): boolean =>
  isSearch(name, sent) && !isSearch(name, here)

const isSearch = (name: string, value: unknown): boolean =>
  name === 'reference' && typeof value === 'string' && value.includes('?')
