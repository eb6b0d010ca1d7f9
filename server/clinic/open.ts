import type { Jurisdiction, Pathway } from '@facialis/language'
import { openRecord, type RecordOptions, type Result } from '@facialis/record'
import { justAfter } from '@facialis/record/core/instant.ts'
import { isRolledBack } from '@facialis/record/trail/clock-rollback.ts'
import type { SmartIssuer } from '@facialis/wire'
import { type HeadsPlace, openAuditHeads } from '../audit/audit-heads.ts'
import { openAuditedRequests } from '../audit/audited-requests.ts'
import { crossSite, openCountedRefusals, unauthenticated } from '../audit/counted-refusals.ts'
import { openRejectedWrites } from '../audit/rejected-writes.ts'
import { openBoard } from '../board/board.ts'
import { openCharts } from '../board/charts.ts'
import { openCardCache } from '../cards/card-cache.ts'
import { adviseUncached, openCachedAdvise } from '../core/advise.ts'
import type { CoreContext } from '../core/core-context.ts'
import { openPathwayVersions, type Released, releasedVersions } from '../core/pathway-versions.ts'
import { dayIn } from '../core/site-day.ts'
import { type OpenIdOptions, openOpenId } from '../identity/open-id.ts'
import { openThrottle } from '../identity/throttle.ts'
import { openPatientQueue } from '../patient/patient-queue.ts'
import { indexVersion, resourceKnowledge } from '../search-indexing/resource-knowledge.ts'
import { openWhatIf } from '../what-if/ask-what-if.ts'
import type { WorkerPool } from '../worker-pool/worker-pool.ts'
import type { Clinic } from './clinic.ts'

export type ClinicOptions = Readonly<{
  /** Where the record lives. */
  folder: string
  /** The PostgreSQL that keeps the record instead of a file in the folder. */
  database?: string | null
  pathway: Pathway
  /** What was released. Default: the releases that came with this copy. */
  earlier?: Released
  /** The site's time zone; it decides what day it is. Default: the machine's. */
  zone?: string
  /** Where the site is, for what labels say there. Default: nobody has said. */
  jurisdiction?: Jurisdiction | null
  /** The clock, as an instant. Default: the machine's. */
  now?: () => string
  https?: boolean
  /** Our own address as browsers know it, such as `https://clinic.example`. Default: not known. */
  url?: string | null
  /** Where signed ends of the audit trail are kept. Default: nowhere. */
  heads?: HeadsPlace | null
  /** Another sign-in that is taken here too. Default: none. */
  openId?: OpenIdOptions | null
  /** Systems whose people may open Facialis from within them. Default: none. */
  smartIssuers?: readonly SmartIssuer[]
  /** Threads that have this pathway. Default: none, and the one that answers does everything. */
  workers?: WorkerPool | null
  record?: RecordOptions
}>

/** Opens the record and everything that stands on it. Problems: those of `openRecord`. */
export async function openClinic(options: ClinicOptions): Promise<Result<Clinic>> {
  const now = options.now ?? (() => new Date().toISOString())
  const zone = options.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const opened = await openRecord(options.folder, {
    now,
    ...resourceKnowledge,
    indexVersion,
    database: options.database ?? null,
    besideOthers: (options.workers ?? null) !== null,
    ...options.record,
  })
  if (!opened.ok) return opened
  const { record, auditedRequests } = openAuditedRequests(opened.value)
  const { pathway } = options
  const released = options.earlier ? { ok: true as const, value: options.earlier } : releasedVersions(pathway)
  if (!released.ok) return released
  const today = () => dayIn(zone, now())
  const versions = openPathwayVersions(pathway, released.value, today)
  const context: CoreContext = {
    record,
    pathway,
    versions,
    advise: openCachedAdvise(versions),
    now,
    today,
    zone,
  }
  const auditHeads = options.heads ? openAuditHeads(options.heads, { record, now }) : null
  if (auditHeads?.ok === false) {
    await record.close()
    return auditHeads
  }
  const charts = openCharts(context)
  const workers = options.workers ?? null
  const board = openBoard({ ...context, workers, advise: adviseUncached(versions) })
  const clinic: Clinic = {
    ...context,
    nextInstant: everLater(now),
    jurisdiction: options.jurisdiction ?? null,
    board,
    workers,
    cardCache: openCardCache(),
    whatIf: openWhatIf(context, charts),
    halt: () => {
      board.halt()
      charts.halt()
    },
    queue: openPatientQueue(),
    throttle: openThrottle(record, now),
    auditedRequests,
    unauthenticatedRefusals: openCountedRefusals(record, now, unauthenticated),
    crossSiteRefusals: openCountedRefusals(record, now, crossSite),
    rejectedWrites: openRejectedWrites(record, now),
    https: options.https ?? false,
    url: options.url ?? null,
    auditHeads: auditHeads?.value ?? null,
    smartIssuers: options.smartIssuers ?? [],
    openId: options.openId ? openOpenId(options.openId) : null,
  }
  return { ok: true, value: clinic }
}

/** A clock that never says the same millisecond twice; one that was put back is followed, lest all be dated by a year that was none. */
function everLater(now: () => string): () => string {
  let last = new Date(0).toISOString()
  return () => {
    const at = now()
    last = at > last || isRolledBack(last, at) ? at : justAfter(last)
    return last
  }
}
