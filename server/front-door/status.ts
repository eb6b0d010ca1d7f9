import { type Chart, formatDay, parseDate } from '@facialis/language'
import {
  type PatientIdentity,
  type Reach,
  type ReferralStatus,
  reachOf,
  type StatusPosition,
  statusPositions,
} from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { adviseUncached } from '../core/advise.ts'
import { policyInForce } from '../core/policy.ts'
import { ok, type Result, refusalOf } from '../core/refusal.ts'
import { dayNumber, dayWritten } from '../core/site-day.ts'
import { bookingOf, wasSeen } from '../patient/first-visit.ts'
import { identityOf } from '../patient/identity.ts'
import type { KeptRequest } from '../patient/kept-request.ts'
import { openChart } from '../patient/open-chart.ts'
import { actProvenanceIn } from '../patient/provenance.ts'
import { findRequest } from './answer-request.ts'
import { declinedFor } from './decline.ts'
import { needsACall } from './red-flags.ts'
import { factsIn } from './requests.ts'
import { statusPurpose } from './status-link.ts'

const planned = new Set([
  'choosing-treatment',
  'toxin-series',
  'surgical-work-up',
  'after-surgery',
  'follow-up',
  'closed',
])

/** Positions that were reached, each with its day where one is known. */
type Reached = ReadonlyMap<StatusPosition, string | null>

/** Where a request stands, for whoever holds its link: positions and days, nothing of what was found. */
export async function referralStatus(clinic: Clinic, token: string): Promise<Result<ReferralStatus>> {
  const link = await clinic.record.links.look({ token, purpose: statusPurpose })
  if (!link.ok) return refusalOf(link.problem)
  const kept = await findRequest(clinic, link.value.subject.replace('Task/', ''))
  if (!kept) return refusalOf({ code: 'link-unknown', sentence: 'This link is not valid.', where: 'link' })
  const { reached, updated, person, visitOn } = await reachedBy(clinic, kept)
  // The last that was reached; one skipped on the way counts as done.
  const here = statusPositions.findLastIndex((position) => reached.has(position))
  return ok({
    kind: kept.request.kind,
    reference: kept.reference,
    received: kept.received,
    line: statusPositions.map((position, at) => ({
      position,
      state: at < here ? 'done' : at === here ? 'here' : 'ahead',
      on: position === 'first-visit' && at > here ? visitOn : (reached.get(position) ?? null),
    })),
    nextBy: here === 0 && kept.status !== 'rejected' ? await triageBy(clinic, kept.received) : null,
    reach: reachIn(kept, person),
    ringToday: kept.status === 'requested' && needsACall(factsIn(kept)),
    declined: declinedFor(kept),
    updated,
  })
}

/** The person as their record has it, or before there is one as the form does; else who refers. */
const reachIn = ({ request }: KeptRequest, person: PatientIdentity | null): Reach =>
  request.kind === 'referral'
    ? reachOf(person ?? request.sent.patient, request.sent.referrer)
    : reachOf(person ?? request.sent)

/** The day by which a request is triaged, as the site has set it. */
async function triageBy(clinic: Clinic, received: string): Promise<string | null> {
  const { triageDue } = await policyInForce(clinic)
  const day = parseDate(received)
  return day === null || triageDue === undefined ? null : formatDay(day.lo + triageDue)
}

/** `visitOn`: the day for which a first visit is booked, while it lies ahead. */
type Standing = Readonly<{ reached: Reached; updated: string; person: PatientIdentity | null; visitOn: string | null }>

async function reachedBy(clinic: Clinic, kept: KeptRequest): Promise<Standing> {
  const reached = new Map<StatusPosition, string | null>([['received', kept.received]])
  const open = kept.patientId === null ? null : await openChart(clinic, clinic.record, kept.patientId)
  if (!open) return { reached, updated: dayWritten(clinic.zone, kept.updated), person: null, visitOn: null }
  // Whoever waits asks often, and of all that is advised only the stage is told.
  const advice = adviseUncached(clinic.versions)(
    open.chart,
    { asOf: dayNumber(clinic.today()), policy: await policyInForce(clinic) },
    open.follows,
  )
  const stage = String(advice.decisions[clinic.pathway.stage.id]?.answer)
  const triaged = open.chart.observations.find(({ fact }) => fact === 'referral.triaged')
  if (triaged) reached.set('triaged', 'date' in triaged.value ? formatDay(triaged.value.date.lo) : null)
  const seen = wasSeen(open.chart)
  if (seen) reached.set('first-visit', null)
  // Not before somebody here has read the result: a link must not be the first to tell.
  if (hasEntry(open.chart, 'study', (fields) => fields['study.acknowledged'] === 'yes')) reached.set('scan', null)
  if (planned.has(stage)) reached.set('plan', null)
  if (open.resources.some((resource) => actProvenanceIn(resource)?.kind === 'letter')) reached.set('letter', null)
  const last = open.resources.reduce(
    (latest, { meta }) => (meta?.lastUpdated && meta.lastUpdated > latest ? meta.lastUpdated : latest),
    '',
  )
  const booked = seen ? null : bookingOf(open).on
  return {
    reached,
    updated: dayWritten(clinic.zone, last),
    person: identityOf(open.patient, null),
    visitOn: booked !== null && booked >= clinic.today() ? booked : null,
  }
}

function hasEntry(
  { entries }: Chart,
  kind: string,
  fits: (fields: Readonly<Record<string, string>>) => boolean,
): boolean {
  return entries.some((entry) => {
    if (entry.kind !== kind || entry.withdrawn) return false
    const fields = Object.entries(entry.fields).flatMap(([id, value]) =>
      'word' in value ? [[id, value.word] as const] : [],
    )
    return fits(Object.fromEntries(fields))
  })
}
