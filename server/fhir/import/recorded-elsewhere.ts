import {
  answerSystem,
  chartFromResources,
  entrySystem,
  episodeIn,
  factSystem,
  isJourney,
  isReassuring,
} from '@facialis/fhir'
import { isObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { codeIn } from '@facialis/fhir/terms/concept.ts'
import { actSystem, own, recordedAfterExtension, screenSystem, termSystem } from '@facialis/fhir/terms/systems.ts'
import type { Chart, Day, Pathway, Span } from '@facialis/language'
import type { Resource } from '@facialis/record'
import { mayState, timelineKinds } from '@facialis/wire'
import type { PathwayVersions } from '../../core/pathway-versions.ts'
import { ok, type Result, refuse } from '../../core/refusal.ts'
import { hiddenFilesIn } from '../../patient/hidden-files.ts'
import { actProvenanceIn, isAct, provenanceElsewhere } from '../../patient/provenance.ts'
import { isTask, isTaskOfOurs } from '../../patient/reviews.ts'
import { signatures } from '../write/acts-only.ts'
import { factsById } from '../write/facts-by-id.ts'
import { textsIn } from '../write/reference-texts.ts'

/** `meta.source` of what another Facialis recorded: no act here stands behind it. */
const source = `${own}/elsewhere`
export const isFromElsewhere = ({ meta }: Resource): boolean => isObject(meta) && meta.source === source

/** Whether a Facialis wrote it as the record of an act, of a journey or of what waits; whatever else uses our words is kept by acts. */
export function isRecordOfFacialis(resource: Resource): boolean {
  const { resourceType, meta } = resource
  if (isObject(meta) && objectsIn(meta.tag).some(({ system }) => system === actSystem)) return true
  if (resourceType === 'Provenance') return isAct(resource)
  if (resourceType === 'Task') return isTaskOfOurs(resource)
  if (resourceType === 'EpisodeOfCare') return isJourney(resource)
  return hiddenFilesIn([resource]).size > 0
}

type Asking = Readonly<{
  pathway: Pathway
  zone: string
  versions: PathwayVersions
  today: Day
  /** The instant of the import. */
  at: string
  /** The ids of the accounts here. */
  accounts: ReadonlySet<string>
}>

/**
 * What another Facialis recorded in our common words, as it is kept here: history, marked as done elsewhere. What only
 * somebody here may sign is refused with what to do instead, and a diagnosis signed there is signed elsewhere: it
 * waits for a clinician here to agree.
 */
export function recordedElsewhere(resource: Resource, asking: Asking): Result<Resource> {
  const { accounts, at } = asking
  if (textsIn(resource, (_, text) => accounts.has(text)).length > 0)
    return stays(
      'signed-here',
      'Somebody who works here is named as who recorded this, and it is not in this record: what was recorded here comes back from a backup, never from a file.',
    )
  if (['issued', 'recorded'].some((name) => isLater(resource[name], at)))
    return stays('in-the-future', 'By its own date this was not written down yet.')
  return (rules[resource.resourceType] ?? nativeElsewhere)(resource, asking)
}

const isLater = (written: unknown, at: string): boolean =>
  typeof written === 'string' && Date.parse(written) > Date.parse(at)

const stays = (code: string, sentence: string) => refuse(422, code, sentence)
const ofAnotherVersion = () =>
  stays(
    'another-version',
    'A Facialis of another version recorded this, and it is not known here: bring both to the same version, export again, and import that.',
  )

type Rule = (resource: Resource, asking: Asking) => Result<Resource>
const rules: Readonly<Record<string, Rule>> = {
  Observation: observationElsewhere,
  Provenance: actElsewhere,
  EpisodeOfCare: episodeElsewhere,
  Task: taskElsewhere,
}

/** A statement, an entry or a screen in our words. */
export const isOwnStatement = ({ resourceType, code }: Resource): boolean =>
  resourceType === 'Observation' &&
  [factSystem, entrySystem, screenSystem].some((system) => codeIn(system, code) !== null)

function observationElsewhere(resource: Resource, asking: Asking): Result<Resource> {
  if (!isOwnStatement(resource)) return nativeElsewhere(resource)
  const signed = signedElsewhere(resource, asking)
  const { chart, problems } = chartFromResources(asking.pathway, [signed], { zone: asking.zone })
  const said = chart.observations.length + chart.entries.length + chart.screens.length
  if (problems.length > 0 || (said === 0 && resource.status !== 'entered-in-error')) return ofAnotherVersion()
  if (chart.entries.some(({ kind }) => kind === exception)) return standingException
  if (isAskedAtChair(chart, asking))
    return stays('signed-here', 'What is asked at the chair today is asked by whoever injects here.')
  if (chart.observations.some(({ fact, value }) => mayState(signatures, fact) && reassures(asking, fact, value)))
    return stays(
      'signed-here',
      'Agreement with a diagnosis is not taken over: a clinician here agrees with it, or does not.',
    )
  return ok(marked(signed))
}

const exception = 'exception'
const standingException = stays(
  'signed-here',
  'A standing exception holds where it was signed: whoever needs one here signs it here.',
)

const reassures = (
  { pathway }: Pick<Asking, 'pathway'>,
  id: string,
  value: Parameters<typeof isReassuring>[1],
): boolean => {
  const fact = factsById(pathway).get(id)
  return fact === undefined || isReassuring(fact, value)
}

/** A signature that counts there, as it is seen from here. */
function signedElsewhere(resource: Resource, { pathway, zone }: Pick<Asking, 'pathway' | 'zone'>): Resource {
  if (codeIn(factSystem, resource.code) !== 'dx.signedBy') return resource
  const { observations } = chartFromResources(pathway, [resource], { zone }).chart
  if (!observations.some(({ fact, value }) => fact === 'dx.signedBy' && reassures({ pathway }, fact, value)))
    return resource
  const coding = [{ system: answerSystem, code: 'specialist-elsewhere' }]
  return { ...resource, valueCodeableConcept: { coding } }
}

/** What a file says again, as it is kept where it came from a file: to be held against what is here. */
export function asKeptHere(sent: Resource, here: Resource, asking: Pick<Asking, 'pathway' | 'zone'>): Resource {
  if (!isFromElsewhere(here)) return sent
  return sent.resourceType === 'Provenance' ? (provenanceElsewhere(sent) ?? sent) : signedElsewhere(sent, asking)
}

/** Whether a diagnosis waits for somebody here to agree with it. */
export const isSignature = (resource: Resource): boolean => codeIn(factSystem, resource.code) === 'dx.signedBy'

const isAskedAtChair = (chart: Chart, asking: Asking): boolean => {
  const isNow = (date: Span | null) => date === null || date.hi >= asking.today
  return (
    chart.screens.some(({ screen, date }) => screen === 'at-chair' && isNow(date)) ||
    chart.observations.some(
      ({ fact, value, date }) => mayState(['chair.'], fact) && isNow(date) && reassures(asking, fact, value),
    )
  )
}

/** An order of elsewhere lets nobody inject here, and what withdrew one withdraws none of ours. */
const onlyHere = new Set<string>(['toxin-order', 'toxin-order-withdrawn'])

function actElsewhere(resource: Resource): Result<Resource> {
  const kept = provenanceElsewhere(resource)
  const told = kept === null ? null : actProvenanceIn(kept)
  if (kept === null || told === null || !isKnown.has(told.kind)) return ofAnotherVersion()
  if (onlyHere.has(told.kind)) return orderOfNurses
  return told.kind === exception ? standingException : ok(sourced(kept))
}
const isKnown: ReadonlySet<string> = new Set(timelineKinds)
const orderOfNurses = stays(
  'signed-here',
  'An order under which nurses inject holds where it was signed: a doctor here signs one.',
)

function episodeElsewhere(resource: Resource, { pathway, versions }: Asking): Result<Resource> {
  const version = episodeIn([resource], pathway)?.version
  return version !== undefined && versions.of(version) !== null ? ok(sourced(resource)) : ofAnotherVersion()
}

function taskElsewhere(resource: Resource): Result<Resource> {
  if (!isTask(resource, 'review'))
    return stays(
      'stays-elsewhere',
      'A request stays at the front door where it came in: whoever still has to be seen here is referred here.',
    )
  return resource.status === 'completed'
    ? stays('stays-elsewhere', 'This review was closed where it was opened: there is nothing left to look at here.')
    : ok(sourced(resource))
}

/** What was written beside, for other systems. It is read by what it says itself where the words it repeats stay away. */
function nativeElsewhere(resource: Resource): Result<Resource> {
  if (codeIn(termSystem, resource.code) === exception) return standingException
  if (resource.resourceType === 'MedicationRequest' && resource.status === 'active') return orderOfNurses
  if (hiddenFilesIn([resource]).size > 0)
    return stays('stays-elsewhere', 'This keeps a film or a document from being shown, and no export holds that.')
  return ok(marked(resource))
}

const sourced = (resource: Resource): Resource => ({
  ...resource,
  meta: { ...(isObject(resource.meta) ? resource.meta : {}), source },
})

/** As done elsewhere, and by whom where that was told there. */
function marked(resource: Resource): Resource {
  const extensions = objectsIn(resource.extension)
  const [told] = extensions.filter(({ url }) => url === recordedAfterExtension)
  const by = objectsIn(told?.extension).filter(({ url }) => url === 'by')
  return sourced({
    ...resource,
    extension: [
      ...extensions.filter(({ url }) => url !== recordedAfterExtension),
      { url: recordedAfterExtension, extension: [{ url: 'why', valueCode: 'elsewhere' }, ...by] },
    ],
  })
}
