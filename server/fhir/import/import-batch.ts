import { linkedTo } from '@facialis/fhir/read/linked-people.ts'
import type { Change, RecordView, Resource } from '@facialis/record'
import type { Clinic } from '../../clinic/clinic.ts'
import { policyInForce } from '../../core/policy.ts'
import { ok, type Refusal, type Result, refusalOf } from '../../core/refusal.ts'
import { colleagues } from '../../gate/colleagues.ts'
import type { SignedIn } from '../../identity/account.ts'
import { type OpenRecord, openChart } from '../../patient/open-chart.ts'
import { reviewTask } from '../../patient/reviews.ts'
import { patientsAmong } from '../../patient/same-person.ts'
import { isServed } from '../../search-indexing/parameters.ts'
import { resourceKnowledge } from '../../search-indexing/resource-knowledge.ts'
import { type Validate, validation } from '../r4/definitions.ts'
import { claimedByIt, forActsOnly } from '../write/acts-only.ts'
import { admitResources } from '../write/admit-resources.ts'
import { birthDateRefusal } from '../write/birth-date-check.ts'
import type { Review } from '../write/door-context.ts'
import { allOf, faultsAfter, faultsIn } from '../write/faults.ts'
import { mergeReviews } from '../write/merge-reviews.ts'
import { type Dereference, medicinesBeside, openDereference } from '../write/referenced-resources.ts'
import { linked } from '../write/references.ts'
import { subjectChange } from '../write/subject-changes.ts'
import { changeOf, type Target } from '../write/targets.ts'
import type { JudgedBy } from '../write/write-context.ts'
import { byPerson, writeProvenanceOf } from '../write/write-provenance.ts'
import { contentDiffers } from './content-differs.ts'
import { type History, notWhole, openHistory } from './history-of-elsewhere.ts'
import { by, calledAsSomebodyHere, lookAt, lookAtPart, notWaiting, saidOtherwise } from './import-reviews.ts'
import { intentOf, type Line, newResources } from './new-resources.ts'
import { isOwnStatement, isSignature } from './recorded-elsewhere.ts'
import { asksNow, leftAlone, type SkippedLine, skippedLineOf } from './skipped-line.ts'

export type Imported = Readonly<{
  /** How many were written, by type. */
  written: ReadonlyMap<string, number>
  /** How many were here already, and stay as they are. */
  there: number
  /** Those among them of which the files say something else. */
  otherwise: readonly SkippedLine[]
  aside: readonly SkippedLine[]
  /** Whose diagnosis was signed elsewhere and waits for a clinician here. */
  toAgree: readonly string[]
  /** Where a file says of somebody which other records are theirs. */
  linking: readonly Linking[]
}>
export type Linking = Readonly<{ where: string; id: string }>

type Importing = Readonly<{
  clinic: Clinic
  who: SignedIn
  /** Addresses under which the files have another than is here. */
  others: Set<string>
  /** The number of the last audit event before the import: who was here then may be relied on for an answer. */
  begun: number
  /** Whether some line of the files could not be read. */
  isTorn: boolean
}>

/**
 * Some hundred resources in one transaction, with one audit event that lists them. Each meets what a resource meets that
 * is sent; one that is refused is put aside and told, and the others go in. What is here already is left alone.
 */
export async function importBatch(lines: readonly Line[], importing: Importing): Promise<Result<Imported>> {
  const { clinic: open, who } = importing
  const today = open.today()
  // It takes a moment, which is of one day.
  const clinic: Clinic = { ...open, today: () => today }
  const validate = await validation()
  const early: SkippedLine[] = []
  const fit = lines.filter((line) => {
    const wrong = unfit(line, validate)
    if (wrong) early.push(wrong)
    return wrong === null
  })
  const policy = await policyInForce(clinic)
  const isOurs = await colleagues(clinic)
  const at = clinic.nextInstant()
  let sorted: Sorted = { targets: [], aside: [], there: 0, otherwise: [], reviews: [] }
  const done = await clinic.record.act({
    actor: { id: who.id },
    action: 'fhir-import',
    at,
    changes: async (view) => {
      sorted = await sort(fit, { ...importing, clinic, view, policy, isOurs, validate, at })
      return ok({ changes: changesOf(sorted, { clinic, who, at }) })
    },
  })
  if (!done.ok) return refusalOf(done.problem)
  const written = new Map<string, number>()
  for (const { type } of sorted.targets) written.set(type, (written.get(type) ?? 0) + 1)
  const { there, otherwise } = sorted
  const aside = [...early, ...sorted.aside]
  return ok({ written, there, otherwise, aside, toAgree: toAgreeIn(sorted.targets), linking: linkingAmong(fit) })
}

const toAgreeIn = (targets: readonly Target[]): readonly string[] =>
  targets.flatMap(({ resource }) =>
    resource !== null && isSignature(resource) ? (resourceKnowledge.patientOf(resource) ?? []) : [],
  )

/** People come in any order: whether a link leads to somebody is known when all of them are here. */
const linkingAmong = (lines: readonly Line[]): readonly Linking[] =>
  lines.flatMap(({ where, resource }) =>
    resource.resourceType === 'Patient' && resource.id !== undefined && linkedTo(resource).length > 0
      ? [{ where, id: resource.id }]
      : [],
  )

function unfit(line: Line, validate: Validate): SkippedLine | null {
  const type = line.resource.resourceType
  if (!isServed(type))
    return skippedLineOf(line, { code: 'not-kept', sentence: `Resources of the type ${type} are not kept here.` })
  const [fault] = faultsIn(intentOf(line), validate)
  return fault ? skippedLineOf(line, { ...fault, place: fault.where ?? '' }) : null
}

