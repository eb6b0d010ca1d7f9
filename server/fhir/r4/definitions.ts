import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Problem } from '@facialis/wire'
import type { StructureDefinition } from '@medplum/fhirtypes'
import { faultsWith } from './faults.ts'
import { tooLong } from './too-long.ts'

/** What is wrong with a resource by the definitions of FHIR R4; nothing when it is right. */
export type Validate = (resource: unknown) => readonly Problem[]

let loading: Promise<Validate> | null = null

/** The definitions, loaded when the first resource comes in: a clinic that only uses its screens never needs them. */
export function validation(): Promise<Validate> {
  loading ??= load()
  return loading
}

type Compact = Readonly<{
  definitions: StructureDefinition[]
  codes: Readonly<Record<string, readonly string[]>>
}>

async function load(): Promise<Validate> {
  const core = await import('@medplum/core')
  // Only `scripts/compact-definitions.ts` writes this file, in this shape.
  const { definitions, codes } = JSON.parse(
    gunzipSync(readFileSync(new URL('definitions.json.gz', import.meta.url))).toString(),
  ) as Compact
  core.indexStructureDefinitionBundle(definitions)
  const sets = new Map(Object.entries(codes).map(([url, listed]) => [url, new Set(listed)]))
  const faultsOf = faultsWith(core, (url) => sets.get(url) ?? null)
  return (resource) => {
    // What is checked takes a while for each element, and nobody else is served meanwhile.
    const long = tooLong(resource)
    if (long !== null) return [long]
    try {
      return faultsOf(resource).map(({ where, sentence }) => ({
        code: 'not-valid',
        sentence: asSentence(sentence),
        where,
      }))
    } catch {
      // A library that stumbles over what was sent says the same: it is not what the standard describes.
      return [{ code: 'not-valid', sentence: 'This is no resource of FHIR R4.', where: '' }]
    }
  }
}

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
