import type { AuditEntry, DurableRecord } from '@facialis/record'
import { type AuditLine, type AuditPage, type AuditQuestion, type Role, roles } from '@facialis/wire'
import { identityOf } from '../patient/identity.ts'

/** Lines of one answer, and events looked at for them: a rare kind is looked for a stretch at a time. */
const mostLines = 100
const mostEvents = 10_000
const batch = 500
const mostNamed = 3

/** The trail from the newest event back, with names instead of ids. */
export async function auditPage(
  record: DurableRecord,
  { outcomes, before, ...asked }: AuditQuestion,
): Promise<AuditPage> {
  const wanted: AuditEntry[] = []
  let from = before
  for (let looked = 0; wanted.length < mostLines && looked < mostEvents; ) {
    const limit = outcomes === undefined ? mostLines : batch
    const entries = await record.auditEntries({ ...asked, limit, ...(from === undefined ? {} : { before: from }) })
    for (const entry of entries) {
      from = entry.seq
      if (outcomes === undefined || outcomes.includes(entry.outcome)) wanted.push(entry)
      if (wanted.length === mostLines) break
    }
    looked += entries.length
    if (entries.length < limit && wanted.length < mostLines) return { lines: await named(record, wanted), before: null }
  }
  return { lines: await named(record, wanted), before: from ?? null }
}

async function named(record: DurableRecord, entries: readonly AuditEntry[]): Promise<readonly AuditLine[]> {
  const accounts = new Map((await record.accounts.list()).map(({ id, displayName }) => [id, displayName]))
  const known = new Map<string, string | null>()
  const nameOf = async (id: string): Promise<string | null> => {
    if (!known.has(id)) {
      const patient = await record.read('Patient', id)
      known.set(id, patient.ok ? identityOf(patient.value.resource, null).name : null)
    }
    return known.get(id) ?? null
  }
  const lines: AuditLine[] = []
  for (const { seq, at, actor, action, outcome, patientIds, purpose, problem, beside } of entries) {
    const people = []
    for (const id of patientIds.slice(0, mostNamed)) people.push({ id, name: await nameOf(id) })
    lines.push({
      seq,
      at,
      who: { id: actor.id, name: accounts.get(actor.id) ?? null, role: roleIn(actor.role) },
      action,
      outcome,
      people,
      others: Math.max(0, patientIds.length - mostNamed),
      purpose,
      reason: beside.reason ?? null,
      what: outcome === 'refused' ? (beside.what ?? null) : null,
      problem: beside.problem?.sentence ?? problem,
    })
  }
  return lines
}

const roleIn = (word: string | undefined): Role | null => roles.find((role) => role === word) ?? null
