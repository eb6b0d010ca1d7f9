import { resourcesOfAct } from '@facialis/fhir'
import { type Change, canonical, type Decision, type Guard, type RecordView, type Resource } from '@facialis/record'
import type { PatientView, TimelineItem } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { policyInForce } from '../core/policy.ts'
import { notFound, ok, type Refusal, type Result, refusalOf, refuse } from '../core/refusal.ts'
import { dayNumber } from '../core/site-day.ts'
import { colleagues } from '../gate/colleagues.ts'
import type { SignedIn } from '../identity/account.ts'
import { instantAfter } from '../patient/instant-after.ts'
import { chartAfter, type OpenRecord, openChart, openInUse } from '../patient/open-chart.ts'
import { provenanceOf } from '../patient/provenance.ts'
import { reviewTask } from '../patient/reviews.ts'
import { viewOf } from '../patient/view.ts'
import type { SentAct, SentEntry } from './act-shape.ts'
import { checkContent } from './content.ts'
import { type Judged, type Judging, judge, roleFor } from './judge.ts'
import { recordOfAct, recordOfEntry } from './target-record.ts'
import { endedForOthers } from './withdrawal.ts'

export type Recording = Readonly<{
  patientId: string
  act: SentAct
  who: SignedIn
  requestId?: string
  idempotencyKey?: string | null
  ifMatch?: number | null
  /** How the timeline heads it, when not by the kind of the act. */
  headed?: TimelineItem['kind']
  /** The demo's made-up past: advice that nobody was given is not logged. What the gate relied on always is. */
  unadvised?: true
}>

/**
 * The one way an act gets into the record. Its content is checked, then judged against the chart as committed before
 * it; its resources, what it uses up, a review it opens, the audit event and the advice it rests on are one
 * transaction. A retry with the same key is answered as the first time.
 */
export async function recordAct(clinic: Clinic, recording: Recording): Promise<Result<PatientView>> {
  const written = await writeAct(clinic, recording)
  if (!written.ok) return written
  const after = await openChart(clinic, clinic.record, recording.patientId)
  return after ? ok(await viewOf(clinic, after)) : notFound()
}

/** `recordAct` without a look at the record afterwards. */
export async function writeAct(clinic: Clinic, recording: Recording): Promise<Result<null>> {
  const allowed = checkContent(clinic, recording.act, recording.who)
  if (!(await clinic.record.read('Patient', recording.patientId)).ok) return notFound()
  if (!allowed.ok) return tellRefusal(clinic, recording, allowed)
  return clinic.queue(recording.patientId, () => write(clinic, recording, allowed.value))
}

async function write(clinic: Clinic, recording: Recording, act: SentAct): Promise<Result<null>> {
  const { patientId, who, requestId, idempotencyKey, ifMatch } = recording
  const judging: Judging = {
    clinic,
    act,
    who,
    policy: await policyInForce(clinic),
    ifMatch: ifMatch ?? null,
    isOurs: await colleagues(clinic),
    newId: clinic.record.newId,
  }
  const opened = await openInUse(clinic, clinic.record, patientId)
  if (!opened.ok) return opened.problem.instead === undefined ? opened : tellRefusal(clinic, recording, opened)
  const before = opened.value
  // Judged twice: here to know what has to be written, and by the guard, whose word counts. What is refused here is only told.
  const at = instantAfter(before, clinic.nextInstant())
  const judged = judge(before, judging)
  const prepared = judged.ok ? changesOf(judged.value, before, { clinic, recording, at }) : judged
  const judgedIn = async (view: RecordView): Promise<Result<unknown>> => {
    const found = await openInUse(clinic, view, patientId)
    return found.ok ? judgeAgain(found.value, before, judging) : found
  }
  let refused: Refusal | null = null
  const guard: Guard = async (view) => {
    const last = prepared.ok ? await judgedIn(view) : prepared
    if (!last.ok) {
      refused = last
      return { ok: false, problem: { ...last.problem, where: last.problem.where ?? '' } }
    }
    const advised = judged.ok && (judged.value.relied !== null || !recording.unadvised)
    const decision =
      advised && prepared.ok ? decisionOf(judged.value, { before, judging, changes: prepared.value }) : null
    return { ok: true, ...(decision ? { decision } : {}) }
  }
  const done = await clinic.record.act({
    actor: { id: who.id, role: roleFor(act, who) },
    action: act.kind,
    patientId,
    alsoKeptAs: before.merged,
    purpose: 'TREAT',
    at,
    ...(requestId === undefined ? {} : { requestId }),
    ...(idempotencyKey ? { idempotencyKey, idempotencyBody: { patientId, act: recording.act } } : {}),
    changes: prepared.ok ? prepared.value : [],
    guard,
  })
  if (done.ok) return ok(null)
  return refused ?? refusalOf(done.problem)
}

/** The same judgement on the chart inside the transaction; somebody else's act in between sends us back. */
function judgeAgain(found: OpenRecord, before: OpenRecord, judging: Judging): Result<unknown> {
  if (judging.ifMatch === null && found.version !== before.version) {
    return refuse(409, 'moved', 'Somebody else recorded something at the same moment. Please save again.')
  }
  return judge(found, judging)
}

