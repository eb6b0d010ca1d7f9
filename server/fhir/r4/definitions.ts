import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Problem } from '@facialis/wire'
import type { StructureDefinition } from '@medplum/fhirtypes'
import { fastValidator } from './fast-validator.ts'
import { type CodesOf, type Fault, faultsWith } from './faults.ts'
import { mostElements, oversized } from './oversized.ts'
import { referenceTargetCheck } from './reference-targets.ts'

/** What is wrong with a resource by the definitions of FHIR R4; nothing when it is right. */
export type Validate = (resource: unknown) => readonly Problem[]

let loading: Promise<Definitions> | null = null
let validating: Promise<Validate> | null = null

/** The library with the definitions it goes by, and the codes of the value sets that elements are bound to. */
export type Definitions = Readonly<{
  core: typeof import('@medplum/core')
  codesOf: CodesOf
  /** The names of all types that anything refers to. */
  types: ReadonlySet<string>
}>

/** The definitions, loaded when the first resource comes in: a clinic that only uses its screens never needs them. */
export function definitions(): Promise<Definitions> {
  loading ??= load()
  return loading
}

export function validation(): Promise<Validate> {
  validating ??= definitions().then(validateBy)
  return validating
}

type Compact = Readonly<{
  definitions: StructureDefinition[]
  codes: Readonly<Record<string, readonly string[]>>
}>

/** By its name, as this file may have been built into another one. */
const packed = import.meta.resolve('@facialis/server/fhir/r4/definitions.json.gz')

async function load(): Promise<Definitions> {
  const core = await import('@medplum/core')
  // Only `scripts/compact-definitions.ts` writes this file, in this shape.
  const { definitions: types, codes } = JSON.parse(
    gunzipSync(readFileSync(fileURLToPath(packed))).toString(),
  ) as Compact
  core.indexStructureDefinitionBundle(types)
  const sets = new Map(Object.entries(codes).map(([url, listed]) => [url, new Set(listed)]))
  return { core, codesOf: (url) => sets.get(url) ?? null, types: referredIn(types) }
}

const referredIn = (types: readonly StructureDefinition[]): ReadonlySet<string> =>
  new Set(
    types
      .flatMap(({ snapshot }) => snapshot?.element ?? [])
      .flatMap(({ type = [] }) => type.flatMap(({ targetProfile = [] }) => targetProfile))
      .map((profile) => profile.slice(profile.lastIndexOf('/') + 1)),
  )

function validateBy({ core, codesOf, types }: Definitions): Validate {
  const faultsOf = faultsWith(core, codesOf)
  const isSurelyFit = fastValidator(core, codesOf, mostElements)
  const misdirectedIn = referenceTargetCheck(core, types)
  return (resource) => {
    // Most of what comes is as it should be, and that is seen in a moment.
    if (isSurelyFit(resource)) return misdirectedIn(resource).map(asProblem)
    // What is checked takes a while for each element, and nobody else is served meanwhile.
    const long = oversized(resource)
    if (long !== null) return [long]
    try {
      return [...faultsOf(resource), ...misdirectedIn(resource)].map(asProblem)
    } catch {
      // A library that stumbles over what was sent says the same: it is not what the standard describes.
      return [{ code: 'not-valid', sentence: 'This is not a FHIR R4 resource.', where: '' }]
    }
  }
}

const asProblem = ({ where, sentence }: Fault): Problem => ({
  code: 'not-valid',
  sentence: asSentence(sentence),
  where,
})

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
