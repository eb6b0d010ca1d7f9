import { sql } from 'kysely'
import { ok, type Problem, type Result } from '../core/problem.ts'
import type { Progress } from '../core/progress.ts'
import type { RecordContext } from '../core/record-context.ts'
import { address } from '../core/resource.ts'
import { type AuditEvent, auditHead } from '../trail/audit.ts'
import { asLogged, decisionHash } from '../trail/decisions.ts'
import { auditRows } from '../trail/verify-audit.ts'
import { placesOfAnAct } from './search-values.ts'
import { contentHash } from './write-versions.ts'

export type VersionsVerified = { readonly versions: number; readonly decisions: number }

/**
 * Compares every version and logged decision with its own hash and with what the audit chain says was written: when, by which
 * act, in whose record; and the address book with the newest versions. Trust it only after `verifyAudit`.
 * Problem: `record-broken`, `where` is the address of the first broken row.
 */
export async function verifyVersions(context: RecordContext, progress?: Progress): Promise<Result<VersionsVerified>> {
  const { seq: total } = await auditHead(context.db, context.tenantId)
  const told = { versions: 0, decisions: 0 }
  for await (const rows of auditRows(context)) {
    for (const events of inParts(rows.map((row) => JSON.parse(row.event) as AuditEvent))) {
      const problem = (await versionFault(context, events)) ?? (await decisionFault(context, events))
      if (problem) return { ok: false, problem }
      told.versions += events.reduce((sum, event) => sum + event.changes.length, 0)
      told.decisions += events.filter((event) => event.decision !== null).length
      progress?.(events.at(-1)?.seq ?? total, total)
    }
  }
  // Rows that no event mentions fall between the ranges read above; the totals give them away.
  for (const [what, table] of [
    ['versions', 'resource_version'],
    ['decisions', 'decision'],
  ] as const) {
    const held = await context.db
      .selectFrom(table)
      .select((column) => column.fn.countAll<number>().as('many'))
      .where('tenant_id', '=', context.tenantId)
      .executeTakeFirstOrThrow()
    if (Number(held.many) !== told[what]) {
      return broken(what, `holds ${held.many} ${what}, but the audit trail tells of ${told[what]}`)
    }
  }
  const stale = await staleAddress(context)
  return stale ? broken(stale, 'does not stand in the address book as it was last written') : ok(told)
}

const mostAtOnce = 1000

/** Neighbours that tell of some hundred versions and decisions together: all that an import of a day wrote would fill the memory. */
function* inParts(events: readonly AuditEvent[]): Generator<readonly AuditEvent[]> {
  let part: AuditEvent[] = []
  let many = 0
  for (const event of events) {
    part.push(event)
    many += event.changes.length + (event.decision === null ? 0 : decisionWeighs)
    if (many < mostAtOnce) continue
    yield part
    part = []
    many = 0
  }
  if (part.length > 0) yield part
}
/** A decision holds a chart, the numbers and the advice. */
const decisionWeighs = 20

const range = (events: readonly AuditEvent[]) => [events[0]?.seq ?? 0, events.at(-1)?.seq ?? 0] as const

async function versionFault({ db, tenantId }: RecordContext, events: readonly AuditEvent[]): Promise<Problem | null> {
  const [first, last] = range(events)
  const rows = await db
    .selectFrom('resource_version')
    .select(['seq', 'type', 'id', 'version', 'method', 'json', 'salt', 'hash', 'patient_id', 'last_updated', 'act_id'])
    .where('tenant_id', '=', tenantId)
    .where('seq', '>=', first)
    .where('seq', '<=', last)
    .execute()
  const named = (seq: number, type: string, id: string, version: number, method: string) =>
    JSON.stringify([seq, type, id, version, method])
  const held = new Map(rows.map((row) => [named(row.seq, row.type, row.id, row.version, row.method), row]))
  for (const event of events) {
    for (const change of event.changes) {
      const where = `${address(change.type, change.id)}/_history/${change.version}`
      const row = held.get(named(event.seq, change.type, change.id, change.version, change.method))
      if (!row) return fault(where, 'is missing')
      if (row.hash !== change.hash || contentHash(row.salt, row.json) !== change.hash)
        return fault(where, 'was changed')
      if (row.last_updated !== event.at || row.act_id !== event.actId) return fault(where, 'was put into another act')
      if (row.patient_id !== '' && !event.patientIds.includes(row.patient_id))
        return fault(where, 'was put into another record')
    }
  }
  return null
}

async function decisionFault({ db, tenantId }: RecordContext, events: readonly AuditEvent[]): Promise<Problem | null> {
  const [first, last] = range(events)
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('seq', '>=', first)
    .where('seq', '<=', last)
    .execute()
  const held = new Map(rows.map((row) => [row.id, asLogged(row)]))
  for (const { decision } of events) {
    if (decision === null) continue
    const logged = held.get(decision.id)
    if (!logged) return fault(`decision/${decision.id}`, 'is missing')
    if (decisionHash(logged) !== decision.hash) return fault(`decision/${decision.id}`, 'was changed')
  }
  return null
}

/** What is not where the address book says, or hidden there as if it were deleted, is read by nobody. */
async function staleAddress({ db, tenantId }: RecordContext): Promise<string | null> {
  const newest = db
    .selectFrom('resource_version')
    .select(['type', 'id'])
    .select((column) => column.fn.max('version').as('version'))
    .where('tenant_id', '=', tenantId)
    .groupBy(['type', 'id'])
  const row = await db
    .selectFrom(newest.as('n'))
    .innerJoin('resource_version as v', (join) =>
      join
        .on('v.tenant_id', '=', tenantId)
        .onRef('v.type', '=', 'n.type')
        .onRef('v.id', '=', 'n.id')
        .onRef('v.version', '=', 'n.version'),
    )
    .leftJoin('resource_current as c', (join) =>
      join.on('c.tenant_id', '=', tenantId).onRef('c.type', '=', 'v.type').onRef('c.id', '=', 'v.id'),
    )
    .select(['v.type', 'v.id'])
    .where((is) =>
      is.or([
        is('c.id', 'is', null),
        is('c.version', '<>', is.ref('v.version')),
        is('c.patient_id', '<>', is.ref('v.patient_id')),
        is('c.seq', '<>', is.ref('v.seq')),
        sql<boolean>`c.number / ${sql.lit(placesOfAnAct)} <> v.seq`,
        is.and([is('v.method', '=', 'delete'), is('c.deleted', '=', 0)]),
        is.and([is('v.method', '<>', 'delete'), is('c.deleted', '<>', 0)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row ? address(row.type, row.id) : null
}

const fault = (where: string, what: string): Problem => ({
  code: 'record-broken',
  sentence: `The record is broken: ${where} ${what}.`,
  where,
})

const broken = (where: string, what: string) => ({ ok: false as const, problem: fault(where, what) })
