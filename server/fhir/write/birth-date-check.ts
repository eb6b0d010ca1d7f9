import { birthFacts, chartFromResources } from '@facialis/fhir'
import { formatSpan } from '@facialis/language'
import type { Resource } from '@facialis/record'
import type { CoreContext } from '../../core/core-context.ts'
import type { Refusal } from '../../core/refusal.ts'
import { impossibleBirthRefusal } from '../../patient/birth.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

/**
 * A birth date that nobody's life can have is refused as at a screen, also where a form answers it: their age is told from it.
 * One that stands there already stays until somebody changes it, or nothing else of the person could be put right.
 */
export function birthDateRefusal({ intent, type, before, resource }: Target, context: Looking): Refusal | null {
  const place = told[type]
  if (place === undefined || resource === null) return null
  const known = new Set(before === null ? [] : birthsIn(before.resource, context))
  for (const date of birthsIn(resource, context)) {
    const refused = known.has(date) ? null : impossibleBirthRefusal(context, date, placeIn(intent, place))
    if (refused) return refused
  }
  return null
}

type Looking = Pick<CoreContext, 'pathway' | 'today' | 'zone'>

/** What may tell when somebody was born, and where in it. */
const told: Readonly<Record<string, string>> = {
  Patient: 'Patient.birthDate',
  QuestionnaireResponse: 'QuestionnaireResponse.item',
}

function birthsIn(resource: Resource, { pathway, zone }: Looking): readonly string[] {
  if (resource.resourceType === 'Patient') return typeof resource.birthDate === 'string' ? [resource.birthDate] : []
  const births = birthFacts(pathway)
  return chartFromResources(pathway, [resource], { zone }).chart.observations.flatMap(({ fact, value }) =>
    births.has(fact) && 'date' in value ? [formatSpan(value.date)] : [],
  )
}