type Sorted = Readonly<{
  targets: readonly Target[]
  aside: readonly SkippedLine[]
  there: number
  otherwise: readonly SkippedLine[]
  reviews: readonly Review[]
}>
type Sorting = Importing & JudgedBy

/** What of the batch goes in, judged by the record as it was before all of it. */
async function sort(lines: readonly Line[], sorting: Sorting): Promise<Sorted> {
  const { clinic, who, view, at } = sorting
  const aside: SkippedLine[] = []
  const put = (line: Line, { problem }: Refusal) => {
    aside.push(skippedLineOf(line, { ...problem, place: problem.where ?? '' }))
  }
  const otherwise: SkippedLine[] = []
  const leave = (line: Line, is = { takenBack: false }) => otherwise.push(leftAlone(line, is))
  const { pathway, zone } = clinic
  const looking = { view, newId: clinic.record.newId, others: sorting.others, pathway, zone }
  const resolved = await newResources(lines, looking, { refused: put, otherwise: leave })
  let there = lines.length - resolved.length - aside.length
  const all = resolved.map(({ target }) => target)
  const made = await peopleBehind(all, view)
  const opened = new Map<string, Promise<OpenRecord | null>>()
  const patients = patientsAmong(view, byPerson(all).keys())
  const open = (id: string) => {
    const known = opened.get(id) ?? openChart({ ...clinic, patients }, view, id)
    opened.set(id, known)
    return known
  }
  const refer = openDereference(all, view)
  const historyOf = await openHistory(all, { ...sorting, open })
  const targets: Target[] = []
  const reviews: Review[] = []
  // One that was refused keeps the place for no other of its id.
  const entering = new Map<string, Resource>()
  for (const { line, target } of resolved) {
    const address = `${target.type}/${target.id}`
    const before = entering.get(address)
    if (before !== undefined) {
      there++
      if (contentDiffers(line.resource, before)) leave(line)
      continue
    }
    const history = await historyOf(target)
    if (history !== null && !history.ok) {
      const whose = resourceKnowledge.patientOf(line.resource)
      if (history.problem.code === notWhole && whose !== null) reviews.push({ patientId: whose, reason: lookAtPart })
      put(line, history)
      continue
    }
    const told: History | null = history?.value ?? null
    const meant = told === null ? target : { ...target, resource: told.resource }
    const linking = await linked([meant], { view, who, ours: nowhere, at })
    const refusal = linking.ok
      ? await refused(linking.value[0] as Target, {
          refer,
          made,
          sorting,
          sent: target.resource,
          isHistory: told !== null,
        })
      : linking
    if (!linking.ok || refusal) {
      put(line, refusal ?? (linking as Refusal))
      if (target.type === 'Patient') made.delete(target.id)
      continue
    }
    const door = { ...sorting, patientOf: resourceKnowledge.patientOf, open, refer, says: lookAt }
    const entered = told?.isAdded
      ? ok({ targets: linking.value, reviews: [], decision: null })
      : await admitResources(linking.value, door)
    if (!entered.ok) put(line, entered)
    // Files tell of the past; what needs an open gate now is asked for by somebody.
    else if (entered.value.decision !== null) aside.push(asksNow(line))
    else {
      entering.set(address, line.resource)
      targets.push(...entered.value.targets)
      reviews.push(...entered.value.reviews)
    }
  }
  const regroupings = await mergeReviews(targets, { view, by })
  const namesakes = await calledAsSomebodyHere(targets, sorting)
  const charted = await saidOtherwise(targets, sorting, open)
  const asked = [...reviews, ...charted, ...regroupings, ...namesakes]
  return { targets, aside, there, otherwise, reviews: await notWaiting(asked, open) }
}

/** Whoever comes among these, and whoever of those they are about is here: asked once for all of them. */
async function peopleBehind(targets: readonly Target[], view: RecordView): Promise<Set<string>> {
  const made = new Set(targets.flatMap(({ type, id }) => (type === 'Patient' ? [id] : [])))
  const about = new Set(byPerson(targets).keys())
  for (const id of await view.everExisted('Patient', [...about.difference(made)])) made.add(id)
  return made
}

// No address of ours stands in a file.
const nowhere: readonly string[] = []

type Among = Readonly<{
  refer: Dereference
  made: Set<string>
  sorting: Sorting
  sent: Resource | null
  isHistory: boolean
}>

async function refused(target: Target, { refer, made, sorting, sent, isHistory }: Among): Promise<Refusal | null> {
  const { clinic, who, view, validate } = sorting
  const wrong = allOf(faultsAfter(target, sent, validate))
  if (wrong) return wrong
  // There never was one under its id, so it was nobody's.
  const unfit = (await subjectChange(target, { view, made })) ?? birthDateRefusal(target, clinic)
  if (unfit) return unfit
  // What was signed elsewhere is told apart already; what stands beside it for others claims no more than theirs.
  if (target.resource === null || (isHistory && isOwnStatement(target.resource))) return null
  const beside = await medicinesBeside(target.resource, refer)
  const asking = { pathway: clinic.pathway, zone: clinic.zone, who }
  return isHistory ? claimedByIt(target, beside, asking) : forActsOnly(target, beside, asking)
}

function changesOf(
  { targets, reviews }: Sorted,
  { clinic, who, at }: Pick<Importing, 'clinic' | 'who'> & Readonly<{ at: string }>,
): readonly Change[] {
  const told = [...byPerson(targets)].map(([patientId, ones]) =>
    writeProvenanceOf(patientId, ones, { clinic, who, at }),
  )
  const looks = reviews.map(({ patientId, reason }) => reviewTask({ id: clinic.record.newId(), patientId, reason, at }))
  return [
    ...targets.flatMap(changeOf),
    ...[...told, ...looks].map((resource) => ({ method: 'create', resource }) as const),
  ]
}
