import { entrySystem, factSystem } from '@facialis/fhir'
import { objectsIn } from '@facialis/fhir/json/json.ts'
import { codeIn } from '@facialis/fhir/terms/concept.ts'
import { entryIdOf } from '@facialis/fhir/terms/native-id.ts'
import { replacesExtension, screenSystem } from '@facialis/fhir/terms/systems.ts'
import type { Resource } from '@facialis/record'
import { mayState } from '@facialis/wire'
import type { OpenRecord } from '../../patient/open-chart.ts'
import { actProvenanceIn } from '../../patient/provenance.ts'
import { isFromElsewhere } from './recorded-elsewhere.ts'

/** What is recorded of somebody here, by acts or by other systems, and not by an import of a Facialis. */
export type RecordedHere = Readonly<{ entries: ReadonlySet<string>; statements: ReadonlySet<string>; episode: boolean }>

export function recordedHere({ resources, chart }: Pick<OpenRecord, 'resources' | 'chart'>): RecordedHere {
  const [theirs, ours] = [resources.filter(isFromElsewhere), resources.filter((one) => !isFromElsewhere(one))]
  const elsewhere = new Set(theirs.flatMap((one) => entryIdOf(one) ?? []))
  const observations = ours.filter(({ resourceType }) => resourceType === 'Observation')
  return {
    // What another system sent is an entry, too.
    entries: new Set([
      ...chart.entries.map(({ id }) => id).filter((id) => !elsewhere.has(id)),
      ...observations.flatMap((one) => entryIdOf(one) ?? []),
    ]),
    statements: new Set(observations.flatMap((one) => statementOf(one) ?? [])),
    episode: ours.some(({ resourceType }) => resourceType === 'EpisodeOfCare'),
  }
}

/** Of what, and as of when: a correction takes the place of what says so. */
function statementOf({ code, effectiveDateTime, effectivePeriod }: Resource): string | null {
  const fact = codeIn(factSystem, code)
  return fact === null ? null : JSON.stringify([fact, effectiveDateTime ?? effectivePeriod])
}

/** Whether history of elsewhere would change what was recorded here, rather than stand beside it. */
export function changesWhatIsHere(resource: Resource, here: RecordedHere): boolean {
  const { resourceType, status } = resource
  if (resourceType === 'EpisodeOfCare') return here.episode
  const named =
    resourceType === 'Provenance'
      ? (actProvenanceIn(resource)?.act.entries ?? []).map(({ id }) => id)
      : [
          entryIdOf(resource),
          ...objectsIn(resource.extension).flatMap(({ url, valueString }) =>
            url === replacesExtension ? [valueString] : [],
          ),
        ]
  if (named.some((id) => typeof id === 'string' && here.entries.has(id))) return true
  const statement = statementOf(resource)
  return statement !== null && status === 'corrected' && here.statements.has(statement)
}

/** That a journey ended elsewhere ends none in which something was recorded here. */
export const endsWhatIsHere = (resource: Resource, here: RecordedHere): boolean =>
  here.statements.size + here.entries.size > 0 && (codeIn(factSystem, resource.code) ?? '').startsWith('episode.')

/** What an import leaves out for reasons of its own takes nothing from the rest of its act. */
const mayStayAway = ['dx.agreed', 'chair.', 'episode.']

/**
 * Whether every statement and entry of the acts of a person is there, and the act of every statement: a list that was asked
 * to its end says no to whatever is not marked, so a mark that was lost would be read as a no.
 */
export function isWhole(resources: readonly Resource[]): boolean {
  const acts = resources.flatMap((one) => actProvenanceIn(one) ?? [])
  const told = new Set<string>()
  const written = new Set<string>()
  for (const one of resources) {
    if (one.resourceType !== 'Observation') continue
    const fact = codeIn(factSystem, one.code)
    const entry = codeIn(entrySystem, one.code) === null ? null : entryIdOf(one)
    if (fact === null && entry === null) continue
    told.add(`${fact ?? entry} ${one.issued}`)
    written.add(String(one.issued))
  }
  const recorded = new Set(acts.map(({ recordedAt }) => recordedAt))
  return (
    written.isSubsetOf(recorded) &&
    acts.every(({ act, recordedAt }) =>
      [
        ...Object.keys(act.facts ?? {}).filter((id) => !mayState(mayStayAway, id)),
        ...(act.entries ?? []).flatMap(({ id }) => id ?? []),
      ].every((id) => told.has(`${id} ${recordedAt}`)),
    )
  )
}

/** Whether the act that asked this list to its end is among them. */
export function isOfAct(screen: Resource, resources: readonly Resource[]): boolean {
  const code = codeIn(screenSystem, screen.code)
  return resources.some((one) => {
    const told = actProvenanceIn(one)
    return code !== null && told?.recordedAt === screen.issued && told?.act.screens?.includes(code) === true
  })
}
