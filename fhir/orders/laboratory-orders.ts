import type { Resource } from '../read/resources.ts'
import { codingsOf } from '../terms/concept.ts'
import { addressOf } from '../terms/systems.ts'

/**
 * An order of a laboratory without the words for what it is of: they name what is looked for, and nobody gives it by that. Its
 * codes stay, and whatever it says beside them.
 */
export function withoutAnalytes(resource: Resource): Resource {
  if (!isMeasuring(resource)) return resource
  return { ...resource, code: { coding: codingsOf(resource.code).map(({ system, code }) => ({ system, code })) } }
}

/** By its category, or as every code it has is one of what is observed. */
function isMeasuring({ resourceType, category, code }: Resource): boolean {
  if (resourceType !== 'ServiceRequest') return false
  const codings = codingsOf(code)
  return (
    codingsOf(category).some((one) => laboratory.includes(`${one.system}|${one.code}`)) ||
    (codings.length > 0 && codings.every(({ system }) => system === addressOf('loinc')))
  )
}

const laboratory = [
  'http://terminology.hl7.org/CodeSystem/observation-category|laboratory',
  'http://terminology.hl7.org/CodeSystem/v2-0074|LAB',
  'http://snomed.info/sct|108252007',
]