type With = Readonly<{ clinic: Clinic; recording: Recording; at: string }>

function changesOf(
  { act, usesUp, review, withdraws }: Judged,
  before: OpenRecord,
  { clinic, recording, at }: With,
): Result<readonly Change[]> {
  const { who } = recording
  const { newId } = clinic.record
  const role = roleFor(act, who)
  const patientId = recordOfAct(act, before)
  const actor = { id: who.id, name: who.name, role }
  const writing = { patientId, actor, at, newId, before: before.chart, standsIn: recordOfEntry(before) }
  // Entries get their ids here, so that the timeline and the resources name them alike.
  const named = {
    ...act,
    entries: act.entries.map((entry) => ({
      ...entry,
      id: entry.id ?? newId(),
      ...(entry.kind === 'session' && isTouchUp(usesUp, before) ? { fields: touchedUp(entry.fields) } : {}),
    })),
  }
  const { confirmed: _press, ...content } = named
  const resources = resourcesOfAct(clinic.pathway, content, writing)
  if (!resources.ok) return refusalOf(resources.problem)
  const used = usesUp.map((id) => ({ id, kind: 'exception', date: null, fields: { 'exception.used': 'yes' } }))
  const spent =
    used.length === 0
      ? ok([])
      : resourcesOfAct(clinic.pathway, { kind: 'exception', date: act.date, entries: used }, writing)
  if (!spent.ok) throw new Error(`An exception could not be marked as used: ${spent.problem.sentence}`)
  const { facts, screens, entries, note, recordedAfter } = content
  const ended = withdraws === null ? [] : endedForOthers(withdraws, before, note ?? '')
  const provenance = provenanceOf({
    id: newId(),
    patientId,
    accountId: who.id,
    kind: recording.headed ?? act.kind,
    date: act.date,
    recordedAt: at,
    by: who.name,
    role,
    act: {
      ...(facts ? { facts } : {}),
      ...(screens ? { screens } : {}),
      ...(entries.length > 0 ? { entries } : {}),
      ...(note ? { note } : {}),
      ...(withdraws === null ? {} : { withdraws: withdraws.id }),
      ...(recordedAfter
        ? { recordedAfter: { why: recordedAfter.why, ...(recordedAfter.by ? { by: recordedAfter.by } : {}) } }
        : {}),
    },
  })
  const reason =
    'Toxin was recorded afterwards while the gate was shut: look at what happened and whether anything follows.'
  const reviews = review ? [reviewTask({ id: newId(), patientId: before.id, reason, at })] : []
  return ok([...resources.value, ...spent.value, ...ended, provenance, ...reviews].map(asChange))
}

/** Resources for other systems keep their id when their entry is amended, and then are a new version. */
const asChange = (
  resource: Readonly<Record<string, unknown>> & { readonly resourceType: string; readonly id?: string },
): Change => ({
  method: 'update',
  resource: resource as Resource & { id: string },
  expectedVersion: 'any',
})

/** What the gate relied on, on the chart before the act; for every other act what its author is shown, on the chart after it. */
function decisionOf(
  { relied }: Judged,
  { before, judging, changes }: Readonly<{ before: OpenRecord; judging: Judging; changes: readonly Change[] }>,
): Decision {
  const { clinic, policy } = judging
  const chart = relied ? before.chart : chartAfter(clinic, before, changes)
  const advice = relied ?? clinic.advise(chart, { asOf: dayNumber(clinic.today()), policy }, before.follows)
  return {
    pathway: advice.pathway,
    pathwayVersion: advice.version,
    // As `adviceAgain` of the engine reads it.
    input: canonical({
      asOf: advice.asOf,
      basis: relied ? 'before' : 'after',
      chart,
      ...(advice.version === clinic.versions.newest.version ? {} : { newest: clinic.versions.newest.version }),
    }),
    policy: canonical(policy),
    advice: JSON.stringify(advice),
  }
}

/** A refusal before anything is judged is told all the same: who tried what on whose record. */
async function tellRefusal(
  clinic: Clinic,
  { patientId, act, who, requestId }: Recording,
  refusal: Refusal,
): Promise<Refusal> {
  await clinic.record.act({
    actor: { id: who.id },
    action: act.kind,
    patientId,
    ...(requestId === undefined ? {} : { requestId }),
    changes: [],
    guard: () => ({ ok: false, problem: { ...refusal.problem, where: refusal.problem.where ?? '' } }),
  })
  return refusal
}

/** A session given under the exception for a touch-up is one, and resets no interval. Nobody claims it by hand. */
const isTouchUp = (usesUp: Judged['usesUp'], before: OpenRecord): boolean =>
  before.chart.entries.some(({ id, fields }) => {
    const code = fields['exception.code']
    return usesUp.includes(id) && code !== undefined && 'word' in code && code.word === 'touch-up'
  })
const touchedUp = (fields: SentEntry['fields']): SentEntry['fields'] => ({ ...fields, 'session.touchUp': 'yes' })
