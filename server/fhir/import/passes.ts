import { entrySystem } from '@facialis/fhir'
import { codeIn } from '@facialis/fhir/terms/concept.ts'
import { screenSystem } from '@facialis/fhir/terms/systems.ts'
import type { Resource } from '@facialis/record'

/**
 * The import passes by resource type, whatever the order of the files: what others refer to comes first, so that references
 * and id collisions can be resolved.
 */
const passes = new Map([
  ...['Organization', 'Location', 'Practitioner', 'Medication'].map((type) => [type, 0] as const),
  ['PractitionerRole', 1],
  ['Patient', 2],
])
const nearlyAll = 3
const additions = 4
const screens = 5
/** The number of passes over a file, so that what is referred to is imported first. */
export const passCount = screens + 1

const passOf = (type: string): number => passes.get(type) ?? nearlyAll

/** The pass of a resource. What is understood only beside the rest of the person comes last. */
export function passOfResource(resource: Resource): number {
  if (isScreen(resource)) return screens
  return isAddition(resource) ? additions : passOf(resource.resourceType)
}

/** That a list was asked to its end, in our words. */
export const isScreen = ({ resourceType, code }: Resource): boolean =>
  resourceType === 'Observation' && codeIn(screenSystem, code) !== null

/** What an act added later to an entry, which has its day itself. */
export const isAddition = ({ resourceType, code, effectiveDateTime, effectivePeriod }: Resource): boolean =>
  resourceType === 'Observation' &&
  effectiveDateTime === undefined &&
  effectivePeriod === undefined &&
  codeIn(entrySystem, code) !== null

/** The pass of a line, found by a pattern at its start without parsing it; null where the type does not stand there. */
export function passOfLine(beginning: string): number | null {
  const type = typeAtStart.exec(beginning)?.[1]
  return type === undefined ? null : passOf(type)
}
const typeAtStart = /^\{"resourceType":"([A-Za-z]+)"/

/** The pass of each line of a file, in order; null for lines that have none. */
export type Outline = Readonly<{
  add: (pass: number | null) => void
  /** A line turns out to come in a later pass. */
  put: (line: number, pass: number) => void
  at: (line: number) => number | null
  has: (pass: number) => boolean
}>

const none = 0xff

/** In one byte for each line: a file may be larger than any memory, and is some hundred times as long as this. */
export function openOutline(): Outline {
  let outline = new Uint8Array(1024)
  let many = 0
  const found = new Set<number>()
  return {
    add: (pass) => {
      if (many === outline.length) {
        const longer = new Uint8Array(2 * many)
        longer.set(outline)
        outline = longer
      }
      outline[many++] = pass ?? none
      if (pass !== null) found.add(pass)
    },
    put: (line, pass) => {
      outline[line] = pass
      found.add(pass)
    },
    at: (line) => {
      const pass = line < many ? (outline[line] as number) : none
      return pass === none ? null : pass
    },
    has: (pass) => found.has(pass),
  }
}
