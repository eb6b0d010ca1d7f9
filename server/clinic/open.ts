import type { Jurisdiction, Pathway } from '@facialis/language'
import { openRecord, type RecordOptions, type Result } from '@facialis/record'
import { justAfter } from '@facialis/record/ground/instant.ts'
import { isSetBack } from '@facialis/record/trail/clock-set-back.ts'
import type { SmartIssuer } from '@facialis/wire'
import { foreignPages, openCounted, strangers } from '../audit/counted.ts'
import { type HeadsPlace, openAuditHeads } from '../audit/heads.ts'
import { openToldRequests } from '../audit/told-requests.ts'
import { openUnfitWrites } from '../audit/unfit-writes.ts'
import type { Beside } from '../beside/beside.ts'
import { openBoard } from '../board/board.ts'
import { openCharts } from '../board/charts.ts'
import { openDrawnCards } from '../cards/drawn-cards.ts'
import { adviseAnew, openAdvise } from '../ground/advise.ts'
import type { Ground } from '../ground/ground.ts'
import { dayIn } from '../ground/site-day.ts'
import { openVersions, type Released, releasedVersions } from '../ground/versions.ts'
import { type OpenIdOptions, openOpenId } from '../identity/open-id.ts'
import { openThrottle } from '../identity/throttle.ts'
import { indexVersion, knowing } from '../indexed/knowing.ts'
import { openPatientQueue } from '../patient/queue.ts'
import { openWhatIf } from '../what-if/ask-what-if.ts'
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
  beside?: Beside | null
  record?: RecordOptions
}>

/** Opens the record and everything that stands on it. Problems: those of `openRecord`. */
export async function openClinic(options: ClinicOptions): Promise<Result<Clinic>> {
  const now = options.now ?? (() => new Date().toISOString())
  const zone = options.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const opened = await openRecord(options.folder, {
    now,
    ...knowing,
    indexVersion,
    database: options.database ?? null,
    besideOthers: (options.beside ?? null) !== null,
    ...options.record,
  })
  if (!opened.ok) return opened
  const { record, told } = openToldRequests(opened.value)
  const { pathway } = options
  const released = options.earlier ? { ok: true as const, value: options.earlier } : releasedVersions(pathway)
  if (!released.ok) return released
  const today = () => dayIn(zone, now())
  const versions = openVersions(pathway, released.value, today)
  const ground: Ground = {
    record,
    pathway,
    versions,
    advise: openAdvise(versions),
    now,
    today,
    zone,
  }
  const auditHeads = options.heads ? openAuditHeads(options.heads, { record, now }) : null
  if (auditHeads?.ok === false) {
    await record.close()
    return auditHeads
  }
  const charts = openCharts(ground)
  const beside = options.beside ?? null
  const board = openBoard({ ...ground, beside, advise: adviseAnew(versions) })
  const clinic: Clinic = {
    ...ground,
    nextInstant: everLater(now),
    jurisdiction: options.jurisdiction ?? null,
    board,
    beside,
    drawnCards: openDrawnCards(),
    whatIf: openWhatIf(ground, charts),
    halt: () => {
      board.halt()
      charts.halt()
    },
    queue: openPatientQueue(),
    throttle: openThrottle(record, now),
    told,
    strangers: openCounted(record, now, strangers),
    foreignPages: openCounted(record, now, foreignPages),
    unfitWrites: openUnfitWrites(record, now),
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
    last = at > last || isSetBack(last, at) ? at : justAfter(last)
    return last
  }
}
