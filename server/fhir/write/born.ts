import { birthFacts, chartFromResources } from '@facialis/fhir'
import { type Chart, dateWords, formatSpan, parseDate } from '@facialis/language'
import type { Resource } from '@facialis/record'
import type { Ground } from '../../ground/ground.ts'
import type { Refusal } from '../../ground/problem.ts'
import { refusedBirth } from '../../patient/birth.ts'
import { identityOf } from '../../patient/identity.ts'
import type { OpenRecord } from '../../patient/open-chart.ts'
import { placeIn } from './intent.ts'
import type { Target } from './targets.ts'

/**
 * A birth date that nobody's life can have is refused as at a screen, also where a form answers it: their age is told from it.
 * One that stands there already stays until somebody changes it, or nothing else of the person could be put right.
 */
export function bornWrongly({ intent, type, before, resource }: Target, ground: Looking): Refusal | null {
  const place = told[type]
  if (place === undefined || resource === null) return null
  const known = new Set(before === null ? [] : birthsIn(before.resource, ground))
  for (const date of birthsIn(resource, ground)) {
    const refused = known.has(date) ? null : refusedBirth(ground, date, placeIn(intent, place))
    if (refused) return refused
  }
  return null
}

type Looking = Pick<Ground, 'pathway' | 'today' | 'zone'>

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

/**
 * What somebody has to look at, as a sentence, where a write leaves one birth date with the person and an answer that is
 * another: both came in good faith, and only one of them can be right. `by`: who wrote it, as the beginning of a sentence.
 */
export function bornTwice(
  targets: readonly Target[],
  { before, after, by }: Readonly<{ before: OpenRecord; after: Chart; by: string }>,
): string | null {
  const written = targets.find(({ type, id }) => type === 'Patient' && id === before.id)?.resource
  const [then, now] = [twoOf(before.patient, before.chart), twoOf(written ?? before.patient, after)]
  return now === null || now === then ? null : `${by} gave another birth date than was known here: ${now}`
}

/** Both of them in words; null where there is one, however exactly it is known. */
function twoOf(patient: Resource, chart: Chart): string | null {
  const [kept, counted] = [identityOf(patient, null).birthDate, identityOf(patient, chart).birthDate]
  const [one, other] = [kept, counted].map((date) => (date === null ? null : parseDate(date)))
  if (kept === null || counted === null || !one || !other) return null
  if (one.lo <= other.hi && other.lo <= one.hi) return null
  return `${dateWords(kept)} stands with the person, and ages are counted from ${dateWords(counted)}. Look which is right; under “Name and birth date” it is corrected.`
}
