import type { Resource } from '@facialis/record'
import { identityOf } from './identity.ts'
import { type ActProvenance, actProvenanceIn } from './provenance.ts'

/** After these, whoever referred the person wants to know. */
const newsworthy = new Set<ActProvenance['kind']>([
  'visit',
  'diagnosis-signed',
  'imaging-acknowledged',
  'toxin-session',
  'operation',
  'closure',
])

/**
 * The day since which a letter to the referrer is owed: that of the first such act written since the last letter. Null
 * when nothing is new, or nobody is named to whom it would go. What is only written down afterwards is no news.
 */
export function letterOwed(patient: Resource, resources: readonly Resource[]): string | null {
  if (identityOf(patient, null).referrer === null) return null
  const told = resources.flatMap((resource) => actProvenanceIn(resource) ?? [])
  const last = told.reduce(
    (latest, { kind, recordedAt }) => (kind === 'letter' && recordedAt > latest ? recordedAt : latest),
    '',
  )
  const days = told
    .filter(({ kind, recordedAt, recordedAfter }) => newsworthy.has(kind) && recordedAt > last && !recordedAfter)
    .map(({ date }) => date)
    .sort()
  return days[0] ?? null
}
