import type { Chart } from '@facialis/language'
import type { ReferralStatus } from '@facialis/wire'
import { toldBy } from '../acts/provenance.ts'
import type { Clinic } from '../clinic.ts'
import { openChart } from '../patient/open-chart.ts'
import { dayNumber } from '../patient/view.ts'
import { policyInForce } from '../policy.ts'
import { ok, type Result, refusalOf } from '../problem.ts'
import { findRequest } from './answer-request.ts'
import { statusPurpose } from './status-link.ts'

const planned = new Set([
  'choosing-treatment',
  'toxin-series',
  'surgical-work-up',
  'after-surgery',
  'follow-up',
  'closed',
])

/** What is said while a position is the next one. Plain words, never a result. */
const words: Readonly<Record<string, string>> = {
  Triaged: 'Your referral has arrived. Somebody of the team will read it soon.',
  'First visit': 'Your referral was read. The team will call you about the first visit.',
  Scan: 'Waiting for your scan.',
  Plan: 'Your scan is back; your team will call you.',
  Letter: 'Your plan is made. A letter to the doctor who referred you will follow.',
}
const arrived = 'Your plan is made, and the doctor who referred you has a letter about it.'
const declined = 'The team has answered the person who referred you. Please ask there what comes next.'

/** Where a referral stands, for whoever holds its link: positions and plain words, nothing of what was found. */
export async function referralStatus(clinic: Clinic, token: string): Promise<Result<ReferralStatus>> {
  const link = await clinic.record.links.look({ token, purpose: statusPurpose })
  if (!link.ok) return refusalOf(link.problem)
  const kept = await findRequest(clinic, link.value.subject.replace('Task/', ''))
  if (!kept) return refusalOf({ code: 'link-unknown', sentence: 'This link is not valid.', where: 'link' })
  const reached =
    kept.patientId === null
      ? { done: new Set(['Received']), updated: kept.updated }
      : await reachedBy(clinic, kept.patientId)
  const labels = ['Received', ...Object.keys(words)]
  const here = labels.find((label) => !reached.done.has(label))
  return ok({
    reference: kept.reference,
    received: kept.received,
    line: labels.map((label) => ({
      label,
      state: reached.done.has(label) ? 'done' : label === here ? 'here' : 'ahead',
    })),
    words: kept.status === 'rejected' ? declined : here === undefined ? arrived : (words[here] ?? ''),
    updated: reached.updated,
  })
}

async function reachedBy(
  clinic: Clinic,
  patientId: string,
): Promise<Readonly<{ done: ReadonlySet<string>; updated: string }>> {
  const open = await openChart(clinic, clinic.record, patientId)
  const done = new Set(['Received'])
  if (!open) return { done, updated: clinic.today() }
  const advice = clinic.advise(open.chart, { asOf: dayNumber(clinic.today()), policy: await policyInForce(clinic) })
  const stage = String(advice.decisions[clinic.pathway.stage.id]?.answer)
  const seen = hasEntry(open.chart, 'visit', (fields) => !['triage', 'phone'].includes(fields['visit.kind'] ?? ''))
  if (seen || open.chart.observations.some(({ fact }) => fact === 'referral.triaged')) done.add('Triaged')
  if (seen) done.add('First visit')
  // Not before somebody here has read the result: a link must not be the first to tell.
  if (hasEntry(open.chart, 'study', (fields) => fields['study.acknowledged'] === 'yes')) done.add('Scan')
  if (planned.has(stage)) done.add('Plan')
  if (open.resources.some((resource) => toldBy(resource)?.kind === 'letter')) done.add('Letter')
  const last = open.resources.reduce(
    (latest, { meta }) => (meta?.lastUpdated && meta.lastUpdated > latest ? meta.lastUpdated : latest),
    '',
  )
  return { done, updated: last.slice(0, 10) }
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
