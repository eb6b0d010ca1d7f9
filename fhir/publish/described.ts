import type { Pathway } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'
import { own } from '../terms/systems.ts'

/** Who stands behind what is published: not signed, it is a draft and experimental. */
export type Standing = Readonly<{ isSigned: boolean; text: string }>

/** What every artefact is made from; on `day` (`YYYY-MM-DD`) it is read, and some sources were to be read again before. */
export type Publishing = Readonly<{ pathway: Pathway; standing: Standing; day: string }>

/** An id that FHIR allows, made from a name; a long one is cut and told apart by a number. */
export function idOf(...names: readonly string[]): string {
  const id = names.join('-').replace(/[^A-Za-z0-9.-]+/g, '-')
  return id.length <= 64 ? id : `${id.slice(0, 56)}-${fingerprint(id)}`
}

function fingerprint(text: string): string {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0
  return sum.toString(36).padStart(7, '0')
}

/** The address of an artefact of ours, and the same with the version it has here. */
export const canonical = (type: string, id: string): string => `${own}/${type}/${id}`
export const pinned = (type: string, id: string, { version }: Pathway): string => `${canonical(type, id)}|${version}`

type Words = Readonly<{ id: string; title: string; description?: string; url?: string }>

/** Artefacts that say from when they count; sets of values and profiles do not. */
const hasPeriod = new Set(['PlanDefinition', 'ActivityDefinition', 'Library', 'Questionnaire'])

/** What stands at the head of every artefact. */
export function described(
  type: string,
  { id, title, description, url }: Words,
  { pathway, standing }: Publishing,
  rest: JsonObject,
): Resource {
  const said = `${description ?? title} (${standing.text})`
  return {
    resourceType: type,
    id,
    ...('meta' in rest ? { meta: rest.meta } : {}),
    text: inWords(title, said),
    url: url ?? canonical(type, id),
    version: pathway.version,
    name: computerName(id),
    title,
    status: standing.isSigned ? 'active' : 'draft',
    experimental: !standing.isSigned,
    publisher: 'Facialis',
    description: said,
    ...(pathway.released !== null && hasPeriod.has(type)
      ? { effectivePeriod: { start: pathway.released.effectiveFrom } }
      : {}),
    ...rest,
  }
}

/** For whoever has a person's eyes and no program that knows the type. */
const inWords = (title: string, said: string): JsonObject => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml"><p><b>${asMarkup(title)}</b></p><p>${asMarkup(said)}</p></div>`,
})

const asMarkup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** `rf.limb-or-speech` as `RfLimbOrSpeech`: programs want a name without signs. */
const computerName = (id: string): string =>
  `${/^[A-Za-z]/.test(id) ? '' : 'A'}${id
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}`
