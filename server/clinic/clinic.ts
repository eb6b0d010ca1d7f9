import type { Jurisdiction } from '@facialis/language'
import type { SmartIssuer } from '@facialis/wire'
import type { AuditHeads } from '../audit/audit-heads.ts'
import type { AuditedRequests } from '../audit/audited-requests.ts'
import type { CountedRefusals } from '../audit/counted-refusals.ts'
import type { RejectedWrites } from '../audit/rejected-writes.ts'
import type { Board } from '../board/board.ts'
import type { CardCache } from '../cards/card-cache.ts'
import type { CoreContext } from '../core/core-context.ts'
import type { OpenId } from '../identity/open-id.ts'
import type { Throttle } from '../identity/throttle.ts'
import type { PatientQueue } from '../patient/patient-queue.ts'
import type { AskWhatIf } from '../what-if/ask-what-if.ts'
import type { WorkerPool } from '../worker-pool/worker-pool.ts'

/** The application context: everything that routes and acts need. Created once, by `openClinic`. */
export type Clinic = CoreContext &
  Readonly<{
    board: Board
    /** Worker threads for evaluation; null where the main thread does everything. */
    workers: WorkerPool | null
    cardCache: CardCache
    /** Whose advice would change under other policy values. */
    whatIf: AskWhatIf
    /** Stops background work. For shutdown, which must not wait for thousands of records. */
    halt: () => void
    queue: PatientQueue
    throttle: Throttle
    /** Which requests in progress are audited already. */
    auditedRequests: AuditedRequests
    /** Number of refused requests without a session. */
    unauthenticatedRefusals: CountedRefusals
    /** Number of refused cross-site requests. */
    crossSiteRefusals: CountedRefusals
    /** Writes of signed-in users that were rejected. */
    rejectedWrites: RejectedWrites
    /** A strictly increasing clock: writes are ordered by their instant. */
    nextInstant: () => string
    /** Whether browsers use https: cookies are then bound to this host (`__Host-`). */
    https: boolean
    /** The site's jurisdiction, for what product labels say there; null where it is not configured. */
    jurisdiction: Jurisdiction | null
    /** The public address; null where it is neither configured nor known. */
    url: string | null
    /** Signed heads of the audit chain, kept elsewhere; null where that is not configured. */
    auditHeads: AuditHeads | null
    /** EHRs that may launch Facialis (SMART on FHIR). */
    smartIssuers: readonly SmartIssuer[]
    /** The OpenID Connect provider, where one is configured. */
    openId: OpenId | null
  }>
